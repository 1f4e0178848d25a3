import { parsePolicy } from "../../policies/access/document";
import { worldOf } from "../../policies/rules/estate-world";
import { became } from "../../review/access/became";
import { statementChanges, toldChanges } from "../../review/access/statements";
import { declaredEstate } from "../support/estates";

const ACCOUNT = "200000000002";
const world = worldOf(declaredEstate("local"), ACCOUNT);
const question = { principals: [{ kind: "anyone" }], actions: ["*"], resources: ["*"], world } as const;
const PARTNER = "arn:aws:iam::600000000006:root";

type Block = Readonly<Record<string, unknown>>;
const policy = (...Statement: readonly Block[]) => parsePolicy({ Version: "2012-10-17", Statement });
const allow = (extra: Block = {}) => ({
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: "*",
  ...extra,
});
const deny = (extra: Block = {}) => ({ ...allow(extra), Effect: "Deny" });

function answers(base: ReturnType<typeof policy>, head: ReturnType<typeof policy>) {
  const { allowed, undenied, disallowed, denied } = became(base, head, statementChanges(base, head), question);
  return [allowed, undenied, disallowed, denied].map(({ answer }) => answer);
}

describe("what a document does that another did not", () => {
  it("is allowed where a statement lets in somebody more", () => {
    expect(
      answers(policy(allow({ Principal: { AWS: ACCOUNT } })), policy(allow({ Principal: { AWS: PARTNER } }))),
    ).toEqual(["yes", "no", "yes", "no"]);
  });

  it("is allowed where a condition is gone, and nothing is lost", () => {
    const condition = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" } } };
    expect(answers(policy(allow(condition)), policy(allow()))).toEqual(["yes", "no", "no", "no"]);
  });

  it("is no longer denied where a denial is gone, or narrower", () => {
    const before = policy(allow(), deny({ Action: ["s3:PutObject", "s3:DeleteObject"] }));
    expect(answers(before, policy(allow()))).toEqual(["no", "yes", "no", "no"]);
    expect(answers(before, policy(allow(), deny({ Action: "s3:PutObject" })))).toEqual(["no", "yes", "no", "no"]);
  });

  it("is nothing where it only says the same in other words", () => {
    const split = policy(allow({ Action: "s3:GetObject" }), allow({ Action: "s3:ListBucket" }));
    expect(answers(split, policy(allow({ Action: ["s3:ListBucket", "s3:GetObject"] })))).toEqual([
      "no",
      "no",
      "no",
      "no",
    ]);
    const denials = policy(deny({ Action: "s3:Put*" }), deny({ Action: "s3:PutObject" }));
    expect(answers(denials, policy(deny({ Action: "s3:Put*" })))).toEqual(["no", "no", "no", "no"]);
  });

  it("is not doubted because of what both say and nobody knows", () => {
    const unmodelled = allow({ Action: "sns:Publish", Condition: { StringEquals: { "sns:Odd": "x" } } });
    const after = policy(allow(), unmodelled, deny());
    // What a new denial takes away is told by the denial.
    expect(answers(policy(unmodelled, allow()), after)).toEqual(["no", "no", "no", "yes"]);
  });

  it("is in doubt where a new statement turns on what nobody knows", () => {
    const unmodelled = allow({ Condition: { StringEquals: { "sns:Odd": "x" } } });
    expect(answers(policy(), policy(unmodelled))[0]).toBe("unknown");
  });
});

describe("what changed of a document, as a reviewer reads it", () => {
  const told = (before: Block[], after: Block[]) => toldChanges(statementChanges(policy(...before), policy(...after)));
  const named = (extra: Block) => allow({ Sid: "Partner", ...extra });

  it("is of a statement that is still there what it gained and lost", () => {
    const before = named({
      Action: ["s3:GetObject", "s3:ListBucket"],
      Principal: { AWS: [ACCOUNT, PARTNER] },
      Condition: { StringEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } },
    });
    const after = named({
      Action: ["s3:GetObject", "s3:PutObject"],
      Principal: { AWS: PARTNER },
      Resource: "arn:aws:s3:::data/*",
      Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } },
    });
    expect(told([before], [after])).toEqual([
      `Allow Partner: no more s3:ListBucket, now s3:PutObject; to: no more ${ACCOUNT}; ` +
        "on: no more *, now arn:aws:s3:::data/*; StringEquals aws:SourceVpce: no more vpce-2",
    ]);
  });

  it("tells a condition that came or went", () => {
    const bound = named({ Condition: { Bool: { "aws:SecureTransport": "true" } } });
    expect(told([bound], [named({})])).toEqual(["Allow Partner: no longer only if Bool aws:SecureTransport true"]);
    expect(told([named({})], [bound])).toEqual(["Allow Partner: now only if Bool aws:SecureTransport true"]);
  });

  it("is the whole of a statement that is new, or gone, or has become another one", () => {
    const gone = "no more: Allow Partner: s3:GetObject to everyone";
    expect(told([named({})], [])).toEqual([gone]);
    const denial = { ...named({ Resource: "arn:aws:s3:::data/*" }), Effect: "Deny" };
    const { Action: _action, ...others } = named({ NotAction: "s3:PutObject" });
    expect(told([named({})], [denial, others])).toEqual([
      gone,
      "new: Deny Partner: s3:GetObject to everyone on arn:aws:s3:::data/*",
      "new: Allow Partner: everything but s3:PutObject to everyone",
    ]);
  });

  it("takes no two statements without a name for one", () => {
    expect(told([allow()], [allow({ Action: "s3:PutObject" })])).toEqual([
      "no more: Allow: s3:GetObject to everyone",
      "new: Allow: s3:PutObject to everyone",
    ]);
  });
});
