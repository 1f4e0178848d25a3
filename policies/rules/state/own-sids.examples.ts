import type { Examples } from "../../examples";
import { policyOf } from "../example-policy";

const saying = (Sid?: string) => ({ ...(Sid ? { Sid } : {}), Effect: "Allow", Action: "s3:GetObject", Resource: "*" });
const role = (...sids: readonly (string | undefined)[]) => ({
  aws_iam_role_policy: { read: { name: "read", role: "reader", policy: policyOf(...sids.map(saying)) } },
});
const written = (sid: string) => ({ sid, effect: "Allow", actions: ["s3:GetObject"], resources: ["*"] });
const guardrail = (type: string, content: string) => ({
  aws_organizations_policy: { one: { name: "a", type, content } },
});

export const ownSidsExamples: Examples = {
  policy: "STA-011",
  pass: {
    "each has another": role("Bucket", "Table"),
    "none has any": role(undefined, undefined),
    "they differ in capitals": role("Bucket", "bucket"),
    "the one that there is comes from a variable": role("${var.sid}"),
  },
  fail: {
    "two have the same": role("Bucket", "Table", "Bucket"),
    "a key's policy has one twice": {
      aws_kms_key: { data: { policy: policyOf(saying("LogGroup"), saying("LogGroup")) } },
    },
    "a role's trust has one twice": {
      aws_iam_role: { one: { assume_role_policy: policyOf(saying("Trust"), saying("Trust")) } },
    },
    "a guardrail has one twice": guardrail("SERVICE_CONTROL_POLICY", policyOf(saying("Deny"), saying("Deny"))),
    "a data source writes one twice": {
      stacks: {
        dublin: {
          data: { aws_iam_policy_document: { one: { statement: [written("Read"), written("Read")] } } },
          resource: {
            aws_iam_policy: { one: { name: "one", policy: "${data.aws_iam_policy_document.one.json}" } },
          },
        },
      },
    },
  },
  undecided: {
    "one of them comes from a variable": role("Bucket", "${var.sid}"),
    "the document comes from a variable": { aws_kms_key: { data: { policy: "${var.policy}" } } },
    "it is no document": { aws_kms_key: { data: { policy: "{" } } },
  },
  notApplicable: {
    "it has no policy": { aws_iam_role: { one: { name: "one" } } },
    "the organization's policy has no statements": guardrail("DECLARATIVE_POLICY_EC2", "{}"),
  },
};
