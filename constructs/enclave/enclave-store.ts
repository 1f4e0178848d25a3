import { Construct } from "constructs";
import { USER_DATA_PURPOSE, WORKLOAD_LOGS_PURPOSE, type DrainPath } from "../../config/names";
import { DataKey } from "../encryption/data-key";
import { EncryptedBucket } from "../encryption/encrypted-bucket";
import { EncryptedLogGroup } from "../encryption/encrypted-log-group";
import { EncryptedTable } from "../encryption/encrypted-table";
import { DrainReplication } from "./drain-replication";

export interface EnclaveStoreProps {
  readonly organizationId: string;
  /** VPC endpoints of the enclave's segment, through which alone the data is reached. */
  readonly doors: readonly string[];
  readonly administratorArns: readonly string[];
  readonly drain: DrainPath;
  /** Days that workloads' own logs are kept: a year or more; they go with the enclave. */
  readonly logRetentionDays: number;
  /** While draining, nothing new is taken. A retired enclave has no store. */
  readonly phase: "serving" | "draining";
}

/**
 * Guarantee: the enclave's data is as well guarded as a site's, copied one way into the drain target
 * as it arrives, and can be destroyed when the enclave ends: no deletion protection, no backups and
 * no lock outlive it, and its key can be scheduled for deletion.
 *
 * Emits a temporary `DataKey`, `EncryptedBucket`, `EncryptedTable` and `EncryptedLogGroup`, and
 * `DrainReplication`.
 * Controls: B10, C22, F46, F47, F48.
 */
export class EnclaveStore extends Construct {
  readonly key: DataKey;
  readonly bucket: EncryptedBucket;
  readonly table: EncryptedTable;

  constructor(scope: Construct, id: string, props: EnclaveStoreProps) {
    super(scope, id);
    const { organizationId, doors, drain } = props;
    const shared = {
      purpose: USER_DATA_PURPOSE,
      dataClass: "restricted",
      organizationId,
      doors,
      temporary: true,
    } as const;
    this.key = new DataKey(this, "key", {
      purpose: USER_DATA_PURPOSE,
      description: "User data of the enclave, until its sunset",
      administratorArns: props.administratorArns,
      temporary: true,
    });
    this.bucket = new EncryptedBucket(this, "bucket", {
      ...shared,
      key: this.key,
      serviceRoleArns: [drain.replicationRoleArn],
      draining: props.phase === "draining",
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
    new DrainReplication(this, "drain", { bucket: this.bucket, key: this.key, drain });
  }
}
