import { every, some, type Answer } from "../../answer";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { MONITOR } from "../../../config/places";
import { judgeOnly } from "./judge-only";

const VERSIONING = "aws_s3_bucket_versioning";
const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration";

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

  check: (bucket) =>
    all(
      keepsVersions(bucket),
      tidiesUp(bucket),
      ...rulesOf(bucket).map(keepsForAWhile),
      ...(bucket.stack !== MONITOR && bucket.dataClass === "restricted" ? rulesOf(bucket).map(endsNothing) : []),
    ),
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

function rulesOf(bucket: Resource): readonly Value[] {
  return [
    ...bucket.companions(LIFECYCLE, "bucket").flatMap((lifecycle) => lifecycle.value("rule").items()),
    ...bucket.value("lifecycle_rule").items(),
  ];
}

/** What was replaced or deleted by mistake must still be there when somebody notices. */
function keepsForAWhile(rule: Value): Verdict {
  const versions = rule.value("noncurrent_version_expiration[0]");
  if (versions.isAbsent) return pass(rule.at);
  const days = [versions.value("noncurrent_days"), versions.value("days")].find((value) => !value.isAbsent);
  return (days ?? versions.value("noncurrent_days")).mustBeAtLeast(LEAST, "days");
}

/** How long somebody's data is needed, no clock knows. */
function endsNothing(rule: Value): Verdict {
  const ends = ["days", "date"].map((name) => rule.value(`expiration[0].${name}`));
  return all(pass(rule.at), ...ends.map((end) => (end.is(0) === "yes" ? pass(end.at) : end.mustBeAbsent("no end"))));
}

function tidiesUp(bucket: Resource): Verdict {
  const rules = rulesOf(bucket);
  const expected = "an enabled rule over every object that aborts unfinished uploads";
  const answers = rules.map(aborts);
  if (answers.includes("yes")) return pass(rules[answers.indexOf("yes")]!.at);
  const open = rules[answers.indexOf("unknown")];
  if (open) return undecided(open.at, `cannot be known before deployment: ${open.legible}`, expected);
  return fail(bucket.root.at, rules.length === 0 ? "no lifecycle" : "no such rule", expected);
}

function aborts(rule: Value): Answer {
  if (rule.isUnknown) return "unknown";
  const days = [
    rule.value("abort_incomplete_multipart_upload[0].days_after_initiation"),
    rule.value("abort_incomplete_multipart_upload_days"),
  ];
  const on = rule.value("status").isAbsent ? rule.value("enabled").is(true) : rule.value("status").is("Enabled");
  return every([
    on,
    some(days.map((one) => (one.isUnknown ? "unknown" : Number(one.text) > 0 ? "yes" : "no"))),
    coversAll(rule),
  ]);
}

/** An empty filter or prefix is every object. */
function coversAll(rule: Value): Answer {
  const filter = rule.value("filter[0]");
  if (filter.isUnknown) return "unknown";
  const narrowing = ["and", "tag", "object_size_greater_than", "object_size_less_than"].map((key) => filter.value(key));
  if (narrowing.some(({ isAbsent }) => !isAbsent)) return "no";
  return every([filter.value("prefix"), rule.value("prefix")].map((one) => (one.isAbsent ? "yes" : one.is(""))));
}
