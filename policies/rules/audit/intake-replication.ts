import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, type Verdict } from "../../verdict";
import { ifDeclared, isIntake, type Kept } from "./archive";
import { onlyCompanion } from "./counted";
import { encryptedWith, versioned } from "./kept-bucket";
import { replicating } from "./replicating";
import { worksIn } from "../identity/working-role";

export const intakeReplication: EachResource = {
  kind: "each",
  id: "AUD-012",
  title: "Everything that is delivered into an intake is replicated into its archive",
  severity: "critical",
  controls: ["D30", "D32"],
  rationale:
    "Config cannot deliver into a bucket with default retention. What it delivers beside it is safe only once it is in the archive; a lock on the intake would stop it from delivering at all.",
  remediation: "Build the intake with AuditArchive, whose IntakeReplication takes every object.",
  sources: [
    "https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html",
  ],
  construct: "audit/intake-replication",
  types: ["aws_s3_bucket"],

  check(bucket, context) {
    return ifDeclared(bucket, context, isIntake(bucket), (kept) =>
      all(
        bucket.value("object_lock_configuration").mustBeAbsent("no default retention"),
        ...bucket
          .companions("aws_s3_bucket_object_lock_configuration", "bucket")
          .map((lock) => lock.value("rule").mustBeAbsent("no default retention")),
        versioned(bucket, context),
        encryptedWith(bucket, kept, context),
        onlyCompanion(context, bucket, ["aws_s3_bucket_replication_configuration", "bucket"], (replication) =>
          all(takesAll(replication, kept), worksIn(replication.value("role"), replicating(kept), context)),
        ),
      ),
    );
  },
};

/** One rule must take everything; of several that take the same object, the one of the highest priority wins. */
function takesAll(replication: Resource, kept: Kept): Verdict {
  const rules = replication.value("rule");
  const [rule, ...others] = rules.items();
  if (!rule) return fail(rules.at, "none", "a rule that replicates everything");
  if (others.length > 0) return fail(rules.at, "several rules", "one rule that replicates everything");
  return isWhole(rule, kept);
}

function isWhole(rule: Value, { sinks }: Kept): Verdict {
  const destination = rule.value("destination[0]");
  const filter = rule.value("filter[0]");
  return all(
    rule.value("status").mustBe("Enabled"),
    ...["prefix", "tag", "and"].map((part) => emptyOrAbsent(filter.value(part))),
    emptyOrAbsent(rule.value("prefix")),
    // Without it, S3 leaves out what is encrypted with a customer-managed key: everything here.
    rule.value("source_selection_criteria[0].sse_kms_encrypted_objects[0].status").mustBe("Enabled"),
    destination.value("bucket").mustBe(sinks.archiveBucketArn),
    destination.value("encryption_configuration[0].replica_kms_key_id").mustBe(sinks.keyArn),
    ownAccount(destination.value("account"), sinks.place.account),
  );
}

function emptyOrAbsent(narrowing: Value): Verdict {
  return narrowing.is("") === "yes" ? narrowing.mustBe("") : narrowing.mustBeAbsent("nothing that leaves objects out");
}

/** Naming the owner is needed only where it is another account. */
function ownAccount(owner: Value, account: string): Verdict {
  return owner.isAbsent ? owner.mustBeAbsent() : owner.mustBe(account);
}
