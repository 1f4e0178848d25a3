import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { readKey } from "../../audit/delivered-key";
import { trailAlert } from "../../audit/trail-alert";
import { trailRecords } from "../../audit/trail-records";
import { archivePurpose, bucketName } from "../../config/names";
import { MONITOR } from "../../config/places";
import { batches, entryOf } from "./entries";

const s3 = new S3Client({});
const events = new EventBridgeClient({});

/** The estate's prefix, the monitor's account and bus, the stacks whose trails it keeps, with commas, the role for emergencies. */
const { PREFIX, ACCOUNT, BUS, STACKS, BREAK_GLASS } = process.env;
const OF_TRAIL = /^([^/]+)\/AWSLogs\/(\d{12})\/CloudTrail\//;

/** What S3 says of an object that has arrived. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
interface Arrival {
  readonly detail: { readonly bucket: { readonly name: string }; readonly object: { readonly key: string } };
}

/**
 * Puts onto the monitor's bus what matters at once of a trail's file that has arrived, of a region in which its account has
 * no rules: only of those is this function told. A file that cannot be read is a failure of this function, and its alarm
 * is an alert like any other.
 *
 * A run that is repeated puts the same events again: each has the record's own id, by which it is known.
 */
export async function handler({ detail: { bucket, object } }: Arrival): Promise<void> {
  const { stack, account } = ownerOf(object.key);
  const archive = bucketName(PREFIX!, MONITOR, archivePurpose(stack), ACCOUNT!);
  if (bucket.name !== archive) throw new Error(`${object.key} lies in ${bucket.name}, and belongs into ${archive}`);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: archive, Key: object.key }));
  const records = trailRecords(object.key, await Body!.transformToByteArray());
  const entries = records.flatMap((record) => {
    const type = trailAlert(record, BREAK_GLASS!);
    return type ? [entryOf(type, record, account)] : [];
  });
  for (const batch of batches(entries)) await put(batch);
}

/** Whose trail it is. Nobody delivers under another account's name: what the archive's own policy admits is that account's. */
function ownerOf(key: string) {
  const [, stack = "", account = ""] = OF_TRAIL.exec(key) ?? [];
  const isKept = STACKS!.split(",").includes(stack) && readKey(key, { stack, account })?.service === "trail-logs";
  if (!isKept) throw new Error(`${key} is no log file of a trail that the monitor keeps`);
  return { stack, account };
}

async function put(batch: ReturnType<typeof batches>[number]): Promise<void> {
  const { Entries = [] } = await events.send(
    new PutEventsCommand({ Entries: batch.map((entry) => ({ ...entry, EventBusName: BUS })) }),
  );
  const refused = Entries.find(({ ErrorCode }) => ErrorCode);
  if (refused) throw new Error(`The bus ${BUS} refused an event: ${refused.ErrorCode}, ${refused.ErrorMessage}`);
}
