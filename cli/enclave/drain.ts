import { randomUUID } from "node:crypto";
import {
  DescribeTableCommand,
  DynamoDBClient,
  ExportTableToPointInTimeCommand,
  DescribeExportCommand,
  paginateListExports,
  type ExportDescription,
} from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { CreateJobCommand, paginateListJobs, S3ControlClient, type JobStatus } from "@aws-sdk/client-s3-control";
import { DAY_MS } from "../../config/calendar";
import { drainStores, EXPORT_DAYS } from "../../config/drain-stores";
import type { Estate } from "../../config/estate";
import { drainPath } from "../../config/names";
import { enclavePlace, sitePlaces } from "../../config/places";
import type { Cloud } from "../aws/cloud";
import { ArrivedExports } from "./arrived-exports";
import { type DrainRecords, isSettled, type DrainRecord } from "./drain-record";
import { deletedAndLeft, endVersions, isLeft } from "./end-deleted";
import { takeItems, type Inventory } from "./inventory";
import { importExport } from "./item-import";
import { ItemWriter } from "./item-writer";

const JOB = "Drain of the enclave: objects that replication has not copied";
/** A job in one of these still copies. */
const RUNNING: readonly JobStatus[] = ["New", "Preparing", "Suspended", "Ready", "Active", "Pausing", "Paused"];

type Tell = (line: string) => void;

/**
 * Starts whatever part of the drain is neither done nor under way; safe to repeat until nothing is left.
 *
 * Objects that live replication has not copied go by a batch job, and the table by an export into the enclave's own
 * bucket, which replication carries like every other object. What has arrived is then written into the target's table.
 * Bytes leave the enclave by the declared replication and by nothing else.
 */
export class Drain {
  private readonly path;
  private readonly stores;

  constructor(
    private readonly estate: Estate,
    private readonly cloud: Cloud,
    private readonly tell: Tell,
  ) {
    this.path = drainPath(estate);
    this.stores = drainStores(estate);
  }

  /**
   * Copies what the inventory of the enclave says that replication has not copied.
   *
   * @param endDeleted whether versions of deleted objects that nobody has copied are ended for good; else nothing is copied
   *   while there are any
   */
  async copyObjects(inventory: Inventory, endDeleted: boolean): Promise<void> {
    const erased = deletedAndLeft(inventory);
    if (erased.length > 0 && !endDeleted) {
      return this.tell(
        `Objects: nothing is copied while ${erased.length} versions that nobody has copied are of deleted objects: they ` +
          "would come home, where nothing says that they are deleted. Restore what was deleted by mistake, and end the " +
          "others for good with --end-deleted.",
      );
    }
    if (erased.length > 0) {
      const settings = await this.cloud.at(enclavePlace(this.estate));
      await endVersions(settings, this.stores.source.bucket, erased);
      this.tell(`Objects: ${erased.length} versions of deleted objects that nobody had copied are ended for good.`);
    }
    const ended = new Set(erased);
    const left = [...inventory.versions, ...inventory.ofDrain].filter((one) => isLeft(one) && !ended.has(one)).length;
    if (left === 0) return this.tell("Objects: every version is copied or on its way.");
    const AccountId = this.path.sourceAccount;
    const place = enclavePlace(this.estate);
    const client = new S3ControlClient(await this.cloud.hostPrefixed(place, this.path.operatorRoleArn));
    for await (const { Jobs = [] } of paginateListJobs({ client }, { AccountId, JobStatuses: [...RUNNING] })) {
      const job = Jobs.find(({ Description, Status }) => Description === JOB && RUNNING.includes(Status!));
      if (job) return this.tell(`Objects: job ${job.JobId} copies them already (${job.Status}).`);
    }
    const { JobId } = await client.send(
      new CreateJobCommand({
        AccountId,
        ClientRequestToken: randomUUID(),
        ConfirmationRequired: false,
        Description: JOB,
        Operation: { S3ReplicateObject: {} },
        ManifestGenerator: {
          S3JobManifestGenerator: {
            ExpectedBucketOwner: AccountId,
            SourceBucket: this.path.sourceBucketArn,
            // A manifest or a report would list every key.
            EnableManifestOutput: false,
            Filter: { EligibleForReplication: true, ObjectReplicationStatuses: ["NONE", "FAILED"] },
          },
        },
        Report: { Enabled: false },
        Priority: 1,
        RoleArn: this.path.batchRoleArn,
      }),
    );
    this.tell(`Objects: job ${JobId} is started for ${left} versions that replication has not copied.`);
  }

