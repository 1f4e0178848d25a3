import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault";
import { BackupVaultLockConfiguration } from "@cdktf/provider-aws/lib/backup-vault-lock-configuration";
import { BackupVaultPolicy } from "@cdktf/provider-aws/lib/backup-vault-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { backupsPurpose } from "../../config/names";
import { GuaranteeError } from "../guarantee-error";
import { managedPolicyArn } from "../iam/managed-policy";
import { policyDocument, serviceTrust } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { DataKey } from "./data-key";

/** Days in which a new lock can still be taken back: the least that makes it a compliance lock. @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html */
const CHANGEABLE_DAYS = 3;
/** A day's backup is kept for five weeks: the lock lets nobody keep one shorter. */
const KEEP_DAYS = 35;
/** Nor may a backup that somebody asks for outlive an erasure: whoever asks for that is answered within three months. */
const MOST_DAYS = 90;

export interface LockedBackupVaultProps {
  /** Last part of the vault's name. */
  readonly purpose: string;
  /** Of what is backed up. The backups are under another. */
  readonly sourceKey: DataKey;
  /** Roles that may administer the vault's own key. */
  readonly administratorArns: readonly string[];
  /** What is backed up: tables and buckets of the same stack. */
  readonly resourceArns: readonly string[];
}

/** Through which AWS Backup works on a table and a bucket, and on what it keeps. */
const SERVICES = ["backup", "dynamodb", "s3"];

/**
 * Guarantee: what is named here is backed up every day, in its own region, under a key of the vault's own, so that the
 * backups outlive the loss of the key that they were made of; and no backup can be deleted early, kept longer than three months or copied out of the account, by anybody, the deploy role and root included.
 *
 * Emits `DataKey`, `aws_backup_vault` with its lock and policy, `aws_backup_plan`, `aws_backup_selection` and the
 * role in which AWS Backup reads.
 * Controls: A5, B10, G52, H63, H65.
 *
 * @throws vault.nothing-selected when it would back up nothing
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export class LockedBackupVault extends Construct {
  /** The role's ARN is computed, so that the buckets it reads can name it. */
  static roleArn(scope: Construct): string {
    const lock = RegionLock.of(scope);
    return lock.roleArn(lock.backupRoleName);
  }

  constructor(scope: Construct, id: string, props: LockedBackupVaultProps) {
    super(scope, id);
    if (props.resourceArns.length === 0) {
      throw new GuaranteeError(
        "vault.nothing-selected",
        this.node.path,
        "'resourceArns' must name what is backed up, got none; name the stack's tables and buckets",
      );
    }
    const lock = RegionLock.of(this);
    const key = new DataKey(this, "key", {
      purpose: backupsPurpose(props.purpose),
      description: `Backups of ${props.purpose} of ${lock.stack}`,
      administratorArns: props.administratorArns,
    });
    for (const each of [props.sourceKey, key]) SERVICES.forEach((service) => each.allowGrantsThrough(service));
    const vault = new BackupVault(this, "vault", {
      name: lock.name(props.purpose),
      kmsKeyArn: key.arn,
      forceDestroy: false,
      lifecycle: { preventDestroy: true },
    });
    new BackupVaultLockConfiguration(this, "lock", {
      backupVaultName: vault.name,
      changeableForDays: CHANGEABLE_DAYS,
      minRetentionDays: KEEP_DAYS,
      maxRetentionDays: MOST_DAYS,
    });
    new BackupVaultPolicy(this, "policy", { backupVaultName: vault.name, policy: this.nothingLeaves() });
    const plan = new BackupPlan(this, "plan", {
      name: lock.name(props.purpose),
      rule: [
        {
          ruleName: "daily",
          targetVaultName: vault.name,
          schedule: "cron(0 3 * * ? *)",
          startWindow: 60,
          completionWindow: 480,
          lifecycle: { deleteAfter: KEEP_DAYS },
        },
      ],
    });
    new BackupSelection(this, "selection", {
      name: lock.name(props.purpose),
      planId: plan.id,
      iamRoleArn: this.backupRole().arn,
      resources: [...props.resourceArns],
    });
  }

  private backupRole(): IamRole {
    const lock = RegionLock.of(this);
    const role = new IamRole(this, "role", {
      name: lock.backupRoleName,
      assumeRolePolicy: serviceTrust("backup.amazonaws.com", lock.place.account),
    });
    const policies = {
      tables: "service-role/AWSBackupServiceRolePolicyForBackup",
      buckets: "AWSBackupServiceRolePolicyForS3Backup",
    };
    for (const [what, policy] of Object.entries(policies)) {
      new IamRolePolicyAttachment(this, `role-${what}`, {
        role: role.name,
        policyArn: managedPolicyArn(lock.place, policy),
      });
    }
    return role;
  }

  private nothingLeaves(): string {
    return policyDocument([
      {
        Sid: "NothingLeaves",
        Effect: "Deny",
        Principal: "*",
        Action: [
          "backup:CopyFromBackupVault",
          "backup:CopyIntoBackupVault",
          "backup:DeleteBackupVault",
          "backup:DeleteRecoveryPoint",
          "backup:UpdateRecoveryPointLifecycle",
        ],
        Resource: "*",
      },
    ]);
  }
}
