import { evaluateAlone } from "../../../policies/access/evaluate";
import type { Principal } from "../../../policies/access/principal";
import { hole } from "../../../policies/model/symbolic";
import { HOME, OTHER, session, world } from "./support/generated";
import { ann, policy, request } from "./support/written";

const role: Principal = { kind: "role", arn: `arn:aws:iam::${HOME}:role/one` };
const inSession: Principal = { ...role, session };
const root: Principal = { kind: "root", arn: `arn:aws:iam::${HOME}:root` };
const federated: Principal = { kind: "federatedUser", arn: `arn:aws:sts::${HOME}:federated-user/bob` };
const trail: Principal = { kind: "service", service: "cloudtrail.amazonaws.com" };
const github: Principal = {
  kind: "federated",
  provider: `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`,
};
const anonymous: Principal = { kind: "anonymous" };
const accountRoot = `arn:aws:iam::${HOME}:root`;

const decision = (principal: Principal, statement: object) =>
  evaluateAlone(request({ principal }), policy(statement as Record<string, unknown>), world).decision;

describe("a principal that a statement names", () => {
  it.each<[string, unknown, readonly Principal[], readonly Principal[]]>([
    ["everyone", "*", [ann, role, root, trail, github, anonymous, federated], []],
    ["everyone, as AWS", { AWS: "*" }, [ann, anonymous, trail], []],
    ["an account id", { AWS: HOME }, [ann, role, inSession, root, federated], [anonymous, trail, github]],
    ["an account's root", { AWS: accountRoot }, [ann, role, root], [anonymous, trail]],
    ["another account", { AWS: OTHER }, [], [ann, role, root]],
    ["a role", { AWS: role.arn }, [role, inSession], [ann, root, federated]],
    ["a session", { AWS: session }, [inSession], [role, ann]],
    ["a user", { AWS: ann.kind === "user" ? ann.arn : "" }, [ann], [role, root]],
    ["a federated user", { AWS: federated.arn }, [federated], [ann, role]],
    ["a service", { Service: "cloudtrail.amazonaws.com" }, [trail], [ann, anonymous]],
    ["another service", { Service: "cloudtrail.us-east-1.amazonaws.com" }, [], [trail]],
    ["a provider", { Federated: github.provider }, [github], [ann, anonymous, trail]],
    ["one of several", { AWS: [OTHER, role.arn], Service: trail.service }, [role, trail], [ann]],
  ])("by %s is matched and nobody else", (_, Principal, matched, others) => {
    expect(matched.map((each) => decision(each, { Principal }))).toEqual(matched.map(() => "allowed"));
    expect(others.map((each) => decision(each, { Principal }))).toEqual(others.map(() => "implicitDeny"));
  });

  it("by a canonical user id is of an account that nobody knows", () => {
    expect(decision(ann, { Principal: { CanonicalUser: "79a5" } })).toBe("unknown");
    expect(decision(trail, { Principal: { CanonicalUser: "79a5" } })).toBe("implicitDeny");
  });

  it("by a name that is known only after deployment stays open where it can be", () => {
    const AWS = `arn:aws:iam::${hole("var.account")}:role/one`;
    expect(decision(role, { Principal: { AWS } })).toBe("unknown");
    expect(decision(ann, { Principal: { AWS } })).toBe("implicitDeny");
    expect(decision(ann, { Principal: { AWS: `arn:aws:iam::${hole("var.account")}:root` } })).toBe("unknown");
  });

  it("by part of a session's name stays open to every session, and by nothing but a hole to everyone", () => {
    const AWS = `arn:aws:sts::${HOME}:assumed-${hole("var.kind")}/day`;
    expect([inSession, role].map((each) => decision(each, { Principal: { AWS } }))).toEqual(["unknown", "unknown"]);
    expect(decision(ann, { Principal: { AWS } })).toBe("implicitDeny");
    expect(decision(anonymous, { Principal: { AWS: hole("var.who") } })).toBe("unknown");
    expect(decision(trail, { NotPrincipal: { AWS: hole("var.who") } })).toBe("unknown");
  });

  it("of a federated session may be by its user, which its ARN does not show", () => {
    expect(decision(federated, { Principal: { AWS: `arn:aws:iam::${HOME}:user/ann` } })).toBe("unknown");
  });
});

