import { auditSinks, auditSources, type AuditSinks, type AuditSource } from "../../../config/names";
import type { Estate } from "../../../config/estate";
import { MONITOR } from "../../../config/places";
import type { Answer } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { once } from "../../once";
import { fail, notApplicable, undecided, type Verdict } from "../../verdict";

/** What the monitor keeps for one account of the estate. */
export interface Kept {
  readonly source: AuditSource;
  readonly sinks: AuditSinks;
  readonly estate: Estate;
}

export function keptFor({ estate }: Context): readonly Kept[] {
  return keptIn(estate);
}

const keptIn = once((estate: Estate): readonly Kept[] =>
  auditSources(estate).map((source) => ({ source, sinks: auditSinks(estate, source.stack), estate })),
);

/**
 * The verdict on a resource that is one of the declared archives' parts, by the name that the estate gives it; nothing
 * is asked of any other.
 *
 * @param names whether it is the part of this archive
 */
export function ifDeclared(
  resource: Resource,
  context: Context,
  names: (kept: Kept) => Answer,
  judge: (kept: Kept) => Verdict,
): Verdict {
  const answers = keptFor(context).map((kept) => [kept, names(kept)] as const);
  const found = answers.find(([, answer]) => answer === "yes");
  const expected = "a resource of the monitor's stack, account and region";
  if (!found) {
    const perhaps = resource.stack === MONITOR && answers.some(([, answer]) => answer === "unknown");
    return perhaps
      ? undecided(resource.root.at, "a name that cannot be known before deployment", expected)
      : notApplicable(resource.root.at);
  }
  const [kept] = found;
  const { place } = kept.sinks;
  const { stack, account, region } = resource;
  const isThere = stack === MONITOR && account === place.account && region === place.region;
  return isThere ? judge(kept) : fail(resource.root.at, `${stack}, ${account}, ${region}`, expected);
}

/** Which of the two buckets of an account it is. */
export type KeptAs = "archive" | "intake";

/** Where a bucket's policy stands. */
export const BUCKET_POLICY = { inline: "policy", companion: { type: "aws_s3_bucket_policy", by: "bucket" } };

/** As `ifDeclared`, for a bucket that is an archive or an intake. */
export function ifKept(bucket: Resource, context: Context, judge: (kept: Kept, as: KeptAs) => Verdict): Verdict {
  const archive = ifDeclared(bucket, context, isArchive(bucket), (kept) => judge(kept, "archive"));
  if (archive.outcome !== "notApplicable") return archive;
  return ifDeclared(bucket, context, isIntake(bucket), (kept) => judge(kept, "intake"));
}

export const isArchive = (bucket: Resource) => isNamed(bucket, ({ archiveBucket }) => archiveBucket);
export const isIntake = (bucket: Resource) => isNamed(bucket, ({ intakeBucket }) => intakeBucket);

function isNamed(bucket: Resource, by: (sinks: AuditSinks) => string): (kept: Kept) => Answer {
  const name = bucket.value("bucket");
  return ({ sinks }) => name.is(by(sinks));
}