  /** Exports the table, where something that it holds is neither imported nor in an export that is. */
  async exportTable({ items }: Inventory, record: DrainRecord): Promise<void> {
    if (areSettled(items, record)) return this.tell("Table: everything that it holds has come home.");
    const client = new DynamoDBClient(await this.cloud.at(enclavePlace(this.estate), this.path.operatorRoleArn));
    const { Table } = await client.send(new DescribeTableCommand({ TableName: this.stores.source.table }));
    for await (const { ExportSummaries = [] } of paginateListExports({ client }, { TableArn: Table!.TableArn })) {
      for (const { ExportArn, ExportStatus } of ExportSummaries) {
        const { ExportDescription } = await client.send(new DescribeExportCommand({ ExportArn }));
        if (ExportStatus === "FAILED" || !this.isOurs(ExportDescription)) continue;
        if (ExportStatus === "COMPLETED" && isOver(ExportDescription!, record)) continue;
        const how = ExportStatus === "COMPLETED" ? "is exported" : "is being exported";
        return this.tell(`Table: it ${how} already, ${ExportDescription?.ItemCount ?? "an unknown number of"} items.`);
      }
    }
    await client.send(
      new ExportTableToPointInTimeCommand({
        TableArn: Table!.TableArn,
        S3Bucket: this.stores.source.bucket,
        S3BucketOwner: this.path.sourceAccount,
        S3Prefix: this.path.exportPrefix,
        ExportFormat: "DYNAMODB_JSON",
      }),
    );
    this.tell("Table: its export into the enclave's bucket is started; replication carries it home.");
  }

  /** Writes what has arrived into the target's table, each item once. What is there already is newer, and stays. */
  async importItems({ items: held }: Inventory, records: DrainRecords): Promise<void> {
    const { drainTarget } = this.estate.enclave;
    const settings = await this.cloud.at(sitePlaces(this.estate).find(({ stack }) => stack === drainTarget)!);
    const arrived = new ArrivedExports(new S3Client(settings), this.stores.target.bucket);
    const record = await records.read();
    const [latest, ...others] = [...(await arrived.summaries(`${this.path.exportPrefix}/`))].reverse();
    // What is imported already says so, and has its marks deleted where a run was killed before it came to that.
    const next = [latest, ...others].find((summary) => summary && !record.exports.has(exportOf(summary))) ?? latest;
    const items = next === undefined ? undefined : await arrived.items(next);
    if (!items && areSettled(held, record)) return this.tell("Items: nothing is left to write.");
    if (!items) return this.tell(`Items: no whole export has arrived in ${drainTarget} yet; run this again.`);
    const source = await this.cloud.at(enclavePlace(this.estate));
    const counts = await importExport(
      { id: exportOf(next!), items },
      {
        writer: new ItemWriter(new DynamoDBClient(settings), this.stores.target.table),
        records,
        held,
        heldNow: () => takeItems(source, this.stores.source.table),
      },
    );
    if (!counts) return this.tell("Items: the export is imported already, and is not imported again.");
    this.tell(
      `Items: ${counts.written} of ${items.length} are written into ${drainTarget}, ${counts.found} were there and are ` +
        `newer, ${counts.erased} are erased in the enclave and not written; the others are known from before.`,
    );
    if (counts.stale > 0) this.tell(`Items: ${counts.stale} are others in the enclave by now: run this again.`);
  }

  private isOurs(description: ExportDescription | undefined): boolean {
    return description?.S3Bucket === this.stores.source.bucket && description.S3Prefix === this.path.exportPrefix;
  }
}

/** Whether every item that the enclave holds is known to have come home. */
function areSettled(items: Inventory["items"], record: DrainRecord): boolean {
  return [...items.keys()].every((key) => isSettled(record.items.get(key)));
}

/** Whether nothing more comes of an export: it is imported, or its copy has ended. */
function isOver({ ExportArn, EndTime }: ExportDescription, { exports }: DrainRecord): boolean {
  const isOld = EndTime !== undefined && Date.now() - EndTime.getTime() > EXPORT_DAYS * DAY_MS;
  return isOld || exports.has(ExportArn!.split("/").at(-1)!);
}

/** The export's id: its folder, in which its summary lies, and the last part of its ARN. */
function exportOf(summaryKey: string): string {
  return summaryKey.split("/").at(-2)!;
}
