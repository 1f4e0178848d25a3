import { backupRoleArn, deployRoleArn, drainPath } from "../../../config/names";
import type { WholeEstate } from "../../policy";
import { deniedToMembers, exceptRole } from "./denied-to-members";

const STORES = [
  ...["backup:DeleteBackupVaultAccessPolicy", "backup:DeleteBackupVaultLockConfiguration"],
  ...["backup:PutBackupVaultAccessPolicy", "dynamodb:DeleteResourcePolicy", "dynamodb:PutResourcePolicy"],
  ...["dynamodb:UpdateContinuousBackups", "kms:DeleteAlias", "kms:DisableKeyRotation", "kms:PutKeyPolicy"],
  ...["kms:UpdateAlias", "s3:CreateAccessPoint", "s3:DeleteBucketPolicy", "s3:PutAccessPointPolicy"],
  ...["s3:PutAccountPublicAccessBlock", "s3:PutBucketAcl", "s3:PutBucketLogging"],
  ...["s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock", "s3:PutBucketTagging", "s3:PutBucketVersioning"],
  ...["s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration"],
  ...["secretsmanager:DeleteResourcePolicy", "secretsmanager:PutResourcePolicy"],
];
/** What AWS Backup sets up to follow a bucket. */
const FOLLOWING = ["s3:PutBucketNotification"];
/** The same, and what a replication of what is there already begins with. */
const INVENTORIES = ["s3:PutInventoryConfiguration"];
const ACCOUNT = [
  ...["ec2:DisableEbsEncryptionByDefault", "ec2:DisableImageBlockPublicAccess"],
  ...["ec2:DisableSnapshotBlockPublicAccess", "ec2:EnableSerialConsoleAccess", "ec2:EnableSnapshotBlockPublicAccess"],
  ...["ec2:ModifyEbsDefaultKmsKeyId", "ec2:ModifyInstanceMetadataDefaults", "ec2:ResetEbsDefaultKmsKeyId"],
  ...["ssm:ResetServiceSetting", "ssm:UpdateServiceSetting"],
];
const STREAMS = [
  ...["firehose:CreateDeliveryStream", "firehose:UpdateDestination", "logs:PutAccountPolicy", "logs:PutDestination"],
  ...["logs:PutDestinationPolicy", "logs:PutResourcePolicy", "logs:PutSubscriptionFilter"],
];

export const storeGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-015",
  title:
    "Only the deploy role changes what a store lets in, encrypts with and sends on, and an account's safe defaults",
  severity: "critical",
  controls: ["A5", "A6", "B17", "B18", "C24", "C25"],
  rationale:
    "What a policy proves of a bucket or a key holds as long as nobody rewrites it in a console, where no policy looks.",
  remediation: "Attach the guardrails of GuardrailPolicies, with storeDeny among them, to the account's unit.",
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_s3.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying.html",
  ],
  construct: "organization/guardrails/store-deny",

  check(context) {
    const { estate } = context;
    return deniedToMembers(context, (member) => {
      const except = exceptRole(deployRoleArn(estate, member));
      const following = [...except, ...exceptRole(backupRoleArn(estate, member))];
      const inventories = [...following, ...exceptRole(drainPath(estate).batchRoleArn)];
      return [
        { expected: "nobody but the deploy role changes a store", actions: STORES, except },
        { expected: "nobody but the deploy role and AWS Backup sends on", actions: FOLLOWING, except: following },
        { expected: "nobody but who must makes an inventory", actions: INVENTORIES, except: inventories },
        { expected: "nobody but the deploy role changes an account's defaults", actions: ACCOUNT, except },
        { expected: "nobody but the deploy role makes a stream of data", actions: STREAMS, except },
      ];
    });
  },
};
