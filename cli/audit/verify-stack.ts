import { bounded } from "../../audit/bounded";
import type { ChainReader, Period } from "../../audit/chain";
import { keepingProblems } from "../../audit/keeping";
import { silences } from "../../audit/silence";
import { auditDeliveries, LONGEST_SILENCE_MINUTES } from "../../config/audit-deliveries";
import type { Estate } from "../../config/estate";
import { auditSinks, type AuditSource } from "../../config/names";
import type { Archive, ListedVersion, Listing } from "./archive";
import { deliveredVersions, structureFindings, type About, type DeliveredVersion } from "./structure";
import { validateTrails } from "./trails";
import type { Finding, SourceCount, StackVerdict } from "./verdict";

/** Requests to S3 at the same time. */
const AT_ONCE = 32;
const MINUTE = 60_000;
/** Replication is promised within a quarter of an hour. */
const REPLICATION_MINUTES = 60;

/** The monitor's two buckets of one stack, and CloudTrail's public keys. */
export interface StackBuckets {
  readonly archive: Archive;
  readonly intake: Archive;
  readonly publicKeys: ChainReader["publicKeys"];
}

/**
 * Looks at everything that the monitor holds of one stack in a period: that every source delivered, that digests
 * chain and prove the log files, and that each object is kept as declared.
 */
export async function verifyStack(
  estate: Estate,
  source: AuditSource,
  period: Period,
  { archive, intake, publicKeys }: StackBuckets,
): Promise<StackVerdict> {
  const about = { stack: source.stack, account: source.account, bucket: archive.bucket, during: period };
  const missing = await missingBuckets([archive, intake], about);
  if (missing.length > 0) {
    const sources = counted(estate, source, []);
    return { ...about, sources, proved: { digests: 0, logs: 0 }, objects: 0, findings: missing };
  }
  const listing = await archive.list(source, widened(period));
  const versions = deliveredVersions(listing, source);
  const reader = { object: (key: string) => archive.object(key), publicKeys };
  const trails = await validateTrails(source, versions, period, about, reader);
  return {
    ...about,
    sources: counted(estate, source, versions),
    proved: trails.proved,
    objects: listing.versions.length,
    findings: [
      ...(await lockFindings(archive, estate, about)),
      ...silenceFindings(estate, source, versions, about),
      ...structureFindings(listing, source, about),
      ...trails.findings,
      ...(await keepingFindings(archive, listing, versions, estate, about)),
      ...(await replicationFindings(intake, listing, source, about)),
    ],
  };
}

/** Sources that may be silent for longer than the period are looked for before it. */
const widened = ({ from, to }: Period): Period =>
  reaching(from, to, Math.max(...Object.values(LONGEST_SILENCE_MINUTES)));

const reaching = (from: Date, to: Date, minutes: number): Period => ({
  from: new Date(Math.min(from.getTime(), to.getTime() - minutes * MINUTE)),
  to,
});

async function missingBuckets(buckets: readonly Archive[], about: About): Promise<readonly Finding[]> {
  const found = await bounded(buckets, AT_ONCE, (one) => one.exists());
  return buckets
    .filter((_, index) => !found[index])
    .map(({ bucket }): Finding => ({ ...about, kind: "archive-missing", bucket }));
}

async function lockFindings(archive: Archive, { monitor }: Estate, about: About): Promise<readonly Finding[]> {
  const { versioning, mode, days } = await archive.lock();
  if (versioning === "Enabled" && mode === "COMPLIANCE" && days === monitor.retentionDays) return [];
  const retention = mode ? `${mode} for ${days} days` : "no default retention";
  return [{ ...about, kind: "archive-unlocked", observed: `versioning ${versioning ?? "off"}, ${retention}` }];
}

/** Digests tell of themselves, by region: what is asked here is every other source that always delivers. */
function silenceFindings(
  estate: Estate,
  source: AuditSource,
  versions: readonly DeliveredVersion[],
  about: About,
): readonly Finding[] {
  const { from, to } = about.during;
  return auditDeliveries(estate, source.stack).flatMap(
    ({ service, longestSilenceMinutes: longest }): readonly Finding[] => {
      if (longest === undefined || service === "trail-digests") return [];
      const times = versions
        .filter(({ delivered }) => delivered.service === service)
        .map(({ delivered }) => delivered.at!);
      return silences(times, reaching(from, to, longest), longest).map((during) => ({
        ...about,
        kind: "silence",
        service,
        region: source.region,
        during,
      }));
    },
  );
}

async function keepingFindings(
  archive: Archive,
  { versions: all }: Listing,
  records: readonly DeliveredVersion[],
  estate: Estate,
  about: About,
): Promise<readonly Finding[]> {
  const declared = { retentionDays: estate.monitor.retentionDays, keyArn: auditSinks(estate, about.stack).keyArn };
  const delivered = new Map(records.map((record) => [record.key, record.delivered]));
  const findings = await bounded(all, AT_ONCE, async (version: ListedVersion): Promise<readonly Finding[]> => {
    const { key, versionId, deliveredAt } = version;
    const { service, region } = delivered.get(key) ?? {};
    const during = { from: deliveredAt, to: deliveredAt };
    return keepingProblems(await archive.keeping(version), declared).map((problem) => ({
      ...about,
      service,
      region,
      key,
      versionId,
      during,
      ...problem,
    }));
  });
  return findings.flat();
}

/** What came into the intake is in the archive, as soon as replication must have brought it there. */
async function replicationFindings(
  intake: Archive,
  { versions }: Listing,
  source: AuditSource,
  about: About,
): Promise<readonly Finding[]> {
  const archived = new Set(versions.map(({ key }) => key));
  const listing = await intake.list(source, about.during);
  const due = about.during.to.getTime() - REPLICATION_MINUTES * MINUTE;
  const late = deliveredVersions(listing, source).filter(
    ({ key, deliveredAt }) => !archived.has(key) && deliveredAt.getTime() <= due,
  );
  const inIntake = { ...about, bucket: intake.bucket };
  return [
    ...structureFindings(listing, source, inIntake).filter(({ kind }) => kind === "undeclared"),
    ...late.map(({ key, delivered, deliveredAt }): Finding => ({
      ...inIntake,
      kind: "not-replicated",
      service: delivered.service,
      region: delivered.region,
      key,
      during: { from: deliveredAt, to: about.during.to },
    })),
  ];
}

function counted(estate: Estate, source: AuditSource, versions: readonly DeliveredVersion[]): readonly SourceCount[] {
  return auditDeliveries(estate, source.stack).map((delivery) => {
    const own = versions.filter(({ delivered }) => delivered.service === delivery.service);
    const times = own
      .map(({ delivered, deliveredAt }) => delivered.at ?? deliveredAt)
      .sort((a, b) => a.getTime() - b.getTime());
    return { ...delivery, objects: own.length, first: times[0], last: times.at(-1) };
  });
}
