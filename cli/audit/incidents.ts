import { z } from "zod";
import { incidentRecords, INCIDENTS, type Incident, type IncidentRecord } from "../../audit/incident";
import { bounded } from "../../audit/bounded";
import { sha256 } from "../../config/digest";
import type { Estate } from "../../config/estate";
import { auditSinks, auditSources } from "../../config/names";
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
  readonly problem?: string;
}

/**
 * Every incident of every archive, as it was first written.
 *
 * @throws Failure when the credentials are not the monitor's, or an archive cannot be read
 */
export function findIncidents(estate: Estate): Promise<readonly FoundIncident[]> {
  return asMonitor(estate, async (bucket) => {
    const found: FoundIncident[] = [];
    for (const { stack } of auditSources(estate)) {
      found.push(...(await incidentsIn(stack, bucket(auditSinks(estate, stack).archiveBucket))));
    }
    return found;
  });
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
  return bounded(records, AT_ONCE, async (record) => ({ record, ...(await said(record, read)) }));
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
