import type { Estate } from "./estate";
import type { Place } from "./place";
import { ENCLAVE } from "./places";

/** What AWS's services deliver into an archive, each under a layout of its own. */
export const AUDIT_SERVICES = [
  "trail-digests",
  "trail-logs",
  "network-activity",
  "config-snapshots",
  "config-history",
  "findings",
  "flow-logs",
  "dns-queries",
  "firewall-logs",
] as const;
export type AuditService = (typeof AUDIT_SERVICES)[number];

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * How many minutes a service that always has something to deliver may be silent. The rest deliver when there
 * is something to tell, and their silence tells nothing.
 *
 * Digests and snapshots are made every hour and arrive within the next. A flow log tells of each interface every
 * ten minutes at most, also that there was nothing: `NODATA`.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
 */
export const LONGEST_SILENCE_MINUTES = {
  "trail-digests": 3 * HOUR,
  "config-snapshots": 3 * HOUR,
  "flow-logs": HOUR,
  "dns-queries": DAY,
} as const satisfies Partial<Record<AuditService, number>>;

/** One service's deliveries for one stack. */
export interface AuditDelivery {
  readonly service: AuditService;
  /** Longer without a delivery is a gap. Nothing where silence tells nothing. */
  readonly longestSilenceMinutes?: number;
  /** Why silence tells nothing. */
  readonly quiet?: string;
}

const GLOBAL_REGIONS: Readonly<Record<string, string>> = { aws: "us-east-1" };

/** Where the calls of services that have no region are made and recorded. */
export function globalRegion({ partition, region }: Pick<Place, "partition" | "region">): string {
  return GLOBAL_REGIONS[partition] ?? region;
}

/**
 * Regions in which a multi-region trail certainly records: its home, and where global services are recorded. Of the
 * other regions it is known that they are recorded once something of them was delivered.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events
 */
export function trailRegions(place: Place): readonly string[] {
  return [...new Set([place.region, globalRegion(place)])];
}

const EVENTS_ONLY: Partial<Record<AuditService, string>> = {
  "trail-logs": "an hour without a call has an empty digest, which proves it",
  "network-activity": "written when an endpoint is used",
  "config-history": "written when a configuration changes",
  findings: "GuardDuty exports findings and nothing else: none is no record",
  "firewall-logs": "written when a consumer connects",
};

/** What must arrive of a stack, in the order of `AUDIT_SERVICES`. */
export function auditDeliveries(estate: Estate, stack: string): readonly AuditDelivery[] {
  const idle = idleBecause(estate, stack);
  return AUDIT_SERVICES.filter((service) => ships(estate, stack, service)).map((service) => {
    if (service === "dns-queries" && idle) return { service, quiet: idle };
    const silence: Partial<Record<AuditService, number>> = LONGEST_SILENCE_MINUTES;
    return { service, longestSilenceMinutes: silence[service], quiet: EVENTS_ONLY[service] };
  });
}

/** Every account ships what it does; a segment what goes through it; a gateway what it inspects. */
function ships(estate: Estate, stack: string, service: AuditService): boolean {
  const segment = stack === ENCLAVE || estate.sites.some(({ id }) => id === stack);
  const gateway = estate.flows.some(({ from, mechanism }) => from === stack && mechanism === "privatelink");
  if (service === "firewall-logs") return gateway;
  return segment || (service !== "flow-logs" && service !== "dns-queries");
}

/** Nobody looks a name up where nothing runs. */
function idleBecause(estate: Estate, stack: string): string | undefined {
  const site = estate.sites.find(({ id }) => id === stack);
  if (site?.status === "planned") return "the site is planned: nothing runs in it that would look a name up";
  if (stack === ENCLAVE && estate.enclave.phase === "retired") {
    return "the enclave is retired: nothing runs in it that would look a name up";
  }
  return undefined;
}
