import { every, type Answer } from "../../answer";
import { ENCLAVE, MONITOR } from "../../../config/places";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, notApplicable, pass, type Verdict } from "../../verdict";
import { judgeOnly } from "./judge-only";
import { ofEveryObject } from "./lifecycle-rules";

/** Days: whoever asks for erasure is answered within a month, which may become three. */
const MOST = 90;
const HOURS_A_DAY = 24;
const IN_BOTH_STORES = `at most ${MOST} days in the memory and the magnetic store together`;

/** How long a type keeps what was deleted, or what it never deletes. */
const ENDS: Readonly<Record<string, (store: Resource) => Verdict>> = {
  aws_backup_plan: (plan) =>
    all(
      pass(plan.root.at),
      ...plan
        .value("rule")
        .items()
        .map((rule) => inTime(rule.value("lifecycle[0].delete_after"))),
    ),
  // A plan says how long its own backups are kept; the lock, how long anybody's.
  aws_backup_vault: (vault) =>
    vault.stack === ENCLAVE
      ? notApplicable(vault.root.at)
      : judgeOnly(vault, "aws_backup_vault_lock_configuration", endsBackups, "backup_vault_name"),
  // Without a number it keeps events for ever, and so it does with 0.
  aws_cloudwatch_event_archive: (archive) =>
    all(archive.value("retention_days").mustBeAtLeast(1, "days"), inTime(archive.value("retention_days"))),
  // AWS's default is a day.
  aws_kinesis_stream: (stream) => ifSaid(stream.value("retention_period"), hoursInTime),
  // AWS's default is that nothing is kept.
  aws_kinesis_video_stream: (stream) => ifSaid(stream.value("data_retention_in_hours"), hoursInTime),
  aws_s3_bucket: (bucket) => all(endsVersions(bucket), ...locksOf(bucket).map(unlocksInTime)),
  aws_timestreamwrite_table: (table) => table.value("retention_properties[0]").mustSatisfy(IN_BOTH_STORES, endsBoth),
};

export const erasure: EachResource = {
  kind: "each",
  id: "STO-016",
  title: "What is erased of people's data is gone within three months, with its old versions and its backups",
  severity: "high",
  controls: ["H65"],
  rationale:
    "A person who asks for erasure has a right to it. A version that nobody ends, a lock that nobody opens, or a store that cannot delete keeps their data after they were told that it is gone. What the monitor holds is evidence, and is kept as long as it is.",
  remediation:
    "Build the bucket with UserDataStore: its lifecycle ends old versions after 90 days. Give a plan 'delete_after', a vault's lock 'max_retention_days' and a stream or an archive its retention, and lock no store of people's data.",
  sources: [
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
  ],
  construct: "encryption/encrypted-bucket",
  types: Object.keys(ENDS),

  check(store) {
    const isOfPeople = store.stack !== MONITOR && store.dataClass === "restricted";
    return isOfPeople ? ENDS[store.type]!(store) : notApplicable(store.root.at);
  },
};

function endsBackups(lock: Resource): Verdict {
  return inTime(lock.value("max_retention_days"));
}

/** A record cannot be deleted: it goes through one store into the other, and then ends. */
function endsBoth(retention: Value): Answer {
  const hours = retention.value("memory_store_retention_period_in_hours");
  const days = retention.value("magnetic_store_retention_period_in_days");
  if (hours.isUnknown || days.isUnknown) return "unknown";
  return Number(hours.text) / HOURS_A_DAY + Number(days.text) <= MOST ? "yes" : "no";
}

function endsVersions(bucket: Resource): Verdict {
  return ofEveryObject(bucket, `ends versions within ${MOST} days`, (rule) => {
    const versions = rule.value("noncurrent_version_expiration[0]");
    const days = [versions.value("noncurrent_days"), versions.value("days")].find((value) => !value.isAbsent);
    return every([days ? isInTime(days) : "no", keepsNone(versions.value("newer_noncurrent_versions"))]);
  });
}

/** Of some versions, however old, the newest may be kept. */
function keepsNone(number: Value): Answer {
  return number.isAbsent ? "yes" : number.is(0);
}

function isInTime(days: Value): Answer {
  const { outcome } = inTime(days);
  return outcome === "undecided" ? "unknown" : outcome === "pass" ? "yes" : "no";
}

function locksOf(bucket: Resource): readonly Value[] {
  const locks = bucket.companions("aws_s3_bucket_object_lock_configuration", "bucket").map(({ root }) => root);
  return [...locks, bucket.value("object_lock_configuration[0]")].map((lock) =>
    lock.value("rule[0].default_retention[0]"),
  );
}

/** In either mode: who may pass over one is nobody here. */
function unlocksInTime(retention: Value): Verdict {
  return all(retention.value("years").mustBeAbsent("no lock of years"), ifSaid(retention.value("days"), inTime));
}

function ifSaid(value: Value, judge: (value: Value) => Verdict): Verdict {
  return value.isAbsent ? pass(value.at) : judge(value);
}

function inTime(days: Value): Verdict {
  return days.mustBeAtMost(MOST, "days");
}

function hoursInTime(hours: Value): Verdict {
  return hours.mustBeAtMost(MOST * HOURS_A_DAY, "hours");
}
