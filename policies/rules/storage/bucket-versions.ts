import { some } from "../../answer";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, pass, undecided, type Verdict } from "../../verdict";
import type { Estate } from "../../../config/estate";
import { drainPath } from "../../../config/names";
import { MONITOR } from "../../../config/places";
import { arnOf } from "../arn-of";
import { judgeOnly } from "./judge-only";
import { lifecycleRulesOf, ofEveryObject } from "./lifecycle-rules";

const VERSIONING = "aws_s3_bucket_versioning";

/** Days. */
const LEAST = 30;

export const bucketVersions: EachResource = {
  kind: "each",
  id: "STO-005",
  title:
    "A bucket keeps every version of an object for a month at least, and nothing of an upload that nobody finished",
  severity: "medium",
  controls: ["H58", "H63"],
  rationale:
    "Without versions an overwritten or deleted object is gone for the person whose it is. The parts of an unfinished upload are that person's data where no list of objects shows it.",
  remediation: "Build the bucket with EncryptedBucket: versioning is on and its lifecycle tidies up.",
  sources: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html",
  ],
  construct: "encryption/hardened-bucket",
  types: ["aws_s3_bucket"],

  check(bucket, { estate }) {
    const rules = lifecycleRulesOf(bucket);
    const isOfPeople = bucket.stack !== MONITOR && bucket.dataClass === "restricted";
    const ofDrain = endsOfDrain(bucket, estate);
    return all(
      keepsVersions(bucket),
      tidiesUp(bucket),
      ...rules.map(keepsForAWhile),
      ...(isOfPeople ? rules.map((rule) => endsNothing(rule, ofDrain)) : []),
    );
  },
};

function keepsVersions(bucket: Resource): Verdict {
  const inline = bucket.value("versioning");
  if (!inline.isAbsent) return all(inline.value("enabled").mustBe(true), noCompanion(bucket));
  return judgeOnly(bucket, VERSIONING, (one) => one.value("versioning_configuration[0].status").mustBe("Enabled"));
}

/** Both forms for one bucket contradict each other from run to run. */
function noCompanion(bucket: Resource): Verdict {
  const [versioning] = bucket.companions(VERSIONING, "bucket");
  return versioning
    ? undecided(versioning.root.at, "a second form of it", "versioning in one form")
    : pass(bucket.root.at);
}

/** What was replaced or deleted by mistake must still be there when somebody notices. */
function keepsForAWhile(rule: Value): Verdict {
  const versions = rule.value("noncurrent_version_expiration[0]");
  if (versions.isAbsent) return pass(rule.at);
  const days = [versions.value("noncurrent_days"), versions.value("days")].find((value) => !value.isAbsent);
  return (days ?? versions.value("noncurrent_days")).mustBeAtLeast(LEAST, "days");
}

/** How long somebody's data is needed, no clock knows; what the drain brings it home by, it needs no longer. */
function endsNothing(rule: Value, ofDrain: readonly string[]): Verdict {
  const ends = ["days", "date"].map((name) => rule.value(`expiration[0].${name}`));
  const kept = all(
    pass(rule.at),
    ...ends.map((end) => (end.is(0) === "yes" ? pass(end.at) : end.mustBeAbsent("no end"))),
  );
  const prefix = rule.value("filter[0].prefix");
  const isOfDrain = prefix.is(...ofDrain);
  if (kept.outcome === "pass" || ofDrain.length === 0 || isOfDrain === "no") return kept;
  return isOfDrain === "yes"
    ? pass(prefix.at)
    : undecided(prefix.at, prefix.legible, `no end but of ${listed(ofDrain)}`);
}

/** What of the drain's own ends in a bucket: its record does not before nothing can be brought home any more. */
function endsOfDrain(bucket: Resource, estate: Estate): readonly string[] {
  const { sourceBucketArn, targetBucketArn, exportPrefix, recordPrefix } = drainPath(estate);
  if (![sourceBucketArn, targetBucketArn].includes(arnOf(bucket))) return [];
  const isOver = estate.enclave.phase === "retired";
  return [exportPrefix, ...(isOver ? [recordPrefix] : [])].map((prefix) => `${prefix}/`);
}

const listed = (prefixes: readonly string[]) => prefixes.join(" and ");

function tidiesUp(bucket: Resource): Verdict {
  return ofEveryObject(bucket, "aborts unfinished uploads", (rule) =>
    some(
      [
        rule.value("abort_incomplete_multipart_upload[0].days_after_initiation"),
        rule.value("abort_incomplete_multipart_upload_days"),
      ].map((days) => (days.isUnknown ? "unknown" : Number(days.text) > 0 ? "yes" : "no")),
    ),
  );
}
