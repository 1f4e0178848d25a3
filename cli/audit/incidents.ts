import { z } from "zod";
import { incidentRecords, INCIDENTS, type Incident, type IncidentRecord } from "../../audit/incident";
import { bounded } from "../../audit/bounded";
import { sha256 } from "../../config/digest";
import type { Estate } from "../../config/estate";
import { auditSinks, auditSources } from "../../config/names";
import { Failure } from "../failure";
import type { Archive } from "./archive";
import { asMonitor } from "./as-monitor";

/** Requests to S3 at the same time. */
const AT_ONCE = 16;

const INCIDENT = z.object({
  id: z.string(),
  what: z.string(),
  severity: z.enum(["high", "medium", "low"]),
  account: z.string(),
  region: z.string(),
  happenedAt: z.iso.datetime(),
  event: z.object({ key: z.string(), sha256: z.string() }),
});

type Said = Pick<Incident, "what" | "severity" | "account" | "region" | "happenedAt">;

/** An incident, what it says of itself, and why that cannot be relied on. */
export interface FoundIncident extends Partial<Said> {
  readonly record: IncidentRecord;
  readonly archive: Archive;
  readonly problem?: string;
}

/**
 * Every incident of every archive, as it was first written.
 *
 * @throws Failure when the credentials are not the monitor's, or an archive cannot be read
 */
export function findIncidents(estate: Estate): Promise<readonly FoundIncident[]> {
  return asMonitor(estate, (bucket) => allIncidents(estate, bucket));
}

/**
 * One incident, and what is written beside it now, if anything is.
 *
 * @param id its first characters are enough
 * @param written that somebody was notified, or that it is closed, and in which words
 * @throws Failure when there is no such incident, or several, or it has been written before
 */
export function findIncident(
  estate: Estate,
  id: string,
  written?: { readonly step: "notified" | "closed"; readonly note: string },
): Promise<FoundIncident> {
  return asMonitor(estate, async (bucket, who) => {
    const incident = onlyOne(estate, id, await allIncidents(estate, bucket));
    if (!written) return incident;
    await write(incident, written, who);
    const { archive, record } = incident;
    return onlyOne(estate, record.id, await incidentsIn(record.stack, archive));
  });
}

async function allIncidents(estate: Estate, bucket: (name: string) => Archive): Promise<readonly FoundIncident[]> {
  const found: FoundIncident[] = [];
  for (const { stack } of auditSources(estate)) {
    found.push(...(await incidentsIn(stack, bucket(auditSinks(estate, stack).archiveBucket))));
  }
  return found;
}

export function onlyOne({ name }: Estate, id: string, incidents: readonly FoundIncident[]): FoundIncident {
  const [found, ...more] = incidents.filter(({ record }) => record.id.startsWith(id));
  if (!found) {
    throw new Failure(
      `There is no incident ${id} in the archives of ${name}: \`npx clover audit incidents\` lists them.`,
    );
  }
  if (more.length > 0) throw new Failure(`${more.length + 1} incidents begin with ${id}: write more of it.`);
  return found;
}

/** Once, as everything in the archive: another word on it is another incident's, or a person's elsewhere. */
export async function write(
  { record, archive }: FoundIncident,
  { step, note }: { readonly step: "notified" | "closed"; readonly note: string },
  who: string,
): Promise<void> {
  const content = { incident: record.id, state: step, at: new Date().toISOString(), by: who, note };
  const isWritten = !record.steps.has(step) && (await archive.putOnce(record.keyOf(step), content));
  if (isWritten) return;
  throw new Failure(`It is written already that incident ${record.id} is ${step}, and what is written stays.`);
}

export async function incidentsIn(stack: string, archive: Archive): Promise<readonly FoundIncident[]> {
  const versions = await archive.firstVersions(`${INCIDENTS}${stack}/`);
  const ids = new Map(versions.map(({ key, versionId }) => [key, versionId]));
  const read = async (key: string) => {
    const versionId = ids.get(key);
    return versionId === undefined ? undefined : (await archive.object(key, versionId))?.body;
  };
  const records = incidentRecords(
    stack,
    versions.map(({ key, deliveredAt }) => ({ key, at: deliveredAt })),
  );
  return bounded(records, AT_ONCE, async (record) => ({ record, archive, ...(await said(record, read)) }));
}

async function said(
  { id, key }: IncidentRecord,
  read: (key: string) => Promise<Uint8Array | undefined>,
): Promise<Partial<Said> & { readonly problem?: string }> {
  const parsed = INCIDENT.safeParse(jsonIn(await read(key)));
  if (!parsed.success) return { problem: "it is no record of an incident" };
  const { id: own, event, what, severity, account, region, happenedAt } = parsed.data;
  const told = { what, severity, account, region, happenedAt };
  if (own !== id) return { ...told, problem: `it says that it is ${own}` };
  const body = await read(event.key);
  if (!body) return { ...told, problem: "the event that opened it is not beside it" };
  return sha256(body) === event.sha256
    ? told
    : { ...told, problem: "the event beside it is not the one that opened it" };
}

function jsonIn(body: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(body ?? []).toString("utf8"));
  } catch {
    return undefined;
  }
}
