import { sha256 } from "../config/digest";
import { bounded } from "./bounded";
import type { ChainProblem, ChainProblemKind, ChainReader, ChainVerdict, Period, TrailChain } from "./chain";
import { readKey } from "./delivered-key";
import { inflate } from "./inflate";
import { readOne, readSigned, Signers, type ReadDigest } from "./signed-digest";
import type { TrailDigest } from "./trail-digest";

/** Files that are read at the same time. */
const AT_ONCE = 16;
const HOUR = 60 * 60 * 1000;

/**
 * Guarantee: every log file that CloudTrail delivered in the period, in one region, is there unaltered, and so is
 * every digest; whatever is missing, altered or unproved is named. An hour without a call is proved by an empty digest.
 *
 * A digest of the period names the one before it, which is read too when it ended before the period.
 * Backfilled digests, for log files that were late, are signed as the others are and are of no hour.
 *
 * @param tolerance how long before the period's end the last digest may have ended, in minutes
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html
 */
export async function validateChain(
  chain: TrailChain,
  period: Period,
  reader: ChainReader,
  tolerance: number,
): Promise<ChainVerdict> {
  const signers = new Signers(chain.region, period, reader);
  const unsorted = await bounded(chain.digestKeys, AT_ONCE, (key) => readSigned(chain, key, reader, signers));
  const read = unsorted.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const hourly = read.filter(({ backfill }) => !backfill);
  const valid = read.filter(({ problem }) => !problem);
  const { logs, problems: logProblems } = await validateLogs(chain, valid, reader);
  return {
    digests: valid.length,
    logs,
    problems: [
      ...read.flatMap(({ key, at, digest, problem }) =>
        problem ? [{ kind: problem, key, during: hourOf(at, digest) }] : [],
      ),
      ...(await linkProblems(chain, read, reader)),
      ...timeGaps(hourly, period, tolerance),
      ...logProblems,
      ...unnamedLogs(chain, valid),
    ],
  };
}

/**
 * Each digest names the one before it, its hash and its signature: the first of the period one that may be older,
 * a backfilled one another such.
 */
async function linkProblems(
  chain: TrailChain,
  read: readonly ReadDigest[],
  reader: ChainReader,
): Promise<readonly ChainProblem[]> {
  const hourly = read.filter(({ backfill }) => !backfill);
  const problems = await bounded(read, AT_ONCE, async (current): Promise<readonly ChainProblem[]> => {
    const { digest, backfill } = current;
    if (!digest) return [];
    const before = backfill ? undefined : hourly[hourly.indexOf(current) - 1];
    const during = { from: before?.at ?? new Date(digest.digestStartTime), to: current.at };
    const named = digest.previousDigestS3Object;
    if (named === null) return before ? [{ kind: "chain-broken", key: current.key, during }] : [];
    const previous = before?.key === named ? before : await readOne(chain, named, reader);
    const problem = linkProblem(chain, digest, before, previous);
    return problem ? [{ kind: problem.kind, key: problem.key ?? current.key, during }] : [];
  });
  return problems.flat();
}

function linkProblem(
  chain: TrailChain,
  digest: TrailDigest,
  before: ReadDigest | undefined,
  previous: ReadDigest,
): { readonly kind: ChainProblemKind; readonly key?: string } | undefined {
  if (!previous.object) return { kind: "digest-missing", key: previous.key };
  const elsewhere = digest.previousDigestS3Bucket !== chain.bucket || (before && before !== previous);
  if (elsewhere || previous.object.metadata["signature"] !== digest.previousDigestSignature) {
    return { kind: "chain-broken" };
  }
  const altered = !previous.content || sha256(previous.content) !== digest.previousDigestHashValue;
  return altered ? { kind: "digest-altered", key: previous.key } : undefined;
}

/** Times of the period that no digest covers; a digest that cannot be read covers none. */
function timeGaps(hourly: readonly ReadDigest[], period: Period, tolerance: number): readonly ChainProblem[] {
  const problems: ChainProblem[] = [];
  let covered = period.from.getTime();
  for (const { digest } of hourly) {
    if (!digest) continue;
    const start = Date.parse(digest.digestStartTime);
    if (start > covered) problems.push({ kind: "time-gap", during: { from: new Date(covered), to: new Date(start) } });
    covered = Math.max(covered, Date.parse(digest.digestEndTime));
  }
  if (covered + tolerance * 60_000 < period.to.getTime()) {
    problems.push({ kind: "time-gap", during: { from: new Date(covered), to: period.to } });
  }
  return problems;
}

async function validateLogs(
  chain: TrailChain,
  valid: readonly ReadDigest[],
  reader: ChainReader,
): Promise<{ readonly logs: number; readonly problems: readonly ChainProblem[] }> {
  const named = valid.flatMap(({ at, digest }) =>
    digest!.logFiles.map((file) => ({ file, during: hourOf(at, digest) })),
  );
  const verdicts = await bounded(named, AT_ONCE, async ({ file, during }): Promise<ChainProblem | undefined> => {
    const { s3Bucket, s3Object: key, hashValue } = file;
    const object = s3Bucket === chain.bucket ? await reader.object(key) : undefined;
    if (!object) return { kind: "log-missing", key, during };
    const content = inflate(object.body);
    return content && sha256(content) === hashValue ? undefined : { kind: "log-altered", key, during };
  });
  const problems = verdicts.filter((problem) => problem !== undefined);
  return { logs: named.length - problems.length, problems };
}

/**
 * Log files that were delivered while the digests tell of, and that none of them names: CloudTrail did not write
 * them. The last hour is left out: a log file is named by the minute before it is delivered.
 */
function unnamedLogs({ stack, account, logKeys }: TrailChain, valid: readonly ReadDigest[]): readonly ChainProblem[] {
  const names = new Set(valid.flatMap(({ digest }) => digest!.logFiles.map(({ s3Object }) => s3Object)));
  const hourly = valid.filter(({ backfill }) => !backfill).map(({ digest }) => digest!);
  if (hourly.length === 0) return [];
  const from = Math.min(...hourly.map(({ digestStartTime }) => Date.parse(digestStartTime)));
  const to = Math.max(...hourly.map(({ digestEndTime }) => Date.parse(digestEndTime))) - HOUR;
  return logKeys.flatMap((key): readonly ChainProblem[] => {
    const at = readKey(key, { stack, account })?.at;
    if (!at || names.has(key) || at.getTime() < from || at.getTime() > to) return [];
    return [{ kind: "log-unnamed", key, during: { from: at, to: at } }];
  });
}

function hourOf(at: Date, digest: TrailDigest | undefined): Period {
  const from = digest ? Date.parse(digest.digestStartTime) : at.getTime() - HOUR;
  return { from: new Date(from), to: at };
}
