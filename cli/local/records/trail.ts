import { sign, type KeyObject } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { dayFields, minuteText, secondText, writeKey, type KeyOwner } from "../../../audit/delivered-key";
import { sha256 } from "../../../config/digest";
import { drawn, drawnUuid, type DeliveredObject } from "./delivered-object";

const HOUR = 60 * 60 * 1000;

/** The pair with which the rehearsal signs in CloudTrail's place. */
export interface Signer {
  readonly privateKey: KeyObject;
  readonly fingerprint: string;
}

export interface TrailRecording extends KeyOwner {
  readonly bucket: string;
  readonly trailName: string;
  readonly home: string;
  readonly region: string;
  readonly signer: Signer;
  /** When the first hour begins. */
  readonly from: Date;
  readonly hours: number;
  /** The digest that the first follows; none where the chain begins. */
  readonly after?: DeliveredObject;
  /** Log files in each hour; with none, each digest says that there was nothing. */
  readonly logsEachHour: number;
}

/** What CloudTrail delivers of one trail and one region: its log files and the chain of its digests, oldest first. */
export function recordTrail(recording: TrailRecording): readonly DeliveredObject[] {
  const objects: DeliveredObject[] = [];
  let previous = recording.after;
  for (let hour = 0; hour < recording.hours; hour++) {
    const start = new Date(recording.from.getTime() + hour * HOUR);
    const logs = Array.from({ length: recording.logsEachHour }, (_, index) => recordLog(recording, start, index));
    previous = recordDigest(recording, start, logs, previous);
    objects.push(...logs.map(({ object }) => object), previous);
  }
  return objects;
}

interface RecordedLog {
  readonly object: DeliveredObject;
  readonly content: Buffer;
  readonly eventTime: string;
}

const timeText = (at: Date) => at.toISOString().replace(".000Z", "Z");

function recordLog(recording: TrailRecording, start: Date, index: number): RecordedLog {
  const { account, region, logsEachHour } = recording;
  const at = new Date(start.getTime() + ((index + 0.5) * HOUR) / logsEachHour);
  const eventTime = timeText(new Date(at.getTime() - 5 * 60_000));
  const content = Buffer.from(JSON.stringify({ Records: [event(account, region, eventTime)] }));
  const unique = drawn(16, account, region, eventTime);
  const key = writeKey(recording, "trail-logs", { ...dayFields(at), region, minute: minuteText(at), unique });
  return { object: { key, body: gzipSync(content) }, content, eventTime };
}

/** Config asks a trail what it is set to: a call that every audited account sees. */
function event(account: string, region: string, eventTime: string) {
  return {
    eventVersion: "1.11",
    userIdentity: { type: "AWSService", invokedBy: "config.amazonaws.com" },
    eventTime,
    eventSource: "cloudtrail.amazonaws.com",
    eventName: "DescribeTrails",
    awsRegion: region,
    sourceIPAddress: "config.amazonaws.com",
    userAgent: "config.amazonaws.com",
    requestParameters: { includeShadowTrails: false },
    responseElements: null,
    requestID: drawnUuid("request", account, region, eventTime),
    eventID: drawnUuid("event", account, region, eventTime),
    readOnly: true,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: "Management",
  };
}

function recordDigest(
  recording: TrailRecording,
  start: Date,
  logs: readonly RecordedLog[],
  previous: DeliveredObject | undefined,
): DeliveredObject {
  const { account, bucket, region, home, signer, trailName: trail } = recording;
  const end = new Date(start.getTime() + HOUR);
  const fields = { ...dayFields(end), region, home, trail, second: secondText(end) };
  const key = writeKey(recording, "trail-digests", fields);
  const previousSignature = previous?.metadata!["signature"] ?? null;
  const content = Buffer.from(
    JSON.stringify({
      awsAccountId: account,
      digestStartTime: timeText(start),
      digestEndTime: timeText(end),
      digestS3Bucket: bucket,
      digestS3Object: key,
      digestPublicKeyFingerprint: signer.fingerprint,
      digestSignatureAlgorithm: "SHA256withRSA",
      newestEventTime: logs.at(-1)?.eventTime ?? null,
      oldestEventTime: logs[0]?.eventTime ?? null,
      previousDigestS3Bucket: previous ? bucket : null,
      previousDigestS3Object: previous?.key ?? null,
      previousDigestHashValue: previous ? sha256(gunzipSync(previous.body)) : null,
      previousDigestHashAlgorithm: previous ? "SHA-256" : null,
      previousDigestSignature: previousSignature,
      logFiles: logs.map(({ object, content: log, eventTime }) => ({
        s3Bucket: bucket,
        s3Object: object.key,
        hashValue: sha256(log),
        hashAlgorithm: "SHA-256",
        newestEventTime: eventTime,
        oldestEventTime: eventTime,
      })),
    }),
  );
  const signed = `${timeText(end)}\n${bucket}/${key}\n${sha256(content)}\n${previousSignature ?? "null"}`;
  const signature = sign("sha256", Buffer.from(signed), signer.privateKey).toString("hex");
  return { key, body: gzipSync(content), metadata: { signature, "signature-algorithm": "SHA256withRSA" } };
}
