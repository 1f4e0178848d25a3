import type { Example, Examples } from "../../examples";
import { type ExampleStatement } from "../example-policy";
import { bucketWith, deny } from "./example-bucket";

const ALGORITHM = "s3:x-amz-server-side-encryption";
const KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const CUSTOMER = "s3:x-amz-server-side-encryption-customer-algorithm";
const ARN = "${aws_kms_key.own.arn}";

const bucket = (...statements: readonly ExampleStatement[]): Example => ({
  aws_kms_key: { own: {}, other: {} },
  ...bucketWith(...statements),
  aws_s3_bucket_server_side_encryption_configuration: {
    data: {
      bucket: "data",
      rule: { apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: ARN } },
    },
  },
});
const upload = (Condition: unknown) => deny(Condition, "s3:PutObject");
const wrong = (header: string, right: string) =>
  upload({ Null: { [header]: "false" }, StringNotEquals: { [header]: right } });
const algorithm = wrong(ALGORITHM, "aws:kms");
const key = wrong(KEY, ARN);
const customer = upload({ Null: { [CUSTOMER]: "false" } });

export const bucketUploadsExamples: Examples = {
  policy: "STO-002",
  pass: {
    "wrong headers are denied where they are sent": bucket(algorithm, key, customer),
    "the bucket takes nothing any more": bucket(algorithm, key, customer, upload(undefined)),
  },
  fail: {
    "another algorithm is taken": bucket(key, customer),
    "another key is taken": bucket(algorithm, customer),
    "a key that the caller brings is taken": bucket(algorithm, key),
    "uploads without a header are refused": bucket(
      upload({ StringNotEquals: { [ALGORITHM]: "aws:kms" } }),
      key,
      customer,
    ),
    "an operator that ends in IfExists refuses them too": bucket(
      upload({ StringNotEqualsIfExists: { [KEY]: ARN } }),
      algorithm,
      customer,
    ),
    "people's uploads without a header are refused, and services' are not": bucket(
      upload({ StringNotEquals: { [ALGORITHM]: "aws:kms" }, Bool: { "aws:PrincipalIsAWSService": "false" } }),
      algorithm,
      key,
      customer,
    ),
    "the denial never holds": bucket(
      upload({ Null: { [ALGORITHM]: "true" }, StringNotEquals: { [ALGORITHM]: "AES256" } }),
      key,
      customer,
    ),
    "another key than the bucket's own is asked for": bucket(
      algorithm,
      wrong(KEY, "${aws_kms_key.other.arn}"),
      customer,
    ),
  },
  undecided: {
    "the key in the policy is written out, and may turn out to be the bucket's": bucket(
      algorithm,
      wrong(KEY, "arn:aws:kms:eu-west-1:200000000002:key/00000000-0000-4000-8000-000000000001"),
      customer,
    ),
    "the key in the policy comes from a variable": bucket(algorithm, wrong(KEY, "${var.key}"), customer),
  },
};
