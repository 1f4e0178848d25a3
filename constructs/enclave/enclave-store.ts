import { Construct } from "constructs";
import { USER_DATA_PURPOSE, WORKLOAD_LOGS_PURPOSE, type DrainPath } from "../../config/names";
import { DataKey } from "../encryption/data-key";
import { EncryptedBucket } from "../encryption/encrypted-bucket";
import { EncryptedLogGroup } from "../encryption/encrypted-log-group";
import { EncryptedTable } from "../encryption/encrypted-table";
import { drainExport } from "./drain-leftovers";
import { DrainReplication } from "./drain-replication";
import { DrainRoles } from "./drain-roles";

export interface EnclaveStoreProps {
  readonly organizationId: string;
  /** VPC endpoints of the enclave's segment, through which alone the data is reached. */
  readonly doors: readonly string[];
  readonly administratorArns: readonly string[];
  readonly drain: DrainPath;
  /** Days that workloads' own logs are kept: a year or more; they go with the enclave. */
  readonly logRetentionDays: number;
  /**
   * Serving, it is kept from accident as a site's store is. Draining, it takes nothing new, and the next deployment may
   * destroy it with what is in it: Terraform empties a bucket only where an earlier deployment has allowed it. A retired
   * enclave has no store.
   */
  readonly phase: "serving" | "draining";
}

/**
 * Guarantee: the enclave's data is as well guarded as a site's and copied one way into the drain target
 * as it arrives. Once the enclave is draining, nobody but the drain writes, and the store can be destroyed
 * by the next deployment: no deletion protection, no backups and no lock outlive it, and its key can
 * be scheduled for deletion. The table's export, which brings it home, ends after a month.
 *
 * Emits `DataKey`, `EncryptedBucket`, `EncryptedTable`, `EncryptedLogGroup`, `DrainReplication`, and
 * `DrainRoles` while draining.
 * Controls: B10, C22, F46, F47, F48, H65.
 */
export class EnclaveStore extends Construct {
  readonly key: DataKey;
  readonly bucket: EncryptedBucket;
  readonly table: EncryptedTable;

  constructor(scope: Construct, id: string, props: EnclaveStoreProps) {
    super(scope, id);
    const { organizationId, doors, drain } = props;
    const leaving = props.phase === "draining";
    const draining = leaving ? { exceptRoleArn: drain.operatorRoleArn } : undefined;
    const shared = { purpose: USER_DATA_PURPOSE, dataClass: "restricted", organizationId, doors, draining } as const;
    this.key = new DataKey(this, "key", {
      purpose: USER_DATA_PURPOSE,
      description: "User data of the enclave, until its sunset",
      administratorArns: props.administratorArns,
      leaving,
    });
    if (draining) this.key.encryptsNothingNew("Draining", "s3", draining.exceptRoleArn);
    this.bucket = new EncryptedBucket(this, "bucket", {
      ...shared,
      key: this.key,
      serviceRoleArns: [drain.replicationRoleArn],
      passing: [drainExport(drain)],
    });
    this.table = new EncryptedTable(this, "table", {
      ...shared,
      key: this.key,
      partitionKey: "subject",
      sortKey: "record",
      temporary: true,
    });
    new EncryptedLogGroup(this, "workload-logs", {
      purpose: WORKLOAD_LOGS_PURPOSE,
      dataClass: "restricted",
      key: this.key,
      leaving,
      retentionDays: props.logRetentionDays,
    });
    new DrainReplication(this, "drain", { bucket: this.bucket, key: this.key, drain });
    if (draining) new DrainRoles(this, "drain-roles", { drain, bucket: this.bucket, table: this.table, key: this.key });
  }
}
