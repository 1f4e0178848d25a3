import type { ChainReader, Period } from "../../audit/chain";
import { validateChain } from "../../audit/trail-chain";
import { LONGEST_SILENCE_MINUTES, trailRegions } from "../../config/audit-deliveries";
import type { AuditSource } from "../../config/names";
import type { About, DeliveredVersion } from "./structure";
import type { Finding, StackVerdict } from "./verdict";

interface Proved {
  readonly proved: StackVerdict["proved"];
  readonly findings: readonly Finding[];
}

/** Validates the chain of every region that a stack's trail recorded in, and of those that it must have. */
export async function validateTrails(
  source: AuditSource,
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
  const seen = versions.filter(({ delivered }) => delivered.service === "trail-digests");
  const regions = new Set([...trailRegions(source), ...seen.map(({ delivered }) => delivered.region!)]);
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
      logKeys: keysOf("trail-logs", region),
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
