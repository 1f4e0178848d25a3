import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { DrainPath } from "../../config/names";
import type { DataKey } from "../encryption/data-key";
import type { EncryptedBucket } from "../encryption/encrypted-bucket";
import type { EncryptedTable } from "../encryption/encrypted-table";
import { policyDocument, serviceTrust, type Conditions, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";

/** The least that IAM offers. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const SESSION_SECONDS = 3600;
const BATCH_SERVICE = "batchoperations.s3.amazonaws.com";

export interface DrainRolesProps {
  readonly drain: DrainPath;
  readonly bucket: EncryptedBucket;
  readonly table: EncryptedTable;
  readonly key: DataKey;
}

/**
 * Guarantee: whoever deploys the enclave can start its drain in one role that can do nothing else: neither read
 * data, nor name another destination. What is there already is replicated by S3 itself, in a role that only S3 assumes.
 *
 * Emits two `aws_iam_role`, each with its one policy.
 * Controls: A5, F45, F46, H62.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-policies.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html
 */
export class DrainRoles extends Construct {
  constructor(scope: Construct, id: string, props: DrainRolesProps) {
    super(scope, id);
    const { drain } = props;
    const operator = new IamRole(this, "operator", {
      name: drain.operatorRoleName,
      description: "Starts the drain of the enclave, and does nothing else",
      maxSessionDuration: SESSION_SECONDS,
      assumeRolePolicy: policyDocument([
        {
          Sid: "Deployer",
          Effect: "Allow",
          Principal: { AWS: RegionLock.of(this).deployRoleArn },
          Action: "sts:AssumeRole",
        },
      ]),
    });
    new IamRolePolicy(this, "operator-policy", {
      name: "start",
      role: operator.name,
      policy: policyDocument(this.starts(props)),
    });
    const batch = new IamRole(this, "batch", {
      name: drain.batchRoleName,
      description: "Replicates what the enclave's bucket holds already",
      assumeRolePolicy: serviceTrust(BATCH_SERVICE),
    });
    new IamRolePolicy(this, "batch-policy", {
      name: "replicate",
      role: batch.name,
      policy: policyDocument([
        allow("Replicate", ["s3:InitiateReplication"], `${props.bucket.arn}/*`),
        allow("FindObjects", ["s3:GetReplicationConfiguration", "s3:PutInventoryConfiguration"], props.bucket.arn),
      ]),
    });
  }

  private starts({ drain, bucket, table, key }: DrainRolesProps): readonly Statement[] {
    const lock = RegionLock.of(this);
    const throughS3 = { StringEquals: { "kms:ViaService": lock.endpoint("s3") } };
    return [
      allow("StartJob", ["s3:CreateJob", "s3:ListJobs"], "*", {
        StringEquals: { "aws:RequestedRegion": lock.place.region },
      }),
      allow("PassBatchRole", ["iam:PassRole"], drain.batchRoleArn, {
        StringEquals: { "iam:PassedToService": BATCH_SERVICE },
      }),
      allow(
        "Export",
        ["dynamodb:DescribeTable", "dynamodb:ExportTableToPointInTime", "dynamodb:ListExports"],
        table.arn,
      ),
      allow("SeeExport", ["dynamodb:DescribeExport"], `${table.arn}/export/*`),
      // An export writes with the rights of whoever asks for it.
      allow("WriteExport", ["s3:AbortMultipartUpload", "s3:PutObject"], `${bucket.arn}/${drain.exportPrefix}/*`),
      allow("EncryptExport", ["kms:Decrypt", "kms:GenerateDataKey"], key.arn, throughS3),
    ];
  }
}

function allow(Sid: string, Action: readonly string[], Resource: string, Condition?: Conditions): Statement {
  return { Sid, Effect: "Allow", Action, Resource, ...(Condition ? { Condition } : {}) };
}
