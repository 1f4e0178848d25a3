import { deployRoleArn, drainPath } from "../../../config/names";
import type { WholeEstate } from "../../policy";
import { deniedToMembers, exceptRole } from "./denied-to-members";
import { isEnclave } from "./members";

const COPIES = [
  ...["appflow:CreateFlow", "backup:CopyFromBackupVault", "backup:CopyIntoBackupVault", "backup:StartCopyJob"],
  ...["config:PutAggregationAuthorization", "config:PutConfigurationAggregator", "datasync:CreateTask"],
  ...["dlm:CreateLifecyclePolicy", "dms:CreateEndpoint", "dynamodb:CreateGlobalTable", "dynamodb:CreateTableReplica"],
  ...["dynamodb:EnableKinesisStreamingDestination", "dynamodb:UpdateGlobalTable", "ec2:CopyImage", "ec2:CopySnapshot"],
  ...["ec2:CopyVolumes", "ecr-public:PutImage", "ecr:PutReplicationConfiguration"],
  ...["elasticache:CopyServerlessCacheSnapshot", "elasticache:CopySnapshot"],
  ...["elasticache:CreateGlobalReplicationGroup", "elasticache:ExportServerlessCacheSnapshot"],
  ...["elasticfilesystem:CreateReplicationConfiguration", "fsx:CopyBackup", "logs:CreateExportTask"],
  ...["memorydb:CopySnapshot", "oam:CreateLink", "rds:CopyDBClusterSnapshot", "rds:CopyDBSnapshot"],
  ...["rds:CreateDBInstanceReadReplica", "rds:CreateGlobalCluster", "rds:CreateIntegration"],
  ...["rds:StartDBInstanceAutomatedBackupsReplication", "rds:StartExportTask", "redshift:EnableSnapshotCopy"],
  ...["s3:CreateMultiRegionAccessPoint", "secretsmanager:ReplicateSecretToRegions", "snowball:CreateJob"],
  ...["storagegateway:ActivateGateway", "transfer:CreateConnector", "transfer:CreateServer"],
];
const SHARES_AND_EXPORTS = [
  ...["ebs:GetSnapshotBlock", "ebs:ListChangedBlocks", "ebs:ListSnapshotBlocks"],
  ...["ec2:CreateInstanceExportTask", "ec2:CreateStoreImageTask", "ec2:ExportImage"],
  ...["ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute", "lambda:AddLayerVersionPermission"],
  ...["rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute", "redshift:AuthorizeDataShare"],
  ...["redshift:AuthorizeSnapshotAccess", "ssm:ModifyDocumentPermission"],
];

export const copyGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-008",
  title:
    "Nobody in a member account copies, shares or exports data by a service's own means, and only the deploy role configures replication",
  severity: "critical",
  controls: ["A5", "A6", "A7", "A8"],
  rationale:
    "A snapshot that is shared is copied from the other side; an image that is exported is a file. Neither passes a network or a bucket policy of the estate on its way out.",
  remediation: "Attach the guardrails of GuardrailPolicies, with copyDeny among them, to the account's unit.",
  sources: [
    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html",
  ],
  construct: "organization/guardrails/copy-deny",

  check(context) {
    return deniedToMembers(context, (member) => [
      { expected: "nobody copies data", actions: COPIES },
      { expected: "nobody shares or exports data", actions: SHARES_AND_EXPORTS },
      {
        expected: "nobody but the enclave's drain exports a table or copies objects in batches",
        actions: ["dynamodb:ExportTableToPointInTime", "s3:CreateJob"],
        except: isEnclave(member) ? exceptRole(drainPath(context.estate).operatorRoleArn) : [],
      },
      {
        expected: "nobody but the deploy role configures replication",
        actions: ["s3:PutReplicationConfiguration"],
        except: exceptRole(deployRoleArn(context.estate, member)),
      },
    ]);
  },
};
