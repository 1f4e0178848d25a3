import { randomUUID } from "node:crypto";
import {
  ConditionalCheckFailedException,
  DescribeTableCommand,
  DynamoDBClient,
  ExportTableToPointInTimeCommand,
  DescribeExportCommand,
  paginateListExports,
  PutItemCommand,
  type ExportDescription,
} from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { CreateJobCommand, paginateListJobs, S3ControlClient, type JobStatus } from "@aws-sdk/client-s3-control";
import { drainStores } from "../../config/drain-stores";
import type { Estate } from "../../config/estate";
import { drainPath } from "../../config/names";
import { enclavePlace, sitePlaces } from "../../config/places";
import type { Cloud } from "../aws/cloud";
import { ArrivedExports } from "./arrived-exports";
import type { Inventory } from "./inventory";

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

  /** Copies what the inventory of the enclave says that replication has not copied. */
  async copyObjects({ versions }: Inventory): Promise<void> {
    const left = versions.filter(({ replication }) => replication === undefined || replication === "FAILED").length;
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

  async exportTable(): Promise<void> {
    const client = new DynamoDBClient(await this.cloud.at(enclavePlace(this.estate), this.path.operatorRoleArn));
    const { Table } = await client.send(new DescribeTableCommand({ TableName: this.stores.source.table }));
    for await (const { ExportSummaries = [] } of paginateListExports({ client }, { TableArn: Table!.TableArn })) {
      for (const { ExportArn, ExportStatus } of ExportSummaries) {
        const { ExportDescription } = await client.send(new DescribeExportCommand({ ExportArn }));
        if (ExportStatus === "FAILED" || !this.isOurs(ExportDescription)) continue;
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

  /** Writes what has arrived into the target's table. What is there already is newer, and stays. */
  async importItems(): Promise<void> {
    const { drainTarget } = this.estate.enclave;
    const settings = await this.cloud.at(sitePlaces(this.estate).find(({ stack }) => stack === drainTarget)!);
    const arrived = new ArrivedExports(new S3Client(settings), this.stores.target.bucket);
    const client = new DynamoDBClient(settings);
    const [latest] = [...(await arrived.summaries(`${this.path.exportPrefix}/`))].reverse();
    const items = latest === undefined ? undefined : await arrived.items(latest);
    if (!items) return this.tell(`Items: no whole export has arrived in ${drainTarget} yet; run this again.`);
    const TableName = this.stores.target.table;
    let written = 0;
    for (const Item of items) {
      const put = new PutItemCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(subject)" });
      await client.send(put).then(
        () => written++,
        (error: unknown) => {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
        },
      );
    }
    this.tell(`Items: ${written} of ${items.length} are written into ${drainTarget}; the others were there.`);
  }

  private isOurs(description: ExportDescription | undefined): boolean {
    return description?.S3Bucket === this.stores.source.bucket && description.S3Prefix === this.path.exportPrefix;
  }
}