describe("a Deny with NotPrincipal", () => {
  const denial = (principal: Principal, AWS: readonly string[]) =>
    evaluateAlone(request({ principal }), policy({}, { Effect: "Deny", NotPrincipal: { AWS } }), world).decision;

  it("denies who is not listed, even where the account is", () => {
    expect(denial(role, [accountRoot])).toBe("explicitDeny");
    expect(denial(trail, [accountRoot])).toBe("explicitDeny");
    expect(denial(anonymous, [accountRoot])).toBe("explicitDeny");
  });

  it("spares a user that is listed with its account, and a session that is listed with its role and account", () => {
    expect(denial(ann, [`arn:aws:iam::${HOME}:user/ann`, accountRoot])).toBe("allowed");
    expect(denial(inSession, [session, role.arn, accountRoot])).toBe("allowed");
    expect(denial(root, [accountRoot])).toBe("allowed");
  });

  it("is unknown of who is listed in part", () => {
    expect(denial(ann, [`arn:aws:iam::${HOME}:user/ann`])).toBe("unknown");
    expect(denial(role, [role.arn, accountRoot])).toBe("unknown");
  });

  it("spares a service that is listed", () => {
    const document = policy({}, { Effect: "Deny", NotPrincipal: { Service: "cloudtrail.amazonaws.com" } });
    expect(evaluateAlone(request({ principal: trail }), document, world).decision).toBe("allowed");
    expect(evaluateAlone(request(), document, world).decision).toBe("explicitDeny");
  });
});

describe("an Allow with NotPrincipal", () => {
  it("grants to everyone else, without a signature too", () => {
    expect(decision(anonymous, { NotPrincipal: { AWS: [accountRoot] } })).toBe("allowed");
    expect(
      decision({ kind: "root", arn: `arn:aws:iam::${OTHER}:root` }, { NotPrincipal: { AWS: [accountRoot] } }),
    ).toBe("allowed");
    expect(decision(root, { NotPrincipal: { AWS: [accountRoot] } })).toBe("implicitDeny");
  });
});

describe("what a principal carries by itself", () => {
  it.each<[Principal, string, string, string]>([
    [ann, "aws:PrincipalAccount", HOME, "allowed"],
    [ann, "kms:CallerAccount", HOME, "allowed"],
    [ann, "aws:PrincipalOrgID", "o-aaaaaaaaaa", "allowed"],
    [ann, "aws:PrincipalOrgID", "o-bbbbbbbbbb", "implicitDeny"],
    [ann, "aws:PrincipalType", "User", "allowed"],
    [ann, "aws:PrincipalIsAWSService", "false", "allowed"],
    [trail, "aws:PrincipalIsAWSService", "true", "allowed"],
    [trail, "aws:PrincipalServiceName", "cloudtrail.amazonaws.com", "allowed"],
    [trail, "aws:PrincipalOrgID", "o-aaaaaaaaaa", "implicitDeny"],
    [trail, "aws:PrincipalAccount", HOME, "implicitDeny"],
    [anonymous, "aws:PrincipalArn", "*", "implicitDeny"],
    [anonymous, "aws:PrincipalIsAWSService", "false", "implicitDeny"],
    [role, "aws:PrincipalArn", `arn:aws:iam::${HOME}:role/one`, "allowed"],
    [github, "aws:FederatedProvider", github.provider, "allowed"],
  ])("%j: %s like %s is %s", (principal, key, value, expected) => {
    expect(decision(principal, { Condition: { StringLike: { [key]: value } } })).toBe(expected);
  });

  it("is its organization only where the world knows it", () => {
    const stranger: Principal = { kind: "role", arn: "arn:aws:iam::444444444444:role/x" };
    const within = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-aaaaaaaaaa" } } };
    expect(decision(stranger, within)).toBe("unknown");
    expect(
      evaluateAlone(
        request({ principal: stranger, context: { "aws:PrincipalOrgID": ["o-aaaaaaaaaa"] } }),
        policy(within),
        world,
      ).decision,
    ).toBe("allowed");
  });
});
