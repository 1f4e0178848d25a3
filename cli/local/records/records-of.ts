import { auditDeliveries, trailRegions, type AuditService } from "../../../config/audit-deliveries";
import type { Estate } from "../../../config/estate";
import { auditSinks, type AuditSource } from "../../../config/names";
import { recordHistory, recordSnapshot } from "./config-files";
import type { DeliveredObject } from "./delivered-object";
import { recordQueries } from "./dns-queries";
import { recordFinding } from "./findings";
import { recordInspection } from "./firewall-logs";
import { recordFlows } from "./flow-logs";
import type { Recorder } from "./recorded-hour";
import { recordTrail, type Signer } from "./trail";

const HOUR = 60 * 60 * 1000;

/** Who writes what besides the trail. Nobody uses an endpoint here, so that there is no network activity. */
const RECORDERS: Partial<Record<AuditService, Recorder>> = {
  "config-snapshots": recordSnapshot,
  "config-history": recordHistory,
  findings: recordFinding,
  "flow-logs": recordFlows,
  "dns-queries": recordQueries,
  "firewall-logs": recordInspection,
};

/** The hours of which records are made. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
  /** Region → the digest that its first one follows. */
  readonly after: ReadonlyMap<string, DeliveredObject>;
  readonly signerOf: (region: string) => Promise<Signer>;
}

/** An object, and the service that would have delivered it. */
export interface MadeRecord {
  readonly service: AuditService;
  readonly object: DeliveredObject;
}

/** Everything that the log services would have delivered of an account in some hours. */
export async function recordsOf(estate: Estate, source: AuditSource, span: Span): Promise<readonly MadeRecord[]> {
  const hours = (span.until.getTime() - span.from.getTime()) / HOUR;
  const records: MadeRecord[] = [];
  for (const region of trailRegions(source)) {
    const recorded = recordTrail({
      stack: source.stack,
      account: source.account,
      bucket: auditSinks(estate, source.stack).archiveBucket,
      trailName: source.trailName,
      home: source.region,
      region,
      signer: await span.signerOf(region),
      from: span.from,
      hours,
      after: span.after.get(region),
      logsEachHour: region === source.region ? 2 : 0,
    });
    records.push(...recorded.map((object): MadeRecord => ({ service: "trail-logs", object })));
  }
  for (const { service, longestSilenceMinutes, quiet } of auditDeliveries(estate, source.stack)) {
    // Where nothing runs, nobody looks a name up.
    if (service === "dns-queries" && longestSilenceMinutes === undefined && quiet) continue;
    for (let hour = 0; hour < hours; hour++) {
      const start = new Date(span.from.getTime() + hour * HOUR);
      const objects = RECORDERS[service]?.({ source, start, first: hour === 0 }) ?? [];
      records.push(...objects.map((object) => ({ service, object })));
    }
  }
  return records;
}
