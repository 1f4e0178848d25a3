import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, fail, type Verdict } from "../../verdict";
import { ifDeclared, isArchive, type Kept } from "./archive";
import { onlyCompanion } from "./counted";
import { encryptedWith, versioned } from "./kept-bucket";

export const archiveLock: EachResource = {
  kind: "each",
  id: "AUD-011",
  title: "What is in an archive can be changed or deleted by nobody before the declared retention ends",
  severity: "critical",
  controls: ["B12", "D32"],
  rationale:
    "A record that somebody can delete is one that whoever abused access will delete. In governance mode some can; in compliance mode nobody can, the root user included.",
  remediation: "Build the archive with AuditArchive, which locks it in compliance mode.",
  sources: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
  ],
  construct: "audit/audit-archive",
  types: ["aws_s3_bucket"],

  check(bucket, context) {
    return ifDeclared(bucket, context, isArchive(bucket), (kept) =>
      all(
        bucket.value("object_lock_enabled").mustBe(true),
        onlyCompanion(context, bucket, ["aws_s3_bucket_object_lock_configuration", "bucket"], (lock) =>
          locks(lock, kept),
        ),
        versioned(bucket, context),
        encryptedWith(bucket, kept, context),
        takesNoAccessLogs(bucket, context),
      ),
    );
  },
};

function locks(lock: Resource, { estate }: Kept): Verdict {
  const retention = lock.value("rule[0].default_retention[0]");
  const { retentionDays } = estate.monitor;
  const years = retention.value("years");
  return all(
    lock.value("object_lock_enabled").mustNotBe("Disabled"),
    retention.value("mode").mustBe("COMPLIANCE"),
    years.isAbsent
      ? retention.value("days").mustBeAtLeast(retentionDays, "days")
      : years.mustSatisfy(`at least ${retentionDays} days`, ({ text }) => Number(text) * 365 >= retentionDays),
  );
}

/** S3 delivers no server access logs, and Config nothing at all, into a bucket with default retention: they are lost. */
function takesNoAccessLogs(bucket: Resource, { model }: Context): Verdict {
  const lost = (type: string, attribute: string) =>
    model
      .resources(type)
      .map((from) => from.value(attribute))
      .find((named) => named.isAbsent === false && bucket.names().has(named.text ?? ""));
  const found =
    lost("aws_s3_bucket_logging", "target_bucket") ??
    lost("aws_s3_bucket", "logging[0].target_bucket") ??
    lost("aws_config_delivery_channel", "s3_bucket_name");
  if (!found) return bucket.value("bucket").mustNotBe("");
  return fail(found.at, found.legible, "another bucket: this one has default retention, and what is delivered is lost");
}
