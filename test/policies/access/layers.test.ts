import { parsePolicy } from "../../../policies/access/document";
import { allowsAny, evaluate } from "../../../policies/access/evaluate";
import type { Layers } from "../../../policies/access/layers";
import type { Principal } from "../../../policies/access/principal";
import type { Request } from "../../../policies/access/request";
import { HOME, OTHER, session, world } from "./support/generated";
import { ann, policy, request } from "./support/written";

const identity = (...statements: readonly object[]) =>
  parsePolicy({
    Version: "2012-10-17",
    Statement: statements.map((each) => ({
      Effect: "Allow",
      ...("NotAction" in each ? {} : { Action: "*" }),
      Resource: "*",
      ...each,
    })),
  });
const all = identity({});
const nothing = identity({ Action: "quantum:Spin" });
const role: Principal = { kind: "role", arn: `arn:aws:iam::${HOME}:role/one` };
const foreign: Principal = { kind: "role", arn: `arn:aws:iam::${OTHER}:role/one` };
const root: Principal = { kind: "root", arn: `arn:aws:iam::${HOME}:root` };
const trail: Principal = { kind: "service", service: "cloudtrail.amazonaws.com" };
const decide = (layers: Layers, principal: Principal = ann, of: Partial<Request> = {}) =>
  evaluate(request({ principal, ...of }), { world, ...layers }).decision;

describe("in the resource's own account", () => {
  it("either policy is enough, and a deny in either wins", () => {
    expect(decide({ identity: [all] })).toBe("allowed");
    expect(decide({ resource: policy({ Principal: { AWS: ann.kind === "user" ? ann.arn : "" } }) })).toBe("allowed");
    expect(decide({})).toBe("implicitDeny");
    expect(decide({ identity: [all], resource: policy({ Effect: "Deny" }) })).toBe("explicitDeny");
    expect(decide({ identity: [all, identity({ Effect: "Deny" })], resource: policy({}) })).toBe("explicitDeny");
  });

  it("naming the account only lets its identity policies speak", () => {
    const resource = policy({ Principal: { AWS: HOME } });
    expect(decide({ resource })).toBe("implicitDeny");
    expect(decide({ resource, identity: [all] })).toBe("allowed");
  });

  it("the root user needs no identity policy, and still no resource may deny it", () => {
    expect(decide({}, root)).toBe("allowed");
    expect(decide({ resource: policy({ Effect: "Deny" }) }, root)).toBe("explicitDeny");
  });

  it("says which statement decides", () => {
    const layers = {
      world,
      identity: [identity({ Sid: "Grant" }, { Sid: "Refuse", Effect: "Deny", Action: "s3:Put*" })],
    };
    expect(evaluate(request(), layers).statement).toMatchObject({ sid: "Grant", index: 0 });
    expect(evaluate(request({ action: "s3:PutObject" }), layers)).toMatchObject({
      decision: "explicitDeny",
      statement: { sid: "Refuse", index: 1 },
    });
  });
});

describe("across accounts", () => {
  it("both policies must allow", () => {
    const resource = policy({ Principal: { AWS: OTHER } });
    expect(decide({ resource }, foreign)).toBe("implicitDeny");
    expect(decide({ identity: [all] }, foreign)).toBe("implicitDeny");
    expect(decide({ identity: [all], resource }, foreign)).toBe("allowed");
  });

  it("what is unknown is whether it is across, where nobody says whose the resource is", () => {
    const { organizationOf } = world;
    expect(decide({ identity: [all], world: { organizationOf } })).toBe("unknown");
    expect(decide({ identity: [all], resource: policy({}), world: { organizationOf } })).toBe("allowed");
  });
});

describe("a permissions boundary or session policy", () => {
  const named = (name: string) => policy({ Principal: { AWS: name } });

  it("limits what identity policies give", () => {
    expect(decide({ identity: [all], boundary: nothing })).toBe("implicitDeny");
    expect(decide({ identity: [all], boundary: all })).toBe("allowed");
    expect(decide({ identity: [all], session: nothing }, role)).toBe("implicitDeny");
    expect(decide({ identity: [all], session: nothing })).toBe("allowed");
  });

  it("limits what a resource gives a role, and not what it gives a user or one session", () => {
    expect(decide({ boundary: nothing, resource: named(role.arn) }, role)).toBe("implicitDeny");
    expect(decide({ boundary: nothing, resource: named(`arn:aws:iam::${HOME}:user/ann`) })).toBe("allowed");
    expect(decide({ boundary: nothing, session: nothing, resource: named(session) }, { ...role, session })).toBe(
      "allowed",
    );
    expect(decide({ boundary: nothing, resource: policy({}) }, role)).toBe("unknown");
  });

  it("denies explicitly whatever gave it", () => {
    const boundary = identity({}, { Effect: "Deny", Action: "s3:*" });
    expect(decide({ boundary, resource: named(`arn:aws:iam::${HOME}:user/ann`) })).toBe("explicitDeny");
  });

  it("makes a Deny with NotPrincipal spare nobody", () => {
    const NotPrincipal = { AWS: [`arn:aws:iam::${HOME}:user/ann`, `arn:aws:iam::${HOME}:root`] };
    const resource = policy({}, { Effect: "Deny", NotPrincipal });
    expect(decide({ resource })).toBe("allowed");
    expect(decide({ resource, boundary: all })).toBe("explicitDeny");
  });
});

