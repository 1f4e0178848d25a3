import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import {
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type ListObjectsV2CommandOutput,
} from "@aws-sdk/client-s3";
import {
  asRecorded,
  dayOf,
  incidentKey,
  incidentOf,
  INCIDENTS,
  warningsDue,
  type Alert,
  type Stored,
} from "../../audit/incident";
import { archivePurpose, bucketName, INCIDENT_EVENT } from "../../config/names";
import { MONITOR } from "../../config/places";

const DAY = 24 * 60 * 60 * 1000;
/** Three days until the authority must know, and two by which an alert may come late or a run be missed. */
const LOOK_BACK_DAYS = 5;
const PRECONDITION_FAILED = 412;

const s3 = new S3Client({});
const events = new EventBridgeClient({});

/** The estate's prefix, the monitor's account and bus, and the stacks whose records it keeps, with commas. */
const { PREFIX, ACCOUNT, BUS, STACKS } = process.env;
const stacks = STACKS!.split(",");

/** Opens the incident of an alert; called without one, warns of incidents that are open for long. */
export async function handler(alert: Alert | Readonly<Record<string, never>>): Promise<void> {
  if ("detail-type" in alert) return open(asRecorded(alert as Alert, ACCOUNT!));
  const looked = await Promise.allSettled(stacks.map((stack) => warn(stack, new Date())));
  // One archive that cannot be read keeps no other one's warnings back, and fails the run all the same.
  const failed = looked.find(({ status }) => status === "rejected");
  if (failed) throw (failed as PromiseRejectedResult).reason;
}

/**
 * A run that is repeated keeps nothing new, and says again what is open: better twice than never. An event more of an
 * incident that is open is kept beside it, and said by nobody but itself.
 */
async function open(alert: Alert): Promise<void> {
  const stack = await stackOf(alert.account);
  const incident = incidentOf(alert, stack, new Date());
  const { id, what, severity, account, happenedAt } = incident;
  const key = incidentKey({ stack, id, happened: new Date(happenedAt) });
  const isNewEvent = await keep(stack, incident.event.key, JSON.stringify(alert));
  const isNewIncident = await keep(stack, key, JSON.stringify(incident, null, 2));
  if (isNewEvent && !isNewIncident) return;
  await announce(INCIDENT_EVENT.opened, { id, stack, account, what, severity, happenedAt, key });
}

/** Whose archive it is, is what the archive's own policy admits: nobody delivers under another account's name. */
async function stackOf(account: string): Promise<string> {
  for (const stack of stacks) {
    const Prefix = `${stack}/AWSLogs/${account}/`;
    const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket: archiveOf(stack), Prefix, MaxKeys: 1 }));
    if (KeyCount) return stack;
  }
  throw new Error(`No archive has records of the account ${account}, of which an alert has come`);
}

async function warn(stack: string, now: Date): Promise<void> {
  for (const warning of warningsDue(stack, await storedOf(stack, now), now)) {
    await announce(INCIDENT_EVENT.stillOpen, { ...warning });
    await keep(stack, warning.key, JSON.stringify({ ...warning, at: now.toISOString() }, null, 2));
  }
}

/** Once: what is kept already stays as it is. Says whether it is new. */
async function keep(stack: string, Key: string, Body: string): Promise<boolean> {
  const command = new PutObjectCommand({
    Bucket: archiveOf(stack),
    Key,
    Body,
    ContentType: "application/json",
    IfNoneMatch: "*",
  });
  try {
    await s3.send(command);
    return true;
  } catch (error) {
    const isKept = error instanceof S3ServiceException && error.$metadata.httpStatusCode === PRECONDITION_FAILED;
    if (!isKept) throw error;
    return false;
  }
}

async function announce(DetailType: string, detail: Readonly<Record<string, unknown>>): Promise<void> {
  const entry = { EventBusName: BUS, Source: INCIDENT_EVENT.source, DetailType, Detail: JSON.stringify(detail) };
  const { Entries = [] } = await events.send(new PutEventsCommand({ Entries: [entry] }));
  const refused = Entries.find(({ ErrorCode }) => ErrorCode);
  if (refused) throw new Error(`The bus ${BUS} refused ${DetailType}: ${refused.ErrorCode}, ${refused.ErrorMessage}`);
}

async function storedOf(stack: string, now: Date): Promise<readonly Stored[]> {
  const Prefix = `${INCIDENTS}${stack}/`;
  const StartAfter = `${Prefix}${dayOf(new Date(now.getTime() - LOOK_BACK_DAYS * DAY))}`;
  const stored: Stored[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page: ListObjectsV2CommandOutput = await s3.send(
      new ListObjectsV2Command({ Bucket: archiveOf(stack), Prefix, StartAfter, ContinuationToken }),
    );
    for (const { Key, LastModified } of page.Contents ?? []) stored.push({ key: Key!, at: LastModified! });
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  return stored;
}

const archiveOf = (stack: string) => bucketName(PREFIX!, MONITOR, archivePurpose(stack), ACCOUNT!);
