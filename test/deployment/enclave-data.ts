import { createHash } from "node:crypto";
import {
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import {
  DeleteBucketReplicationCommand,
  DeleteObjectCommand,
  GetBucketLifecycleConfigurationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { Cloud } from "../../cli/aws/cloud";
import { MARKS } from "../../cli/enclave/items";
import { keyArnOf } from "../../cli/local/verify/storage";
import { drainStores } from "../../config/drain-stores";
import type { Estate } from "../../config/estate";
import { enclavePlace, sitePlaces } from "../../config/places";

const PEOPLE = 7;
/** So many that writing them home can be watched, and killed. */
export const ITEMS = 60;

const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

/** The enclave's stores and its drain target's, reached beside everything that is tested. */
export class EnclaveData {
  private readonly cloud;
  private readonly stores;

  constructor(
    private readonly estate: Estate,
    url: string,
  ) {
    this.cloud = new Cloud(estate, url);
    this.stores = drainStores(estate);
  }

  /** Objects that replication copies, objects from before it was there, versions, a deletion, and items. */
  async write(): Promise<void> {
    const { bucket: Bucket, table: TableName } = this.stores.source;
    const { s3, dynamodb } = await this.clients("source");
    const put = (name: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key: `people/${name}`, Body }));
    await put("replicated", "as it arrived");
    await s3.send(new DeleteBucketReplicationCommand({ Bucket }));
    for (let person = 0; person < PEOPLE; person++) await put(String(person), `what ${person} wrote`);
    await put("0", "what 0 wrote later");
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "people/1" }));
    for (let person = 0; person < ITEMS; person++) {
      const Item = {
        subject: { S: `person-${person}` },
        record: { S: "profile" },
        photo: { B: Buffer.from([person, 255]) },
        tags: { SS: ["b", "a"] },
        deep: { L: [{ M: { age: { N: String(person) } } }, { NULL: true as const }] },
      };
      await dynamodb.send(new PutItemCommand({ TableName, Item }));
    }
  }

  /** Digest of every version's content and of every item, by what it is of. */
  async digests(side: "source" | "target"): Promise<ReadonlyMap<string, string>> {
    const { bucket: Bucket, table: TableName } = this.stores[side];
    const { s3, dynamodb } = await this.clients(side);
    const digests = new Map<string, string>();
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    for (const { Key, VersionId } of Versions) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
      digests.set(`${Key} ${VersionId}`, sha256(await Body!.transformToByteArray()));
    }
    const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName }));
    for (const { subject, record, ...rest } of Items) {
      const content = JSON.stringify(Object.entries(rest).sort(), (_, value) =>
        value instanceof Set ? [...value] : value,
      );
      digests.set(`${subject!.S} ${record!.S}`, sha256(Buffer.from(content)));
    }
    return digests;
  }

  /** Whose items the enclave has, and the target has not. */
  async peopleToCome(): Promise<readonly string[]> {
    const { dynamodb } = await this.clients("source");
    const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: this.stores.source.table }));
    const home = await this.peopleAtHome();
    return Items.map(({ subject }) => subject!.S!).filter((person) => !home.includes(person));
  }

  /** Whose items are at home; under one subject the drain has its marks there, while it imports. */
  async peopleAtHome(): Promise<readonly string[]> {
    const { dynamodb } = await this.clients("target");
    const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: this.stores.target.table }));
    return [...new Set(Items.map(({ subject }) => subject!.S!))].filter((subject) => subject !== MARKS);
  }

  /** How many marks the drain has in the target's table. */
  async marks(): Promise<number> {
    const { dynamodb } = await this.clients("target");
    const { Items = [] } = await dynamodb.send(new ScanCommand({ TableName: this.stores.target.table }));
    return Items.filter(({ subject }) => subject!.S === MARKS).length;
  }

  async erase(side: "source" | "target", person: string): Promise<void> {
    const { dynamodb } = await this.clients(side);
    const Key = { subject: { S: person }, record: { S: "profile" } };
    await dynamodb.send(new DeleteItemCommand({ TableName: this.stores[side].table, Key }));
  }

  /** What somebody writes at home about a person who came home. */
  async update(person: string): Promise<void> {
    const { dynamodb } = await this.clients("target");
    const Item = { subject: { S: person }, record: { S: "profile" }, changed: { BOOL: true } };
    await dynamodb.send(new PutItemCommand({ TableName: this.stores.target.table, Item }));
  }

  /** At home: an object is overwritten and its replica ends, another is erased for good, a third is deleted. */
  async changeObjects(overwritten: string, erased: string, deleted: string): Promise<void> {
    const { bucket: Bucket } = this.stores.target;
    const { s3 } = await this.clients("target");
    const end = async (Prefix: string) => {
      const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix }));
      for (const { Key, VersionId } of Versions.filter((one) => one.Key === Prefix)) {
        await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
      }
    };
    await end(overwritten);
    await s3.send(new PutObjectCommand({ Bucket, Key: overwritten, Body: "written at home" }));
    await end(erased);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: deleted }));
  }

  /** What of the target's bucket expires: prefixes. */
  async expiresAtHome(): Promise<readonly string[]> {
    const { s3 } = await this.clients("target");
    const { bucket: Bucket } = this.stores.target;
    const { Rules = [] } = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    return Rules.filter(({ Expiration }) => Expiration?.Days).map(({ Filter }) => Filter!.Prefix!);
  }

  async keyArn(): Promise<string> {
    return keyArnOf(this.cloud, this.estate.organization.prefix, enclavePlace(this.estate), "user-data");
  }

  /** What is left of the enclave's store: errors of what is not there, and the state of its key. */
  async remains(keyArn: string): Promise<readonly unknown[]> {
    const { bucket: Bucket, table: TableName } = this.stores.source;
    const { s3, dynamodb } = await this.clients("source");
    const kms = new KMSClient(await this.cloud.at(enclavePlace(this.estate)));
    const failure = (answer: Promise<unknown>) =>
      answer.then(
        () => "there",
        ({ name }: Error) => name,
      );
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: keyArn }));
    return [
      await failure(s3.send(new HeadBucketCommand({ Bucket }))),
      await failure(dynamodb.send(new DescribeTableCommand({ TableName }))),
      KeyMetadata!.KeyState,
      Math.round((KeyMetadata!.DeletionDate!.getTime() - Date.now()) / (24 * 60 * 60 * 1000)),
    ];
  }

  private async clients(side: "source" | "target") {
    const home = sitePlaces(this.estate).find(({ stack }) => stack === this.estate.enclave.drainTarget)!;
    const settings = await this.cloud.at(side === "source" ? enclavePlace(this.estate) : home);
    return { s3: new S3Client(settings), dynamodb: new DynamoDBClient(settings) };
  }
}