describe("a policy that is the sole authority: of a key, of a role's trust", () => {
  it("must let the account's identity policies speak", () => {
    const silent = policy({ Principal: { AWS: OTHER } });
    expect(decide({ identity: [all], resource: silent, resourceAuthority: "sole" })).toBe("implicitDeny");
    const delegating = policy({ Principal: { AWS: `arn:aws:iam::${HOME}:root` } });
    expect(decide({ identity: [all], resource: delegating, resourceAuthority: "sole" })).toBe("allowed");
    expect(decide({ resource: delegating, resourceAuthority: "sole" })).toBe("implicitDeny");
    expect(decide({ resource: delegating, resourceAuthority: "sole" }, root)).toBe("allowed");
    expect(decide({ resource: silent, resourceAuthority: "sole" }, root)).toBe("implicitDeny");
  });

  it("is enough where it names the principal itself", () => {
    const resource = policy({ Principal: { AWS: role.arn } });
    expect(decide({ resource, resourceAuthority: "sole" }, role)).toBe("allowed");
  });

  it("leaves everything open where it is missing", () => {
    expect(decide({ identity: [all], resourceAuthority: "sole" })).toBe("unknown");
  });
});

describe("service control policies", () => {
  const deny = identity({}, { Effect: "Deny", Action: "s3:*" });

  it("intersect over the levels of an organization", () => {
    expect(decide({ identity: [all], serviceControl: [[all], [all]] })).toBe("allowed");
    expect(decide({ identity: [all], serviceControl: [[all], [nothing]] })).toBe("implicitDeny");
    expect(decide({ identity: [all], serviceControl: [[nothing, all], [all]] })).toBe("allowed");
    expect(decide({ identity: [all], serviceControl: [[all], [all, deny]] })).toBe("explicitDeny");
    expect(decide({ identity: [all], serviceControl: [[]] })).toBe("implicitDeny");
  });

  it("bind root users, and neither the management account nor service-linked roles nor services", () => {
    expect(decide({ serviceControl: [[deny]] }, root)).toBe("explicitDeny");
    const management = { ...world, managementAccounts: [HOME] };
    expect(decide({ identity: [all], serviceControl: [[deny]], world: management })).toBe("allowed");
    const linked: Principal = {
      kind: "role",
      arn: `arn:aws:iam::${HOME}:role/aws-service-role/config.amazonaws.com/x`,
    };
    expect(decide({ identity: [all], serviceControl: [[deny]] }, linked)).toBe("allowed");
    expect(decide({ resource: policy({}), serviceControl: [[deny]] }, trail)).toBe("allowed");
  });
});

describe("resource control policies", () => {
  const outside = policy({
    Effect: "Deny",
    Condition: {
      StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-aaaaaaaaaa" },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    },
  });

  it("bind whoever comes, services as far as they say", () => {
    const layers: Layers = { identity: [all], resource: policy({}), resourceControl: [[outside]] };
    expect(decide(layers, foreign)).toBe("explicitDeny");
    expect(decide(layers, { kind: "anonymous" })).toBe("explicitDeny");
    expect(decide(layers)).toBe("allowed");
    expect(decide(layers, trail)).toBe("allowed");
    expect(decide({ ...layers, resourceControl: [[policy({ Effect: "Deny" })]] }, trail)).toBe("explicitDeny");
  });

  it("reach some services alone, and no resource of the management account", () => {
    const layers: Layers = { identity: [all], resource: policy({}), resourceControl: [[outside]] };
    expect(decide(layers, foreign, { action: "sns:Publish" })).toBe("allowed");
    expect(decide(layers, foreign, { action: "dynamodb:GetItem" })).toBe("unknown");
    expect(decide({ ...layers, world: { ...world, managementAccounts: [HOME] } }, foreign)).toBe("allowed");
  });
});

describe("an endpoint's policy", () => {
  it("must allow as well", () => {
    const own = policy({ Condition: { StringEquals: { "aws:ResourceOrgID": "o-aaaaaaaaaa" } } });
    expect(decide({ identity: [all], endpoint: own })).toBe("allowed");
    const foreignResource = { ...world, resourceOrganization: "o-cccccccccc" };
    expect(decide({ identity: [all], endpoint: own, world: foreignResource })).toBe("implicitDeny");
    expect(decide({ identity: [all], endpoint: policy({ Effect: "Deny" }) })).toBe("explicitDeny");
  });
});

describe("allowsAny", () => {
  const question = {
    principals: [{ kind: "account", account: HOME } as const],
    actions: ["s3:*"],
    resources: ["arn:aws:s3:::box/*"],
    world,
  };

  it("finds what all layers leave", () => {
    const layers: Layers = {
      identity: [identity({ Action: ["s3:Get*", "s3:Put*"] })],
      serviceControl: [[all, identity({ Effect: "Deny", NotAction: "s3:PutObjectAcl" })]],
    };
    const found = allowsAny(layers, { ...question, principals: [{ kind: "principal", arn: role.arn }] });
    expect(found).toMatchObject({ answer: "yes", request: { action: expect.stringMatching(/^s3:putobjectacl$/i) } });
    expect(evaluate(found.request!, { ...layers, world }).decision).toBe("allowed");
  });

  it("proves that they leave nothing, service-linked roles apart", () => {
    const layers: Layers = { identity: [all], serviceControl: [[all, identity({ Effect: "Deny" })]] };
    expect(allowsAny(layers, { ...question, principals: [{ kind: "principal", arn: role.arn }] }).answer).toBe("no");
    expect(allowsAny(layers, question).request?.principal).toMatchObject({
      arn: `arn:aws:iam::${HOME}:role/aws-service-role/`,
    });
  });
});
