import { policyDocumentText } from "../../../policies/model/policy-document";
import type { Data } from "../../../policies/model/data";
import { hole } from "../../../policies/model/symbolic";

const documentOf = (block: Data): unknown => {
  const text = policyDocumentText(block);
  return text === undefined ? undefined : JSON.parse(text);
};
const read = { sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::own/*"] };
const READ = { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::own/*"] };
const text = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

describe("a policy document's data source writes", () => {
  it.each<[string, Data, object]>([
    ["a statement", { statement: [read] }, READ],
    ["a block that stands without its list, and one text", { statement: { ...read, actions: "s3:GetObject" } }, READ],
    [
      "a denial of everything else",
      { statement: { effect: "Deny", not_actions: ["s3:*"], not_resources: ["*"], actions: null } },
      { Effect: "Deny", NotAction: ["s3:*"], NotResource: ["*"] },
    ],
    ["everyone", { statement: { principals: { type: "*", identifiers: ["*"] } } }, { Effect: "Allow", Principal: "*" }],
    [
      "all whom several blocks name",
      {
        statement: {
          principals: [
            { type: "AWS", identifiers: ["1"] },
            { type: "Service", identifiers: ["s3.amazonaws.com"] },
            { type: "AWS", identifiers: ["2"] },
          ],
        },
      },
      { Effect: "Allow", Principal: { AWS: ["1", "2"], Service: ["s3.amazonaws.com"] } },
    ],
    [
      "conditions by their tests and keys, with policy variables",
      {
        statement: {
          resources: ["arn:aws:s3:::own/&{aws:username}"],
          condition: [
            { test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-1"] },
            { test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-2"] },
            { test: "StringLike", variable: "s3:prefix", values: ["&{aws:username}/*"] },
          ],
        },
      },
      {
        Effect: "Allow",
        Resource: ["arn:aws:s3:::own/${aws:username}"],
        Condition: {
          StringEquals: { "aws:PrincipalOrgID": ["o-1", "o-2"] },
          StringLike: { "s3:prefix": ["${aws:username}/*"] },
        },
      },
    ],
  ])("%s", (_title, block, statement) => {
    expect(documentOf(block)).toEqual({ Version: "2012-10-17", Statement: [statement] });
  });

  it("what other documents say, of which a later statement takes the place of an earlier one of its name", () => {
    const other = { Sid: "Other", Effect: "Allow", Action: "sqs:*", Resource: "*" };
    const denied = { ...other, Effect: "Deny" };
    const block = {
      version: "2008-10-17",
      policy_id: "own",
      source_policy_documents: [text({ Sid: "Read", Effect: "Deny", Action: "*", Resource: "*" }, other)],
      statement: [read],
      override_policy_documents: [text(denied)],
    };
    expect(documentOf(block)).toEqual({ Version: "2012-10-17", Id: "own", Statement: [READ, denied] });
  });

  it("what is not known of an argument as what is not known of the text", () => {
    expect(policyDocumentText({ statement: { ...read, actions: hole("var.actions") } })).toContain(hole("var.actions"));
  });

  it.each<[string, Data]>([
    ["is repeated", { for_each: ["a"], statement: [read] }],
    ["has dynamic blocks", { dynamic: { statement: { for_each: ["a"], content: read } } }],
    ["has blocks that are not known", { statement: hole("var.statements") }],
    ["has another document that is not known", { source_policy_documents: [hole("var.document")] }],
    ["has another document that is none", { override_policy_documents: ["[]"] }],
    ["has what a statement has not", { statement: { ...read, action: ["*"] } }],
    ["is written twice", [{ statement: [read] }, { statement: [] }]],
    ["is what a plan tells of its arguments", { statement: [{ actions: { constant_value: ["*"] } }] }],
  ])("nothing that can be told where it %s", (_title, block) => {
    expect(policyDocumentText(block)).toBeUndefined();
  });
});
