import { deniesAll, grants, grantsAny, type Question } from "../../../policies/access/question";
import { hole, identity } from "../../../policies/model/symbolic";
import { HOME, OTHER, session, world } from "./support/generated";
import { policy } from "./support/written";

const question: Question = {
  principals: [{ kind: "anyone" }],
  actions: ["s3:*"],
  resources: ["arn:aws:s3:::box", "arn:aws:s3:::box/*"],
  world,
};
const of = (...principals: Question["principals"]): Question => ({ ...question, principals });

describe("grants", () => {
  it("are one for each statement and element of its principal, each with a witness", () => {
    const document = policy(
      { Sid: "Roles", Principal: { AWS: [`arn:aws:iam::${HOME}:role/one`, OTHER], Service: "config.amazonaws.com" } },
      { Sid: "Elsewhere", Resource: "arn:aws:s3:::other/*" },
      { Sid: "Reading", Principal: { AWS: OTHER }, Action: "s3:GetObject" },
      { Effect: "Deny", Action: "s3:Put*" },
    );
    expect(
      grants(document, question).map(({ answer, statement, request }) => [answer, statement?.sid, request?.principal]),
    ).toEqual([
      ["yes", "Roles", { kind: "role", arn: `arn:aws:iam::${HOME}:role/one` }],
      ["yes", "Roles", expect.objectContaining({ arn: expect.stringContaining(OTHER) })],
      ["yes", "Roles", { kind: "service", service: "config.amazonaws.com" }],
      ["yes", "Reading", expect.objectContaining({ arn: expect.stringContaining(OTHER) })],
    ]);
  });

  it("are none where every alternative of every deny is closed", () => {
    const document = policy(
      { Action: ["s3:GetObject", "s3:PutObject"] },
      { Effect: "Deny", Action: "s3:Get*" },
      { Effect: "Deny", NotAction: "s3:Get*", Condition: { StringEquals: { "s3:x-amz-acl": "private" } } },
      { Effect: "Deny", Condition: { StringNotLike: { "s3:x-amz-acl": "priv*" } } },
      { Effect: "Deny", Condition: { StringLike: { "s3:x-amz-acl": "private?*" } } },
      { Effect: "Deny", Condition: { StringLike: { "s3:x-amz-acl": ["priv", "priv?", "priv??", "priv???*"] } } },
    );
    expect(grants(document, question)).toEqual([]);
    expect(
      grantsAny(
        policy(
          ...[{ Action: "s3:PutObject" }, { Effect: "Deny", Condition: { StringLike: { "s3:x-amz-acl": "private" } } }],
        ),
        question,
      ).answer,
    ).toBe("yes");
  });

  it("between two amounts, dates or ranges are found, and none where they meet", () => {
    const between = (low: string, high: string) =>
      policy({ Condition: { NumericGreaterThan: { "s3:max-keys": low }, NumericLessThan: { "s3:max-keys": high } } });
    expect(grantsAny(between("1", "1.5"), question).answer).toBe("yes");
    expect(grantsAny(between("1", "1"), question).answer).toBe("no");
    const inside = (range: string) =>
      policy({ Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" }, NotIpAddress: { "aws:SourceIp": range } } });
    expect(grantsAny(inside("10.0.0.0/9"), question)).toMatchObject({
      answer: "yes",
      request: { context: { "aws:sourceip": [expect.stringMatching(/^10\./)] } },
    });
    expect(grantsAny(inside("0.0.0.0/0"), question).answer).toBe("no");
    const late = policy({ Condition: { DateGreaterThan: { "aws:CurrentTime": "2027-06-30T23:59:59Z" } } });
    expect(grantsAny(late, question).request?.context["aws:currenttime"]).toEqual(["2027-07-01T00:00:00Z"]);
  });
});

describe("principals of a question", () => {
  it("are those of one account, however a statement names them", () => {
    const document = policy({ Condition: { StringEquals: { "aws:PrincipalAccount": HOME } } });
    expect(grantsAny(document, of({ kind: "account", account: HOME })).answer).toBe("yes");
    expect(grantsAny(document, of({ kind: "account", account: OTHER })).answer).toBe("no");
    expect(
      grantsAny(document, of({ kind: "outside", accounts: [HOME] }, { kind: "anonymous" }, { kind: "service" })).answer,
    ).toBe("no");
  });

  it("are one role, in any session or in one", () => {
    const document = policy({ Principal: { AWS: session } });
    expect(grantsAny(document, of({ kind: "principal", arn: `arn:aws:iam::${HOME}:role/one` })).answer).toBe("yes");
    expect(grantsAny(document, of({ kind: "principal", arn: session })).answer).toBe("yes");
    expect(grantsAny(document, of({ kind: "principal", arn: `arn:aws:iam::${HOME}:role/two` })).answer).toBe("no");
    expect(
      grantsAny(document, of({ kind: "principal", arn: `arn:aws:sts::${HOME}:assumed-role/one/night` })).answer,
    ).toBe("no");
  });

  it("outside some accounts are named ones, unnamed ones of each organization, and of none", () => {
    const organization = (id: string) => policy({ Condition: { StringEquals: { "aws:PrincipalOrgID": id } } });
    const outside = of({ kind: "outside", accounts: [HOME, OTHER] });
    expect(grantsAny(organization("o-aaaaaaaaaa"), outside)).toMatchObject({
      answer: "yes",
      request: { principal: { arn: expect.stringContaining("999999999999") } },
    });
    expect(grantsAny(policy({ Condition: { StringLike: { "aws:PrincipalOrgID": "o-*" } } }), outside).answer).toBe(
      "yes",
    );
    expect(grantsAny(policy({ Condition: { Null: { "aws:PrincipalOrgID": "true" } } }), outside).answer).toBe("yes");
  });

  it("of an account whose organization nobody knows make the answer unknown where it matters", () => {
    const stranger = of({ kind: "account", account: "444444444444" });
    const within = policy({ Condition: { StringEquals: { "aws:PrincipalOrgID": "o-aaaaaaaaaa" } } });
    expect(grantsAny(within, stranger)).toMatchObject({
      answer: "unknown",
      why: "it depends on the organization of an account",
    });
    expect(grantsAny(policy({}), stranger).answer).toBe("yes");
  });

  it("that sign in with a provider carry its claims", () => {
    const Federated = `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`;
    const Condition = { StringLike: { "token.actions.githubusercontent.com:sub": "repo:clover/*" } };
    const trust = policy({ Principal: { Federated }, Action: "sts:AssumeRoleWithWebIdentity", Condition });
    const asked = { ...of({ kind: "federated" }), actions: ["sts:*"], resources: ["*"] };
    expect(grantsAny(trust, asked)).toMatchObject({ answer: "yes", request: { principal: { provider: Federated } } });
    const foreign = { "token.actions.githubusercontent.com:sub": ["repo:other/x"] };
    expect(grantsAny(trust, { ...asked, context: foreign }).answer).toBe("no");
    expect(grantsAny(trust, { ...asked, principals: [{ kind: "account", account: HOME }] }).answer).toBe("no");
  });
});

describe("what services act for", () => {
  const Principal = { Service: "cloudtrail.amazonaws.com" };
  const foreign: Question = { ...of({ kind: "service" }), sources: [{ kind: "outside", accounts: [HOME] }] };

  it("has one account, in its id, its ARN and its organization", () => {
    const ofHome = { ArnLike: { "aws:SourceArn": `arn:aws:cloudtrail:eu-west-1:${HOME}:*` } };
    expect(grantsAny(policy({ Principal, Condition: ofHome }), foreign).answer).toBe("no");
    const either = { ...ofHome, StringEquals: { "aws:SourceAccount": OTHER } };
    expect(grantsAny(policy({ Principal, Condition: either }), of({ kind: "service" })).answer).toBe("no");
    const organization = { StringEquals: { "aws:SourceOrgID": "o-bbbbbbbbbb", "aws:SourceAccount": HOME } };
    expect(grantsAny(policy({ Principal, Condition: organization }), of({ kind: "service" })).answer).toBe("no");
  });

  it("may be a bucket, whose ARN names no account", () => {
    const Condition = { ArnLike: { "aws:SourceArn": "arn:aws:s3:::box" } };
    expect(grantsAny(policy({ Principal, Condition }), foreign).answer).toBe("yes");
  });
});

describe("proofs of denial", () => {
  const http: Question = { ...question, context: { "aws:SecureTransport": ["false"] } };
  const tls = { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } };

  it("cover every action, resource and principal, or come with what escapes", () => {
    expect(deniesAll(policy(tls), http).answer).toBe("yes");
    expect(deniesAll(policy({ ...tls, Action: "s3:Get*" }), http)).toMatchObject({
      answer: "no",
      request: { action: expect.not.stringMatching(/^s3:get/i) },
    });
    expect(deniesAll(policy({ ...tls, Resource: "arn:aws:s3:::box/*" }), http)).toMatchObject({
      answer: "no",
      request: { resource: "arn:aws:s3:::box" },
    });
    expect(deniesAll(policy({ ...tls, Principal: { AWS: [HOME, OTHER] } }), http)).toMatchObject({ answer: "no" });
  });

  it("add up over statements and documents", () => {
    const reads = { ...tls, Action: "s3:Get*" };
    const others = { ...tls, NotAction: "s3:Get*" };
    expect(deniesAll(policy(reads, others), http).answer).toBe("yes");
    expect(deniesAll([policy(reads), policy(others)], http).answer).toBe("yes");
    expect(deniesAll([policy(reads)], http).answer).toBe("no");
  });

  it("are unknown where a condition key is not modelled, a name not known, or a document not understood", () => {
    const spin = { Effect: "Deny", Condition: { StringEquals: { "quantum:Spin": "up" } } };
    expect(deniesAll(policy(spin), question)).toMatchObject({
      answer: "unknown",
      why: "the condition key 'quantum:Spin' is not modelled",
    });
    expect(deniesAll(policy(spin), { ...question, context: { "quantum:Spin": "any" } }).answer).toBe("no");
    expect(deniesAll(policy(spin), { ...question, context: { "quantum:Spin": ["up"] } }).answer).toBe("yes");
    const named = { ...tls, Resource: ["arn:aws:s3:::box", `arn:aws:s3:::${hole("var.bucket")}/*`] };
    expect(deniesAll(policy(named), http)).toMatchObject({
      answer: "unknown",
      why: expect.stringContaining(hole("var.bucket")),
    });
    expect(deniesAll(policy({ ...tls, Effect: "deny" }), http).answer).toBe("unknown");
  });

  it("fail to be asked of no request at all", () => {
    const nothing = { answer: "unknown", why: "no request is within the question" };
    expect(deniesAll(policy(tls), of())).toMatchObject(nothing);
    expect(deniesAll(policy(tls), { ...question, actions: [] })).toMatchObject(nothing);
    const viaEndpoint = { ...of({ kind: "service" }), context: { "aws:SourceVpce": ["vpce-1"] } };
    expect(deniesAll(policy(tls), viaEndpoint)).toMatchObject(nothing);
  });

  it("fail where patterns of account ids would need more classes than are made", () => {
    const Condition = { StringLike: { "aws:PrincipalAccount": "1234*" } };
    expect(deniesAll(policy({ Effect: "Deny", Condition }), question)).toMatchObject({
      answer: "unknown",
      why: "'1234*': a pattern of account ids is not modelled",
    });
  });
});

describe("what AWS will assign", () => {
  const door = (name: string) => identity(`dublin/aws_vpc_endpoint.${name}.id`);
  const doors = policy(
    {},
    { Effect: "Deny", Condition: { StringNotEquals: { "aws:SourceVpce": [door("a"), door("b")] } } },
  );

  it("is told apart from what it assigns to others", () => {
    const through = (name: string): Question => ({
      ...of({ kind: "account", account: HOME }),
      context: { "aws:SourceVpce": [name] },
    });
    expect(deniesAll(doors, through(door("c"))).answer).toBe("yes");
    expect(deniesAll(doors, through(door("a"))).answer).toBe("no");
    expect(deniesAll(doors, through("vpce-0a1b")).answer).toBe("unknown");
  });

  it("is what a witness comes through", () => {
    expect(grantsAny(doors, of({ kind: "account", account: HOME })).request?.context["aws:sourcevpce"]).toEqual([
      door("a"),
    ]);
    const closed = policy(
      { Condition: { StringEquals: { "aws:SourceVpce": door("c") } } },
      { Effect: "Deny", Condition: { StringNotEquals: { "aws:SourceVpce": door("a") } } },
    );
    expect(grantsAny(closed, question).answer).toBe("no");
  });
});

describe("policy variables", () => {
  it("tie a resource to what the request carries", () => {
    const homes = policy({ Resource: "arn:aws:s3:::box/${aws:PrincipalTag/team}/*" });
    const found = grantsAny(homes, of({ kind: "account", account: HOME }));
    expect(found).toMatchObject({
      answer: "yes",
      request: { resource: "arn:aws:s3:::box/q/", context: { "aws:principaltag/team": ["q"] } },
    });
    expect(grantsAny(homes, of({ kind: "anonymous" })).answer).toBe("no");
  });
});

describe("accounts that nobody named", () => {
  const outside: Question = of({ kind: "outside", accounts: [HOME] });
  const low = policy({ Condition: { NumericLessThan: { "aws:PrincipalAccount": "100000000000" } } });

  it("fails when one that is told by its amount is taken for any other", () => {
    const { answer, why } = grantsAny(low, outside);
    expect([answer, why]).toEqual(["unknown", expect.stringContaining("NumericLessThan of aws:PrincipalAccount")]);
    expect(deniesAll(low, outside).answer).not.toBe("yes");
  });

  it("are told from named ones, whose amount is known", () => {
    expect(grantsAny(low, of({ kind: "account", account: "099999999999" })).answer).toBe("yes");
    expect(grantsAny(low, of({ kind: "account", account: HOME })).answer).toBe("no");
  });

  it("fails when a part of an id, put into a name, is taken for any other's", () => {
    const own = policy({ Resource: "arn:aws:s3:::logs-${aws:PrincipalAccount}" });
    expect(grantsAny(own, { ...outside, resources: ["arn:aws:s3:::logs-5*"] }).answer).toBe("unknown");
    expect(grantsAny(own, { ...outside, resources: ["arn:aws:s3:::other-*"] }).answer).toBe("no");
  });

  it("are asked about alike where an amount is of something else", () => {
    const few = policy({ Principal: { AWS: HOME }, Condition: { NumericLessThan: { "s3:max-keys": "10" } } });
    expect(grantsAny(few, outside).answer).toBe("no");
  });
});
