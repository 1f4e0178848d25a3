import { along } from "../along";
import type { Channel } from "../channel";

const GUIDE = "https://docs.aws.amazon.com";
const EBS = `${GUIDE}/ebs/latest/userguide`;
const EC2 = `${GUIDE}/AWSEC2/latest/UserGuide`;

/** Backups, snapshots and images. */
export const backups: readonly Channel[] = [
  along({
    title: "Backup copy",
    types: ["aws_backup_plan"],
    moves: "bytes",
    what: "Every recovery point goes to a vault of another region or account",
    source: `${GUIDE}/aws-backup/latest/devguide/cross-region-backup.html`,
    to: [{ in: "rule.copy_action", arn: "destination_vault_arn" }],
    from: { "rule.target_vault_name": ["aws_backup_vault"] },
  }),
  along({
    title: "Backup report",
    types: ["aws_backup_report_plan"],
    moves: "telemetry",
    what: "Reports of backups go to a bucket",
    source: `${GUIDE}/aws-backup/latest/devguide/create-report-plan-console.html`,
    to: [{ in: "report_delivery_channel", bucket: "s3_bucket_name" }],
    also: ["report_setting.accounts", "report_setting.regions"],
  }),
  along({
    title: "EBS snapshot copy",
    types: ["aws_ebs_snapshot_copy"],
    moves: "bytes",
    inbound: true,
    what: "A volume's snapshot comes from another region",
    source: `${EBS}/ebs-copy-snapshot.html`,
    to: [{ region: "source_region" }],
    also: ["source_snapshot_id"],
  }),
  along({
    title: "AMI copy",
    types: ["aws_ami_copy"],
    moves: "bytes",
    inbound: true,
    what: "An image, with its snapshots, comes from another region",
    source: `${EC2}/CopyingAMIs.html`,
    to: [{ region: "source_ami_region" }, { zone: "destination_outpost_arn" }],
    also: ["source_ami_id"],
  }),
  along({
    title: "Sharing of an EBS snapshot",
    types: ["aws_snapshot_create_volume_permission"],
    moves: "access",
    from: { snapshot_id: ["aws_ebs_snapshot", "aws_ebs_snapshot_copy"] },
    what: "Another account may make volumes of a snapshot",
    source: `${EBS}/ebs-modifying-snapshot-permissions.html`,
    to: [{ principal: "account_id" }],
  }),
  along({
    title: "Sharing of an image",
    types: ["aws_ami_launch_permission"],
    moves: "access",
    from: { image_id: ["aws_ami", "aws_ami_copy", "aws_ami_from_instance"] },
    what: "Another account may launch, and so read, an image",
    source: `${EC2}/sharingamis-explicit.html`,
    to: [
      { principal: "account_id" },
      { principal: "group" },
      { principal: "organization_arn" },
      { principal: "organizational_unit_arn" },
    ],
  }),
  along({
    title: "Sharing of a database snapshot",
    types: ["aws_db_snapshot", "aws_db_cluster_snapshot", "aws_db_snapshot_copy", "aws_rds_cluster_snapshot_copy"],
    moves: "access",
    what: "Another account may restore a database from a snapshot",
    source: `${GUIDE}/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html`,
    to: [{ principal: "shared_accounts" }],
  }),
  along({
    title: "Copy of a database snapshot",
    types: ["aws_db_snapshot_copy", "aws_rds_cluster_snapshot_copy"],
    moves: "bytes",
    from: {
      source_db_snapshot_identifier: ["aws_db_snapshot"],
      source_db_cluster_snapshot_identifier: ["aws_db_cluster_snapshot"],
    },
    what: "A database's snapshot goes to another region",
    source: `${GUIDE}/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html`,
    to: [{ region: "destination_region" }],
    also: ["target_custom_availability_zone"],
  }),
  along({
    title: "Data Lifecycle Manager copy",
    types: ["aws_dlm_lifecycle_policy"],
    moves: "bytes",
    what: "Snapshots and images go to other regions",
    source: `${EBS}/snapshot-ami-policy.html`,
    to: [
      { in: "policy_details.schedule.cross_region_copy_rule", region: "target" },
      { in: "policy_details.action.cross_region_copy", region: "target" },
    ],
  }),
  along({
    title: "Data Lifecycle Manager share",
    types: ["aws_dlm_lifecycle_policy"],
    moves: "access",
    what: "Snapshots are shared with other accounts",
    source: `${EBS}/event-policy.html`,
    to: [{ in: "policy_details.schedule.share_rule", account: "target_accounts" }],
  }),
  along({
    title: "Image distribution",
    types: ["aws_imagebuilder_distribution_configuration"],
    moves: "bytes",
    what: "Images go to other regions and accounts",
    source: `${GUIDE}/imagebuilder/latest/userguide/manage-distribution-settings.html`,
    to: [
      { in: "distribution", region: "region" },
      { in: "distribution.ami_distribution_configuration", account: "target_account_ids" },
      { in: "distribution.fast_launch_configuration", account: "account_id" },
      { in: "distribution.launch_template_configuration", account: "account_id" },
      { in: "distribution.ami_distribution_configuration.launch_permission", principal: "user_ids" },
      { in: "distribution.ami_distribution_configuration.launch_permission", principal: "user_groups" },
      { in: "distribution.ami_distribution_configuration.launch_permission", principal: "organization_arns" },
      { in: "distribution.ami_distribution_configuration.launch_permission", principal: "organizational_unit_arns" },
      { in: "distribution.s3_export_configuration", bucket: "s3_bucket" },
    ],
  }),
];
