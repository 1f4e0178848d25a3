import type { Examples, Resources } from "../../examples";

const NAME = "clover-local-enclave";
const BUCKET = `arn:aws:s3:::${NAME}-user-data-500000000005`;
const TABLE = `arn:aws:dynamodb:us-east-1:500000000005:table/${NAME}-user-data`;
const DEPLOYER = "arn:aws:iam::500000000005:role/clover-deploy";
const document = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const trust = (Principal: unknown) => document({ Effect: "Allow", Principal, Action: "sts:AssumeRole" });
const BY_DEPLOYER = trust({ AWS: DEPLOYER });
const BY_S3 = trust({ Service: "batchoperations.s3.amazonaws.com" });
const may = (Action: readonly string[], Resource: string) => ({ Effect: "Allow", Action, Resource });

const START = may(["s3:CreateJob", "s3:ListJobs"], "*");
const PASS = may(["iam:PassRole"], "arn:aws:iam::500000000005:role/clover-local-enclave-drain-batch");
const EXPORT = may(["dynamodb:DescribeTable", "dynamodb:ExportTableToPointInTime", "dynamodb:ListExports"], TABLE);
const SEE = may(["dynamodb:DescribeExport"], `${TABLE}/export/*`);
const WRITE = may(["s3:AbortMultipartUpload", "s3:PutObject"], `${BUCKET}/enclave-table/*`);
const ALL = [START, PASS, EXPORT, SEE, WRITE];
const REPLICATE = may(["s3:InitiateReplication"], `${BUCKET}/*`);
const FIND = may(["s3:GetReplicationConfiguration", "s3:PutInventoryConfiguration"], BUCKET);

interface Parts {
  readonly operator?: string;
  readonly batch?: string;
  readonly starting?: readonly object[] | string;
  readonly replicating?: readonly object[];
  readonly more?: Resources;
}

function roles({ operator = BY_DEPLOYER, batch = BY_S3, starting = ALL, replicating, more = {} }: Parts) {
  const policy = typeof starting === "string" ? starting : document(...starting);
  const held = document(...(replicating ?? [REPLICATE, FIND]));
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
            operator: { role: "${aws_iam_role.operator.name}", policy },
            batch: { role: "${aws_iam_role.batch.name}", policy: held },
          },
          ...more,
        },
      },
    },
    enclave: { phase: "draining" as const },
  };
}
const bucketWith = (...statements: readonly object[]): Resources => ({
  aws_s3_bucket: { data: { bucket: `${NAME}-user-data-500000000005` } },
  aws_s3_bucket_policy: { data: { bucket: "${aws_s3_bucket.data.id}", policy: document(...statements) } },
});
const denied = (Action: string) => ({ Effect: "Deny", Principal: "*", Action, Resource: `${BUCKET}/*` });

export const drainRolesExamples: Examples = {
  policy: "ENV-011",
  pass: {
    "they start the drain": roles({}),
    "a bucket lets them": roles({ more: bucketWith(denied("s3:GetObject")) }),
    "the enclave serves and has none": { stacks: { enclave: {} } },
  },
  fail: {
    "a draining enclave has none": { stacks: { enclave: {} }, enclave: { phase: "draining" } },
    "somebody else may be the operator": roles({ operator: trust({ AWS: "arn:aws:iam::500000000005:root" }) }),
    "nobody may be the operator": roles({ operator: trust({ AWS: "arn:aws:iam::500000000005:role/nobody" }) }),
    "a person may be S3's role": roles({ batch: BY_DEPLOYER }),
    "the operator reads": roles({ starting: [...ALL, may(["s3:GetObject"], `${BUCKET}/*`)] }),
    "the operator scans": roles({ starting: [...ALL, may(["dynamodb:*"], TABLE)] }),
    "the operator writes elsewhere": roles({ starting: [...ALL, may(["s3:PutObject"], "arn:aws:s3:::elsewhere/*")] }),
    "the operator passes any role": roles({ starting: [...ALL, may(["iam:PassRole"], "*")] }),
    "the operator may do nothing": roles({ starting: [] }),
    "the operator may not pass S3 its role": roles({ starting: ALL.filter((one) => one !== PASS) }),
    "S3 may not replicate": roles({ replicating: [FIND] }),
    "the bucket denies what begins it": roles({ more: bucketWith(denied("s3:InitiateReplication")) }),
    "the bucket takes no export": roles({ more: bucketWith(denied("s3:PutObject")) }),
  },
  undecided: {
    "a variable is its policy": roles({ starting: "${var.policy}" }),
  },
  notApplicable: { "the enclave is not judged": {} },
};
