import { parsePolicy, type PolicyDocument } from "../../access/document";
import type { Value } from "../../model/value";

const grant = (Action: readonly string[], Resource: string | readonly string[] = "*", Condition?: object) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});
const through = (service: string) => ({ StringLike: { "kms:ViaService": `${service}.*` } });
const documentOf = (...Statement: readonly object[]) => parsePolicy({ Version: "2012-10-17", Statement });

/** Of what AWS's policies for its backups grant, what taking them needs. They deny nothing. */
const GRANTS: Readonly<Record<string, PolicyDocument>> = {
  AWSBackupServiceRolePolicyForS3Backup: documentOf(
    grant(
      ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
      "arn:*:events:*:*:rule/AwsBackupManagedRule*",
    ),
    grant(["kms:Decrypt", "kms:DescribeKey"], "*", through("s3")),
    grant(
      [
        ...["s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketNotification", "s3:GetBucketTagging"],
        ...["s3:GetBucketVersioning", "s3:GetInventoryConfiguration", "s3:ListBucket", "s3:ListBucketVersions"],
        ...["s3:PutBucketNotification", "s3:PutInventoryConfiguration"],
      ],
      "arn:*:s3:::*",
    ),
    grant(["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging", "s3:GetObjectVersion"], "arn:*:s3:::*/*"),
  ),
  "service-role/AWSBackupServiceRolePolicyForBackup": documentOf(
    grant(
      ["dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
      "arn:*:dynamodb:*:*:table/*",
    ),
    grant(["kms:Decrypt", "kms:GenerateDataKey"], "*", through("dynamodb")),
    grant(["rds:CreateDBClusterSnapshot", "rds:CreateDBSnapshot", "rds:DescribeDB*"]),
    grant(["ec2:CreateSnapshot", "elasticfilesystem:Backup", "fsx:CreateBackup", "fsx:DescribeBackups"]),
    grant(["redshift:CreateClusterSnapshot", "timestream:StartAwsBackupJob"]),
  ),
};

/**
 * What taking backups needs of a policy that AWS keeps for it; nothing for any other policy, which is not known here.
 * AWS widens these policies, so that this says what they grant at least, and never what they grant at most.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForS3Backup.html
 */
export function grantedAtLeast({ text = "" }: Value): PolicyDocument | undefined {
  const name = /^arn:[a-z-]+:iam::aws:policy\/(.+)$/.exec(text)?.[1];
  return name !== undefined && Object.hasOwn(GRANTS, name) ? GRANTS[name] : undefined;
}
