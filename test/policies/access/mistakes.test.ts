import { deniesAll, grantsAny, type Question } from "../../../policies/access/question";
import { HOME, OTHER, world } from "./support/generated";
import { policy } from "./support/written";

const upload: Question = {
  principals: [{ kind: "anyone" }],
  actions: ["s3:PutObject"],
  resources: ["arn:aws:s3:::box/*"],
  world,
};
const KEY_HEADER = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const deny = (Condition: object) => policy({}, { Effect: "Deny", Condition });

describe("mistakes that read like controls", () => {
  it("StringNotEquals alone refuses uploads without the header; with Null it lets the bucket's default key be used", () => {
    const without: Question = { ...upload, context: { [KEY_HEADER]: "absent" } };
    const alone = deny({ StringNotEquals: { [KEY_HEADER]: "key-1" } });
    const both = deny({ StringNotEquals: { [KEY_HEADER]: "key-1" }, Null: { [KEY_HEADER]: "false" } });
    expect(deniesAll(alone, without).answer).toBe("yes");
    expect(deniesAll(both, without).answer).toBe("no");
    expect(deniesAll(both, { ...upload, context: { [KEY_HEADER]: ["key-2"] } }).answer).toBe("yes");
    expect(deniesAll(both, { ...upload, context: { [KEY_HEADER]: ["key-1"] } }).answer).toBe("no");
  });

  it("StringNotEqualsIfExists refuses them as well", () => {
    const question: Question = { ...upload, context: { [KEY_HEADER]: "absent" } };
    expect(deniesAll(deny({ StringNotEqualsIfExists: { [KEY_HEADER]: "key-1" } }), question).answer).toBe("yes");
  });

  it("a Deny that no request meets denies nothing", () => {
    const both = deny({
      Bool: { "aws:SecureTransport": "false" },
      StringEquals: { "aws:SecureTransport": "true" },
    });
    expect(deniesAll(both, { ...upload, context: { "aws:SecureTransport": ["false"] } }).answer).toBe("no");
    expect(grantsAny(both, { ...upload, context: { "aws:SecureTransport": ["false"] } }).answer).toBe("yes");
  });

  it("a Deny of http that spares one principal leaves http to it", () => {
    const spared = deny({
      Bool: { "aws:SecureTransport": "false" },
      ArnNotEquals: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:role/one` },
    });
    expect(deniesAll(spared, { ...upload, context: { "aws:SecureTransport": ["false"] } })).toMatchObject({
      answer: "no",
      request: { principal: { kind: "role", arn: `arn:aws:iam::${HOME}:role/one` } },
    });
  });

  it("NotAction in an Allow grants what nobody thought of", () => {
    const document = policy({ Principal: { AWS: HOME }, NotAction: ["s3:Delete*", "iam:*"] });
    const question = { ...upload, actions: ["kms:*"], resources: ["*"] };
    expect(grantsAny(document, question)).toMatchObject({ answer: "yes", request: { principal: { kind: "role" } } });
    expect(grantsAny(document, { ...question, actions: ["s3:DeleteObject", "iam:PassRole"] }).answer).toBe("no");
  });

  it("ForAllValues grants to requests without the key", () => {
    const document = policy({ Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } } });
    expect(grantsAny(document, { ...upload, context: { "aws:TagKeys": "absent" } }).answer).toBe("yes");
  });

  it("BoolIfExists of multi-factor authentication lets long-term credentials in", () => {
    const document = policy({ Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } } });
    const question: Question = { ...upload, context: { "aws:MultiFactorAuthPresent": "absent" } };
    expect(grantsAny(document, question).answer).toBe("yes");
    const strict = policy({ Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } });
    expect(grantsAny(strict, question).answer).toBe("no");
  });

  it("a Deny by organization without an exception for services stops log delivery", () => {
    const services: Question = { ...upload, principals: [{ kind: "service", service: "cloudtrail.amazonaws.com" }] };
    const organization = { StringNotEquals: { "aws:PrincipalOrgID": "o-aaaaaaaaaa" } };
    expect(deniesAll(deny(organization), services).answer).toBe("yes");
    const excepted = deny({ ...organization, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } });
    expect(deniesAll(excepted, services).answer).toBe("no");
    expect(deniesAll(excepted, { ...upload, principals: [{ kind: "account", account: OTHER }] }).answer).toBe("yes");
    expect(deniesAll(excepted, { ...upload, principals: [{ kind: "anonymous" }] }).answer).toBe("yes");
  });

  it("a service without a source condition acts for everybody", () => {
    const open = policy({ Principal: { Service: "cloudtrail.amazonaws.com" } });
    const bound = policy({
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Condition: { ArnLike: { "aws:SourceArn": `arn:aws:cloudtrail:eu-west-1:${HOME}:*` } },
    });
    const foreign: Question = {
      ...upload,
      principals: [{ kind: "service" }],
      sources: [{ kind: "none" }, { kind: "outside", accounts: [HOME] }],
    };
    expect(grantsAny(open, foreign).answer).toBe("yes");
    expect(grantsAny(bound, foreign).answer).toBe("no");
    expect(grantsAny(bound, { ...foreign, sources: [{ kind: "account", account: HOME }] }).answer).toBe("yes");
  });

  it("a break-glass exception with a wildcard spares whoever names a role so", () => {
    const wide = deny({ ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::*:role/Break*` } });
    const question: Question = { ...upload, principals: [{ kind: "account", account: HOME }] };
    expect(deniesAll(wide, question)).toMatchObject({
      answer: "no",
      request: { principal: { arn: `arn:aws:iam::${HOME}:role/Break` } },
    });
  });
});
