import type { Examples } from "../../examples";

const NAME = "clover-local-enclave-user-data";
const TABLE = `arn:aws:dynamodb:us-east-1:500000000005:table/${NAME}`;
const OPERATOR = "arn:aws:iam::500000000005:role/clover-local-enclave-drain-operator";
const butFor = (arn: string) => ({ ArnNotEquals: { "aws:PrincipalArn": arn } });
const deny = (Action: readonly string[], Resource: string, Condition?: unknown) => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});
const WRITES = deny(
  [
    "dynamodb:BatchWriteItem",
    "dynamodb:PartiQLInsert",
    "dynamodb:PartiQLUpdate",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
  ],
  TABLE,
);
const EXPORTS = ["dynamodb:ExportTableToPointInTime"];
const ENCRYPTS = ["kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncryptTo"];
const written = (statements: readonly unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

const draining = (resource: Readonly<Record<string, unknown>>) => ({
  stacks: { enclave: { resource } },
  enclave: { phase: "draining" } as const,
});
const table = (...statements: readonly unknown[]) =>
  draining({
    aws_dynamodb_table: { t: { name: NAME } },
    aws_dynamodb_resource_policy: { t: { resource_arn: "${aws_dynamodb_table.t.arn}", policy: written(statements) } },
  });
const key = (kms_master_key_id: string, ...statements: readonly unknown[]) =>
  draining({
    aws_kms_key: { k: { policy: written(statements) } },
    aws_s3_bucket: { b: { bucket: "b" } },
    aws_s3_bucket_server_side_encryption_configuration: {
      b: { bucket: "b", rule: [{ apply_server_side_encryption_by_default: { kms_master_key_id } }] },
    },
  });
const throughS3 = { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } };

export const writesNothingNewExamples: Examples = {
  policy: "ENV-008",
  pass: {
    "the table takes nothing and is exported by the drain": table(WRITES, deny(EXPORTS, TABLE, butFor(OPERATOR))),
    "the key encrypts for the drain alone": key(
      "${aws_kms_key.k.arn}",
      deny(ENCRYPTS, "*", { ...butFor(OPERATOR), ...throughS3 }),
    ),
    "the enclave serves": { ...table(), enclave: { phase: "serving" } },
  },
  fail: {
    "the table takes new items": table(deny(EXPORTS, TABLE, butFor(OPERATOR))),
    "the table takes changes": table({ ...WRITES, Action: ["dynamodb:PutItem"] }, deny(EXPORTS, TABLE)),
    "anybody exports the table": table(WRITES),
    "somebody else exports the table": table(
      WRITES,
      deny(EXPORTS, TABLE, butFor("arn:aws:iam::500000000005:role/somebody")),
    ),
    "the table has no policy": draining({ aws_dynamodb_table: { t: { name: NAME } } }),
    "the key encrypts whatever comes": key("${aws_kms_key.k.arn}"),
    "the key encrypts for somebody": key(
      "${aws_kms_key.k.arn}",
      deny(ENCRYPTS, "*", { ...butFor("arn:aws:iam::500000000005:role/somebody"), ...throughS3 }),
    ),
  },
  undecided: {
    "a variable is the table's policy": draining({
      aws_dynamodb_table: { t: { name: NAME } },
      aws_dynamodb_resource_policy: { t: { resource_arn: TABLE, policy: "${var.policy}" } },
    }),
    "a variable names the bucket's key": key("${var.key}"),
  },
  notApplicable: { "the enclave is not judged": {} },
};
