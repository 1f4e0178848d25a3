import type { ChainReader, ChainVerdict, Period } from "../../audit/chain";
import { ownerPrefix, readKey, type KeyOwner } from "../../audit/delivered-key";
import { validateChain } from "../../audit/trail-chain";
import { LONGEST_SILENCE_MINUTES } from "../../config/audit-deliveries";

const DAY = 24 * 60 * 60 * 1000;
/** A digest of the day's last hour, and log files that it names, lie in the next day's folders. */
const FOLDERS = 2;

/** One account's trail, and the archive that it is in. */
export interface Trail extends KeyOwner {
  readonly bucket: string;
  readonly trailName: string;
}

/** Where the archive is read. */
export interface ArchiveReader extends ChainReader {
  /** The folders directly under a prefix, each with its slash. */
  readonly folders: (prefix: string) => Promise<readonly string[]>;
  /** The keys under a prefix. */
  readonly keys: (prefix: string) => Promise<readonly string[]>;
}

/** What was found of one day. */
export interface DayVerdict {
  readonly stack: string;
  readonly account: string;
  readonly trailName: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly regions: Readonly<Record<string, ChainVerdict>>;
  /** A region at least, none without a digest, and no problem in any. */
  readonly valid: boolean;
}

/**
 * Validates what a trail recorded yesterday, by UTC, in every region of which the archive has ever had a digest: nothing
 * in it can be deleted, so that a chain which ended is not valid. Neither is an archive without any.
 */
export async function validateDay(trail: Trail, archive: ArchiveReader, now: Date): Promise<DayVerdict> {
  const to = new Date(Math.floor(now.getTime() / DAY) * DAY);
  const period = { from: new Date(to.getTime() - DAY), to };
  const verdicts: Record<string, ChainVerdict> = {};
  for (const region of await regionsOf(trail, archive)) {
    verdicts[region] = await validateRegion(trail, region, period, archive);
  }
  const all = Object.values(verdicts);
  return {
    stack: trail.stack,
    account: trail.account,
    trailName: trail.trailName,
    period: { from: period.from.toISOString(), to: period.to.toISOString() },
    regions: verdicts,
    valid: all.length > 0 && all.every(({ digests, problems }) => digests > 0 && problems.length === 0),
  };
}

async function regionsOf(trail: Trail, archive: ArchiveReader): Promise<readonly string[]> {
  const folders = await archive.folders(`${ownerPrefix(trail)}CloudTrail-Digest/`);
  return folders.map((folder) => folder.split("/").at(-2)!).sort();
}

async function validateRegion(
  trail: Trail,
  region: string,
  period: Period,
  archive: ArchiveReader,
): Promise<ChainVerdict> {
  const keysOf = async (folder: string) => {
    const days = Array.from({ length: FOLDERS }, (_, day) => new Date(period.from.getTime() + day * DAY));
    const prefixes = days.map((day) => `${ownerPrefix(trail)}${folder}/${region}/${folderOf(day)}/`);
    const keys = (await Promise.all(prefixes.map((prefix) => archive.keys(prefix)))).flat();
    return keys.filter((key) => {
      const at = readKey(key, trail)?.at;
      return at !== undefined && at > period.from && at <= period.to;
    });
  };
  const digestKeys = await keysOf("CloudTrail-Digest");
  const logKeys = [...(await keysOf("CloudTrail")), ...(await keysOf("CloudTrail-NetworkActivity"))];
  return validateChain(
    { ...trail, region, digestKeys, logKeys },
    period,
    archive,
    LONGEST_SILENCE_MINUTES["trail-digests"],
  );
}

/** `2026/11/24` */
const folderOf = (day: Date) => day.toISOString().slice(0, "YYYY-MM-DD".length).replaceAll("-", "/");
