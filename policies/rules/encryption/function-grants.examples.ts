import type { Examples, Resources, StacksExample } from "../../examples";
import type { ExampleStatement } from "../example-policy";
import { deny, organizationWith } from "../organization/example-organization";
import { ACCOUNT, administration, allow, keyWith } from "./example-key";

const LAMBDA = "lambda.eu-west-1.amazonaws.com";
const FOR_AWS = { Bool: { "kms:GrantIsForAWSResource": "true" } };
const through = (Action: unknown, service: string, more = {}) =>
  allow("*", Action, { StringEquals: { "kms:CallerAccount": ACCOUNT, "kms:ViaService": service }, ...more });
const use = through(["kms:Decrypt", "kms:Encrypt"], LAMBDA);
const grants = (service = LAMBDA, more: object = FOR_AWS) => through("kms:CreateGrant", service, more);

const functionWith = (kms_key_arn?: string): Resources => ({
  aws_lambda_function: { one: { function_name: "one", kms_key_arn } },
});
const under = (...statements: readonly ExampleStatement[]): Resources => ({
  ...keyWith(administration, ...statements),
  ...functionWith("${aws_kms_key.data.arn}"),
});
const guarded = (denial: unknown): StacksExample => ({
  stacks: { ...organizationWith([denial]).stacks, dublin: { resource: under(use, grants()) } },
});

export const functionGrantsExamples: Examples = {
  policy: "ENC-014",
  pass: {
    "its key is used, and gives grants, through Lambda": under(use, grants()),
    "a guardrail denies grants that are for no resource of AWS's": guarded(
      deny(["kms:CreateGrant"], { Bool: { "kms:GrantIsForAWSResource": "false" } }),
    ),
  },
  fail: {
    "its key gives no grants": under(use),
    "its key gives them through another service alone": under(use, grants("dynamodb.eu-west-1.amazonaws.com")),
    "its key gives them through Lambda of another region": under(use, grants("lambda.eu-west-2.amazonaws.com")),
    "its key gives them to people alone": under(
      use,
      grants(LAMBDA, { Bool: { "kms:GrantIsForAWSResource": "false" } }),
    ),
    "its key is not used through Lambda": under(grants()),
    "a guardrail denies all grants": guarded(deny(["kms:CreateGrant"])),
  },
  undecided: {
    "a variable says through which service": under(use, grants("${var.service}")),
    "its key comes from a variable": functionWith("${var.key}"),
  },
  notApplicable: {
    "it names no key": functionWith(),
  },
};
