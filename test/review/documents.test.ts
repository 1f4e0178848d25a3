import type { Output } from "../policies/mutations/mutation";
import { review } from "../../review/review";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf, sideOf } from "./versions";

const estate = declaredEstate("local");
const allow = (extra: object = {}) => ({ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...extra });
const policy = (Version: string, ...Statement: readonly object[]) => JSON.stringify({ Version, Statement });

const PARTNER = "arn:aws:iam::600000000006:root";
const sourceIp = (range: string) => ({ IpAddress: { "aws:SourceIp": range }, StringEquals: { "odd:Key": "x" } });

/** What is told of who may do what. */
function told(before: (output: Output) => void, after: (output: Output) => void, side = bareSideOf) {
  const { entries } = review(side(estate, before), side(estate, after), TODAY);
  return entries.filter(({ about }) => about === "access").map(({ verdict, what }) => ({ verdict, what }));
}

const rolePolicy =
  (text: string) =>
  (output: Output): void =>
    output.add("dublin", "aws_iam_role_policy", "more", { name: "more", role: "somebody", policy: text });

describe("a document that is gone", () => {
  it("denies nothing any more, where what it guarded stays", () => {
    const found = told(
      () => undefined,
      (output) => output.remove("dublin", "aws_s3_bucket_policy", "user-data"),
      sideOf,
    );
    expect(found).toMatchObject([{ verdict: "weaker", what: "it denies less than before" }]);
  });

  it("tells nothing where what it guarded went too", () => {
    const both = (output: Output) => {
      output.add("dublin", "aws_sqs_queue", "old", { name: "old" });
      const denial = { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" };
      output.add("dublin", "aws_sqs_queue_policy", "old", {
        queue_url: "${aws_sqs_queue.old.id}",
        policy: policy("2012-10-17", denial),
      });
    };
    expect(told(both, () => undefined)).toEqual([]);
  });
});

describe("the version of a document", () => {
  it("counts where a statement has a variable", () => {
    const own = allow({ Resource: "arn:aws:s3:::data/$${aws:username}" });
    const denied = { ...own, Effect: "Deny" };
    const [before, after] = ["2012-10-17", "2008-10-17"].map((version) => rolePolicy(policy(version, allow(), denied)));
    expect(told(before!, after!)).toMatchObject([{ verdict: expect.stringMatching("weaker|opens") }]);
  });

  it("does not where none has", () => {
    const [before, after] = ["2012-10-17", "2008-10-17"].map((version) => rolePolicy(policy(version, allow())));
    expect(told(before!, after!)).toEqual([]);
  });
});

describe("a document that says the same in another spelling", () => {
  const asked = { StringEquals: { "odd:Key": "x" } };
  it.each<[string, object, object]>([
    ["of an action", {}, { Action: "S3:getobject" }],
    ["of an account", { Principal: { AWS: PARTNER } }, { Principal: { AWS: ["600000000006"] } }],
    ["of a condition key", { Condition: asked }, { Condition: { StringEquals: { "Odd:key": ["x"] } } }],
    ["of a range", { Condition: sourceIp("10.0.0.0/8") }, { Condition: sourceIp("10.1.0.0/8") }],
  ])("tells nothing: %s", (_title, before, after) => {
    const having = (extra: object) => rolePolicy(policy("2012-10-17", allow({ Condition: asked, ...extra })));
    expect(told(having(before), having(after))).toEqual([]);
  });
});

describe("a document of whoever acts", () => {
  it("speaks of resources of any account", () => {
    const elsewhere = allow({ Condition: { StringEquals: { "aws:ResourceAccount": "600000000006" } } });
    expect(told(rolePolicy(policy("2012-10-17")), rolePolicy(policy("2012-10-17", elsewhere)))).toMatchObject([
      { verdict: "opens" },
    ]);
  });
});
