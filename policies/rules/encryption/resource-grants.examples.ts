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
/** Of the account's own key: one for a table, and one for a vault. */
const tableUnder = (...statements: readonly ExampleStatement[]): Resources => ({
  ...keyWith(administration, ...statements),
  aws_dynamodb_table: {
    people: { name: "people", server_side_encryption: [{ enabled: true, kms_key_arn: "${aws_kms_key.data.arn}" }] },
  },
});
const vaultUnder = (...statements: readonly ExampleStatement[]): Resources => ({
  ...keyWith(administration, ...statements),
  aws_backup_vault: { daily: { name: "daily", kms_key_arn: "${aws_kms_key.data.arn}" } },
});
const USE = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
const DYNAMODB = "dynamodb.eu-west-1.amazonaws.com";
const BACKUP = "backup.eu-west-1.amazonaws.com";
const guarded = (denial: unknown): StacksExample => ({
  stacks: { ...organizationWith([denial]).stacks, dublin: { resource: under(use, grants()) } },
});

export const resourceGrantsExamples: Examples = {
  policy: "ENC-014",
  pass: {
    "its key is used, and gives grants, through Lambda": under(use, grants()),
    "a table's key is used, and gives grants, through DynamoDB": tableUnder(through(USE, DYNAMODB), grants(DYNAMODB)),
    "a vault's key is used, and gives grants, through AWS Backup": vaultUnder(through(USE, BACKUP), grants(BACKUP)),
    "a guardrail denies grants that are for no resource of AWS's": guarded(
      deny(["kms:CreateGrant"], { Bool: { "kms:GrantIsForAWSResource": "false" } }),
    ),
    "a guardrail freezes an enclave on a day that has not come": guarded(
      deny(["kms:GenerateDataKey", "kms:CreateGrant"], {
        DateGreaterThanEquals: { "aws:CurrentTime": "2027-06-01T00:00:00Z" },
      }),
    ),
  },
  fail: {
    "a guardrail freezes an enclave on a day that has come": guarded(
      deny(["kms:GenerateDataKey", "kms:CreateGrant"], {
        DateGreaterThanEquals: { "aws:CurrentTime": "2026-06-01T00:00:00Z" },
      }),
    ),
    "its key gives no grants": under(use),
    "its key gives them through another service alone": under(use, grants("dynamodb.eu-west-1.amazonaws.com")),
    "its key gives them through Lambda of another region": under(use, grants("lambda.eu-west-2.amazonaws.com")),
    "its key gives them to people alone": under(
      use,
      grants(LAMBDA, { Bool: { "kms:GrantIsForAWSResource": "false" } }),
    ),
    "its key is not used through Lambda": under(grants()),
    "a table's key gives grants to Lambda alone": tableUnder(through(USE, DYNAMODB), grants()),
    "a table's key encrypts nothing anew": tableUnder(
      through(
        USE.filter((action) => !action.startsWith("kms:ReEncrypt")),
        DYNAMODB,
      ),
      grants(DYNAMODB),
    ),
    "a vault's key gives no grants": vaultUnder(through(USE, BACKUP)),
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
