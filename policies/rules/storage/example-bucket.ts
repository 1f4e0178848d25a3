import { policyOf, type ExampleStatement } from "../example-policy";

export const ARNS = ["arn:aws:s3:::data", "arn:aws:s3:::data/*"];

export const deny = (Condition: unknown, Action: unknown = "s3:*", Resource: unknown = ARNS): ExampleStatement => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});

/** The bucket `data` with a policy of these statements. */
export const bucketWith = (...statements: readonly ExampleStatement[]) => ({
  aws_s3_bucket: { data: { bucket: "data" } },
  aws_s3_bucket_policy: { data: { bucket: "${aws_s3_bucket.data.id}", policy: policyOf(...statements) } },
});
