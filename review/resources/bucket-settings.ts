import type { Context } from "../../policies/context";
import type { Value } from "../../policies/model/value";
import { valuesAt } from "../../policies/model/values-at";
import type { Change } from "../entry";
import { spelled } from "../spelling";
import { whereIs } from "../where";
import { DIRECTED, type Directed } from "./directed";
import { isOf, partsOf, touchedOwners, type Owner, type PartsTable, type Touched } from "./owners";
import type { Pair, Pairing } from "./pairing";
import type { Renamed } from "./renamed";
import { shiftAt, toldTexts } from "./setting-changes";

const BUCKET = "aws_s3_bucket";
const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration";
const LOCK = "aws_s3_bucket_object_lock_configuration";
const VERSIONING = "aws_s3_bucket_versioning";
const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration";
const DEFAULT = "apply_server_side_encryption_by_default";

/** A setting that can stand in a bucket, and in a resource of its own. */
interface Setting {
  /** In the bucket. */
  readonly inline: string;
  readonly type: string;
  readonly path: string;
  /** What the bucket's own form says in the other's words. */
  readonly words?: Readonly<Record<string, string>>;
  /** Where no row of the table of settings says it. */
  readonly row?: Row;
}

type Row = Pick<Directed, "stronger" | "means" | "absent" | "controls">;

const lock = (path: string): Setting => ({
  inline: `object_lock_configuration.rule.default_retention.${path}`,
  type: LOCK,
  path: `rule.default_retention.${path}`,
});

const SETTINGS: readonly Setting[] = [
  { inline: "lifecycle_rule.expiration.days", type: LIFECYCLE, path: "rule.expiration.days" },
  { inline: "lifecycle_rule.expiration.date", type: LIFECYCLE, path: "rule.expiration.date" },
  {
    inline: "lifecycle_rule.noncurrent_version_expiration.days",
    type: LIFECYCLE,
    path: "rule.noncurrent_version_expiration.noncurrent_days",
  },
  ...["days", "years", "mode"].map(lock),
  {
    inline: "versioning.enabled",
    type: VERSIONING,
    path: "versioning_configuration.status",
    words: { true: "Enabled", false: "Suspended" },
  },
  {
    inline: `server_side_encryption_configuration.rule.${DEFAULT}.sse_algorithm`,
    type: ENCRYPTION,
    path: `rule.${DEFAULT}.sse_algorithm`,
    row: {
      stronger: ["AES256", "aws:kms", "aws:kms:dsse"],
      means: ["what is written is encrypted with a key of AWS's own", "what is written is encrypted with a named key"],
      controls: ["B10", "B12"],
    },
  },
  {
    inline: `server_side_encryption_configuration.rule.${DEFAULT}.kms_master_key_id`,
    type: ENCRYPTION,
    path: `rule.${DEFAULT}.kms_master_key_id`,
    row: {
      stronger: "none",
      means: ["what is written is encrypted with another key", "what is written is encrypted with a named key"],
      controls: ["B10", "B12"],
    },
  },
];

const PARTS: PartsTable = {
  parts: new Map([LIFECYCLE, LOCK, VERSIONING, ENCRYPTION].map((type) => [type, [[BUCKET], "bucket"]])),
  inline: inlineSettingsOf,
};

/** Where a bucket has in itself what can stand apart. */
export function inlineSettingsOf(type: string): readonly string[] {
  return type === BUCKET ? [...new Set(SETTINGS.map(({ inline }) => inline.split(".")[0]!))] : [];
}

/** What a bucket is set to that was there, where a part of that came, went or stands elsewhere now. */
export function bucketSettings(
  found: Pairing,
  differing: readonly Pair[],
  base: Context,
  head: Context,
): { readonly changes: readonly Change[]; readonly touched: readonly Touched[] } {
  const isWhole = ({ isMoved, parts }: Touched) => isMoved || parts.some(({ type }) => type === BUCKET);
  const touched = touchedOwners(found, differing, PARTS).filter(isWhole);
  return {
    changes: touched.flatMap((each) => SETTINGS.flatMap((setting) => changeOf(each, setting, found, base, head))),
    touched,
  };
}

function changeOf(
  { owner, parts }: Touched,
  setting: Setting,
  { renames }: Pairing,
  base: Context,
  head: Context,
): readonly Change[] {
  const row = rowOf(setting);
  const was = textsOf(setting, valuesOf(setting, owner, "was", base), renames.of(owner.stack));
  const is = textsOf(setting, valuesOf(setting, owner, "is", head), undefined);
  const shift = shiftAt(row, was, is);
  if (shift === "same") return [];
  const here = parts.find((part) => part.type === setting.type && isOf(head, part)) ?? owner.is ?? parts[0]!;
  return [
    {
      verdict: shift === "stronger" ? "stronger" : "weaker",
      about: "setting",
      where: whereIs(here),
      what:
        shift === "unknown"
          ? `${setting.path} cannot be known before deployment`
          : row.means[shift === "weaker" ? 0 : 1],
      path: here.type === BUCKET ? setting.inline : setting.path,
      before: toldTexts(was, row.absent),
      after: toldTexts(is, row.absent),
      details: [],
      policies: [],
      controls: row.controls,
    },
  ];
}

function rowOf({ row, type, path }: Setting): Row {
  return row ?? DIRECTED.find((each) => each.types.includes(type) && each.path === path)!;
}

/** Each value, and whether it stands in the bucket. */
function valuesOf(
  { inline, type, path }: Setting,
  owner: Owner,
  side: "was" | "is",
  context: Context,
): readonly (readonly [Value, boolean])[] {
  const bucket = owner[side];
  const apart = partsOf(owner, side, [type, "bucket"], context);
  return [
    ...(bucket ? valuesAt(bucket, inline) : []).map((value) => [value, true] as const),
    ...apart.flatMap((each) => valuesAt(each, path)).map((value) => [value, false] as const),
  ].filter(([value]) => !value.isAbsent);
}

function textsOf(
  { words = {} }: Setting,
  values: readonly (readonly [Value, boolean])[],
  renamed: Renamed | undefined,
): readonly (string | undefined)[] {
  return values.map(([{ text }, isInline]) => {
    const now = text === undefined || !renamed ? text : renamed.text(text);
    return now === undefined ? undefined : isInline ? (words[now] ?? spelled(now)) : spelled(now);
  });
}
