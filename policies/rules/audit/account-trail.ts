import { judgedPlaces } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, type Verdict } from "../../verdict";
import { atLeastOne } from "./counted";
import { declaredSinks, type Declared } from "./declared-sinks";
import { inAccount, stackAt } from "../in-account";

export const accountTrail: WholeEstate = {
  kind: "whole",
  id: "AUD-001",
  title: "Every account has a trail of every region, whose files the monitor can prove unaltered",
  severity: "critical",
  controls: ["B12", "D27", "D34"],
  rationale:
    "Without a record of who did what, nobody can say afterwards whether somebody read a person's data. A record that the operator keeps, or can switch off or alter, proves nothing against the operator.",
  remediation: "Build the stack as an AuditedStack, or add an AuditTrail to it.",
  sources: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html",
  ],
  construct: "audit/audit-trail",

  check(context) {
    return judgedPlaces(context).map((place) => {
      const declared = declaredSinks(context, place.stack)!;
      const trails = inAccount(context, place, "aws_cloudtrail");
      return atLeastOne(trails, stackAt(place.stack), `a trail of ${place.account} to the monitor`, (trail) =>
        judge(trail, declared),
      );
    });
  },
};

/** Terraform's defaults: one region, no validation; logging and global events are on. */
function judge(trail: Resource, { sinks, source }: Declared): Verdict {
  return all(
    // The archive lets in this trail alone.
    trail.value("name").mustBe(source.trailName),
    trail.value("is_multi_region_trail").mustBe(true),
    trail.value("enable_log_file_validation").mustBe(true),
    trail.value("enable_logging").mustNotBe(false),
    trail.value("include_global_service_events").mustNotBe(false),
    trail.value("s3_bucket_name").mustBe(sinks.archiveBucket),
    trail.value("s3_key_prefix").mustBe(source.stack),
    trail.value("kms_key_id").mustBe(sinks.keyArn),
  );
}
