import { createPrivateKey } from "node:crypto";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { bounded } from "../../../audit/bounded";
import type { AuditService } from "../../../config/audit-deliveries";
import type { Estate } from "../../../config/estate";
import { auditSinks, auditSources, type AuditSinks, type AuditSource } from "../../../config/names";
import { monitorPlace } from "../../../config/places";
import { Archive } from "../../audit/archive";
import { deliveredVersions } from "../../audit/structure";
import { Cloud } from "../../aws/cloud";
import type { DeliveredObject } from "./delivered-object";
import { recordsOf, type MadeRecord } from "./records-of";
import type { Signer } from "./trail";

const HOUR = 60 * 60 * 1000;
const AT_ONCE = 16;

/** What a run put. */
export interface PutRecords {
  /** The oldest and the latest time that the archives tell of without a gap. */
  readonly since: Date;
  readonly until: Date;
  readonly put: readonly { readonly stack: string; readonly from: Date; readonly objects: number }[];
}

/** Services that cannot deliver into a locked bucket. */
const INTO_INTAKE: ReadonlySet<AuditService> = new Set(["config-snapshots", "config-history"]);

/**
 * Plays the part of AWS's log services, which write nothing in an emulator: puts the records of the last full hours,
 * in AWS's own formats, where the estate's services would have put them. A later run goes on where the last ended.
 *
 * @param url of the emulator, which also signs the digests
 */
export async function putRecords(estate: Estate, url: string, hours: number, now: Date): Promise<PutRecords> {
  const place = monitorPlace(estate);
  const s3 = new S3Client({ ...(await new Cloud(estate, url).at(place)), forcePathStyle: true });
  const until = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
  const since = new Date(until.getTime() - hours * HOUR);
  const signerOf = signersAt(url);
  const put: PutRecords["put"][number][] = [];
  for (const source of auditSources(estate)) {
    const sinks = auditSinks(estate, source.stack);
    const archive = new Archive(s3, sinks.archiveBucket, place.account);
    const last = await lastDigests(archive, source, until, hours);
    const from = last.at ?? since;
    const records = await recordsOf(estate, source, { from, until, after: last.digests, signerOf });
    await putInto(s3, sinks, records);
    put.push({ stack: source.stack, from, objects: records.length });
  }
  return { since, until, put };
}

interface LastDigests {
  readonly at?: Date;
  /** Region → its last digest. */
  readonly digests: ReadonlyMap<string, DeliveredObject>;
}

async function lastDigests(archive: Archive, source: AuditSource, until: Date, hours: number): Promise<LastDigests> {
  const period = { from: new Date(until.getTime() - hours * HOUR), to: until };
  const listing = await archive.list(source, period);
  const found = deliveredVersions(listing, source).filter(({ delivered }) => delivered.service === "trail-digests");
  const at = new Date(Math.max(...found.map(({ delivered }) => delivered.at!.getTime())));
  const last = found.filter(({ delivered }) => delivered.at!.getTime() === at.getTime());
  const digests = new Map<string, DeliveredObject>();
  for (const { key, delivered } of last) {
    const { body, metadata } = (await archive.object(key))!;
    digests.set(delivered.region!, { key, body: Buffer.from(body), metadata });
  }
  return { at: last.length > 0 ? at : undefined, digests };
}

/** Puts each record where its service would have. */
async function putInto(s3: S3Client, sinks: AuditSinks, records: readonly MadeRecord[]): Promise<void> {
  await bounded(records, AT_ONCE, ({ service, object: { key, body, metadata } }) => {
    const Bucket = INTO_INTAKE.has(service) ? sinks.intakeBucket : sinks.archiveBucket;
    return s3.send(new PutObjectCommand({ Bucket, Key: key, Body: body, Metadata: { ...metadata } }));
  });
}

/** What CloudTrail signs with in each region of the emulator. */
function signersAt(url: string): (region: string) => Promise<Signer> {
  return async (region) => {
    const response = await fetch(`${url}/clover-emulator/trail-signer/${region}`);
    const { fingerprint, privateKey } = (await response.json()) as { fingerprint: string; privateKey: string };
    return { fingerprint, privateKey: createPrivateKey(privateKey) };
  };
}
