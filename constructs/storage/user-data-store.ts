import { Construct } from "constructs";
import { USER_DATA_PURPOSE, WORKLOAD_LOGS_PURPOSE, type DrainPath } from "../../config/names";
import { DataKey } from "../encryption/data-key";
import { EncryptedBucket } from "../encryption/encrypted-bucket";
import { EncryptedLogGroup } from "../encryption/encrypted-log-group";
import { EncryptedTable } from "../encryption/encrypted-table";
import type { PassingObjects } from "../encryption/hardened-bucket";
import { LockedBackupVault } from "../encryption/locked-backup-vault";
import { RegionLock } from "../region/region-lock";

export interface UserDataStoreProps {
  readonly organizationId: string;
  /** VPC endpoints of the site's segment, through which alone the data is reached. */
  readonly doors: readonly string[];
  readonly administratorArns: readonly string[];
  /** Days that workloads' own logs are kept: a year or more. */
  readonly logRetentionDays: number;
  /** Present on the enclave's drain target: its data comes home here. */
  readonly drain?: DrainPath;
  /** What the enclave's drain leaves in the bucket, and expires there. Nothing by default. */
  readonly passing?: readonly PassingObjects[];
}

/**
 * Guarantee: an active site's user data is in one bucket and one table under one key of the site's
 * own, backed up into a locked vault under another, and nothing of it can be destroyed by a deployment. What workloads
 * log may quote it, so their log group is guarded alike. What the enclave's drain leaves behind in it expires.
 *
 * Emits `DataKey`, `EncryptedBucket`, `EncryptedTable`, `EncryptedLogGroup` and `LockedBackupVault`.
 * Controls: B10, C22, F46, F48, G52, H63, H65.
 */
export class UserDataStore extends Construct {
  readonly key: DataKey;
  readonly bucket: EncryptedBucket;
  readonly table: EncryptedTable;

  constructor(scope: Construct, id: string, props: UserDataStoreProps) {
    super(scope, id);
    const { stack } = RegionLock.of(this);
    const shared = { purpose: USER_DATA_PURPOSE, dataClass: "restricted", ...props } as const;
    this.key = new DataKey(this, "key", {
      purpose: USER_DATA_PURPOSE,
      description: `User data of ${stack}`,
      administratorArns: props.administratorArns,
    });
    const writer = props.drain && { account: props.drain.sourceAccount, arn: props.drain.replicationRoleArn };
    if (writer) this.key.allowEncryptionBy("EnclaveReplicas", writer, "s3");
    this.bucket = new EncryptedBucket(this, "bucket", {
      ...shared,
      key: this.key,
      serviceRoleArns: [LockedBackupVault.roleArn(this)],
      replicaWriter: writer,
    });
    this.table = new EncryptedTable(this, "table", {
      ...shared,
      key: this.key,
      partitionKey: "subject",
      sortKey: "record",
    });
    new EncryptedLogGroup(this, "workload-logs", {
      ...shared,
      purpose: WORKLOAD_LOGS_PURPOSE,
      key: this.key,
      retentionDays: props.logRetentionDays,
    });
    new LockedBackupVault(this, "vault", {
      purpose: USER_DATA_PURPOSE,
      sourceKey: this.key,
      administratorArns: props.administratorArns,
      resourceArns: [this.bucket.arn, this.table.arn],
    });
  }
}
