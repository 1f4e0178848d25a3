import type { Output } from "../policies/mutations/mutation";
import { review } from "../../review/review";
import { declaredEstate, TODAY } from "../support/estates";
import { sideOf } from "./versions";

const estate = declaredEstate("local");
const allow = (extra: object = {}) => ({ Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...extra });
const policy = (Version: string, ...Statement: readonly object[]) => JSON.stringify({ Version, Statement });

/** What is told of who may do what. */
function told(before: (output: Output) => void, after: (output: Output) => void) {
  const { entries } = review(sideOf(estate, before), sideOf(estate, after), TODAY);
  return entries.filter(({ about }) => about === "access").map(({ verdict, what }) => ({ verdict, what }));
}

const rolePolicy =
  (text: string) =>
  (output: Output): void =>
    output.add("dublin", "aws_iam_role_policy", "more", { name: "more", role: "somebody", policy: text });

describe("a document of whoever acts", () => {
  it("speaks of resources of any account", () => {
    const elsewhere = allow({ Condition: { StringEquals: { "aws:ResourceAccount": "600000000006" } } });
    expect(told(rolePolicy(policy("2012-10-17")), rolePolicy(policy("2012-10-17", elsewhere)))).toMatchObject([
      { verdict: "opens" },
    ]);
  });
});
