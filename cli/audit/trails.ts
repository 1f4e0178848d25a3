import type { ChainReader, Period } from "../../audit/chain";
import { ownerPrefix } from "../../audit/delivered-key";
import { validateChain } from "../../audit/trail-chain";
import { LONGEST_SILENCE_MINUTES, trailRegions } from "../../config/audit-deliveries";
import type { AuditSource } from "../../config/names";
import type { Listing } from "./archive";
import type { About, DeliveredVersion } from "./structure";
import type { Finding, StackVerdict } from "./verdict";

interface Proved {
  readonly proved: StackVerdict["proved"];
  readonly findings: readonly Finding[];
}

/**
 * Validates the chain of every region of which the archive ever had a digest, and of those that a trail must have: nothing
 * is deleted, so that a chain which ended before the period is a gap of all of it.
 */
export async function validateTrails(
  source: AuditSource,
  { folders }: Listing,
  versions: readonly DeliveredVersion[],
  period: Period,
  about: About,
  reader: ChainReader,
): Promise<Proved> {
  const keysOf = (service: string, region: string) => {
    const keys = versions
      .filter(({ delivered: { at, ...delivered } }) => {
        return delivered.service === service && delivered.region === region && at! >= period.from && at! <= period.to;
      })
      .map(({ key }) => key);
    return [...new Set(keys)];
  };
  const regions = new Set([
    ...trailRegions(source),
    ...folders.flatMap((folder) => digestRegion(folder, source) ?? []),
  ]);
  const proved = { digests: 0, logs: 0 };
  const findings: Finding[] = [];
  for (const region of [...regions].sort()) {
    const chain = {
      stack: source.stack,
      account: source.account,
      bucket: about.bucket,
      trailName: source.trailName,
      region,
      digestKeys: keysOf("trail-digests", region),
      logKeys: [...keysOf("trail-logs", region), ...keysOf("network-activity", region)],
    };
    const verdict = await validateChain(chain, period, reader, LONGEST_SILENCE_MINUTES["trail-digests"]);
    proved.digests += verdict.digests;
    proved.logs += verdict.logs;
    findings.push(
      ...verdict.problems.map((problem): Finding => ({ ...about, service: "trail-digests", region, ...problem })),
    );
  }
  return { proved, findings };
}

/** The region whose digests a folder holds. */
function digestRegion(folder: string, source: AuditSource): string | undefined {
  const root = `${ownerPrefix(source)}CloudTrail-Digest/`;
  return folder.startsWith(root) ? folder.slice(root.length).split("/")[0] || undefined : undefined;
}
