import { z } from "zod";
import { inflate } from "./inflate";

/** What a record must say, so that it can be told of; the rest is as it is. */
const RECORD = z.looseObject({
  eventID: z.string().min(1),
  eventTime: z.iso.datetime(),
  eventSource: z.string().min(1),
  eventName: z.string().min(1),
  awsRegion: z.string().min(1),
});
const FILE = z.object({ Records: z.array(RECORD) });

/** A record of a trail. @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
export type TrailRecord = z.infer<typeof RECORD>;

/**
 * The records of a trail's log file.
 *
 * @throws Error when it is no gzip file, no JSON, or any record lacks what every record has: none is passed over
 */
export function trailRecords(key: string, body: Uint8Array): readonly TrailRecord[] {
  const content = inflate(body);
  if (!content) throw new Error(`${key} cannot be read: it is no gzip file, or a damaged one`);
  const parsed = FILE.safeParse(parseJson(key, content));
  if (parsed.success) return parsed.data.Records;
  const [{ path, message }] = parsed.error.issues as [z.core.$ZodIssue];
  throw new Error(`${key} cannot be read: ${path.join(".") || "the file"}: ${message}`);
}

function parseJson(key: string, content: Buffer): unknown {
  try {
    return JSON.parse(content.toString("utf8"));
  } catch {
    throw new Error(`${key} cannot be read: it is no JSON`);
  }
}
