import { policyOf, type ExampleStatement } from "../example-policy";

/** Dublin's. */
export const ACCOUNT = "200000000002";
export const DEPLOYER = `arn:aws:iam::${ACCOUNT}:role/deploy`;

export const allow = (Principal: unknown, Action: unknown, Condition?: unknown): ExampleStatement => ({
  Effect: "Allow",
  Principal,
  Action,
  Resource: "*",
  ...(Condition === undefined ? {} : { Condition }),
});

/** A key with a policy of these statements. */
export const keyWith = (...statements: readonly ExampleStatement[]) => ({
  aws_kms_key: { data: { policy: policyOf(...statements) } },
});

/** What every example lets its administrator do. */
export const administration = allow({ AWS: DEPLOYER }, ["kms:PutKeyPolicy", "kms:DescribeKey"]);

/** Principals of the account, through S3 alone. */
export const throughS3 = allow("*", ["kms:Decrypt", "kms:GenerateDataKey"], {
  StringEquals: { "kms:CallerAccount": ACCOUNT, "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
});
