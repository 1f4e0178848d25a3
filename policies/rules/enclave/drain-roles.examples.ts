import type { Examples } from "../../examples";

const NAME = "clover-local-enclave";
const BUCKET = `arn:aws:s3:::${NAME}-user-data-500000000005`;
const TABLE = `arn:aws:dynamodb:us-east-1:500000000005:table/${NAME}-user-data`;
const DEPLOYER = "arn:aws:iam::500000000005:role/clover-deploy";
const document = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const trust = (Principal: unknown) => document({ Effect: "Allow", Principal, Action: "sts:AssumeRole" });
const may = (Action: readonly string[], Resource: string) => ({ Effect: "Allow", Action, Resource });

const START = may(["s3:CreateJob"], "*");
const EXPORT = may(["dynamodb:ExportTableToPointInTime"], TABLE);
const WRITE = may(["s3:PutObject"], `${BUCKET}/enclave-table/*`);

function roles(operator: unknown, batch: unknown, ...statements: readonly object[]) {
  return {
    stacks: {
      enclave: {
        resource: {
          aws_dynamodb_table: { t: { name: `${NAME}-user-data` } },
          aws_iam_role: {
            operator: { name: `${NAME}-drain-operator`, assume_role_policy: operator },
            batch: { name: `${NAME}-drain-batch`, assume_role_policy: batch },
          },
          aws_iam_role_policy: {
            operator: { role: "${aws_iam_role.operator.name}", policy: document(...statements) },
            batch: {
              role: "${aws_iam_role.batch.name}",
              policy: document(may(["s3:InitiateReplication"], `${BUCKET}/*`)),
            },
          },
        },
      },
    },
    enclave: { phase: "draining" as const },
  };
}
const byDeployer = trust({ AWS: DEPLOYER });
const byS3 = trust({ Service: "batchoperations.s3.amazonaws.com" });

export const drainRolesExamples: Examples = {
  policy: "ENV-011",
  pass: {
    "they start the drain": roles(byDeployer, byS3, START, EXPORT, WRITE),
    "the enclave serves and has none": { stacks: { enclave: {} } },
  },
  fail: {
    "a draining enclave has none": { stacks: { enclave: {} }, enclave: { phase: "draining" } },
    "somebody else may be the operator": roles(trust({ AWS: "arn:aws:iam::500000000005:root" }), byS3, START),
    "a person may be S3's role": roles(byDeployer, byDeployer, START),
    "the operator reads": roles(byDeployer, byS3, START, may(["s3:GetObject"], `${BUCKET}/*`)),
    "the operator scans": roles(byDeployer, byS3, START, may(["dynamodb:*"], TABLE)),
    "the operator writes elsewhere": roles(byDeployer, byS3, may(["s3:PutObject"], "arn:aws:s3:::elsewhere/*")),
    "the operator passes any role": roles(byDeployer, byS3, may(["iam:PassRole"], "*")),
  },
  undecided: {
    "a variable is its policy": {
      ...roles(byDeployer, byS3),
      stacks: {
        enclave: {
          resource: {
            ...roles(byDeployer, byS3).stacks.enclave.resource,
            aws_iam_role_policy: { operator: { role: "${aws_iam_role.operator.name}", policy: "${var.policy}" } },
          },
        },
      },
    },
  },
  notApplicable: { "the enclave is not judged": {} },
};
