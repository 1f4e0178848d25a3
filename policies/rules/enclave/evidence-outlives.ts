import { auditSinks, type AuditSinks } from "../../../config/names";
import { findRegion } from "../../../config/geography";
import { ENCLAVE } from "../../../config/places";
import type { Context } from "../../context";
import { hasHole } from "../../model/symbolic";
import type { Value } from "../../model/value";
import type { WholeEstate } from "../../policy";
import { fail, pass, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";
import { settings } from "../settings";
import { enclaveResources, ofEnclave } from "./of-enclave";

/** What delivers audit logs, and the attribute that says where. */
const DELIVERS: Readonly<Record<string, string>> = {
  aws_cloudtrail: "s3_bucket_name",
  aws_config_delivery_channel: "s3_bucket_name",
  aws_flow_log: "log_destination",
  aws_guardduty_publishing_destination: "destination_arn",
  aws_route53_resolver_query_log_config: "destination_arn",
};

export const evidenceOutlives: WholeEstate = {
  kind: "whole",
  id: "ENV-006",
  title: "What the enclave did is written down outside its account and its country, where its end does not reach",
  severity: "high",
  controls: ["F49"],
  rationale: "Once the enclave is gone, its audit logs are all that tells users what happened to their data there.",
  remediation: "Ship every log with the audit constructs, to the monitor's archive.",
  sources: [
    "https://docs.aws.amazon.com/prescriptive-guidance/latest/security-reference-architecture/log-archive.html",
  ],
  construct: "audit/audit-archive",

  check(context) {
    return ofEnclave(context, () => {
      const sinks = auditSinks(context.estate, ENCLAVE);
      const logs = enclaveResources(context)
        .filter(({ type }) => Object.hasOwn(DELIVERS, type))
        .map((resource) => atMonitor(resource.value(DELIVERS[resource.type]!), sinks));
      return [archiveIsAway(context, sinks), ...stateIsAway(context), ...logs];
    });
  },
};

function archiveIsAway({ estate: { enclave } }: Context, { place }: AuditSinks): Verdict {
  const at = stackAt(ENCLAVE);
  const isAway = place.account !== enclave.account && place.country !== enclave.country;
  return isAway ? pass(at) : fail(at, `an archive in ${place.account}, ${place.country}`, "one elsewhere");
}

function atMonitor(value: Value, sinks: AuditSinks): Verdict {
  const { archiveBucket, archiveBucketArn, intakeBucket, intakeBucketArn } = sinks;
  return value.mustSatisfy(`${archiveBucketArn} or ${intakeBucketArn}`, ({ text = "" }) => {
    const [bucket] = text.split("/") as [string];
    if (hasHole(bucket)) return "unknown";
    return [archiveBucket, archiveBucketArn, intakeBucket, intakeBucketArn].includes(bucket);
  });
}

/** A local file is where the project is. */
function stateIsAway({ model, estate }: Context): readonly Verdict[] {
  const terraform = model.sources.find(({ stack }) => stack === ENCLAVE)?.terraform;
  if (terraform === undefined) return [];
  const backend = settings(model, ENCLAVE, "terraform.backend", terraform).value("backend[0].s3[0].region");
  if (backend.isAbsent) return [];
  return [
    backend.mustSatisfy(`a region outside ${estate.enclave.country}`, ({ text = "" }) => {
      const country = findRegion(text)?.country;
      return country !== undefined && country !== estate.enclave.country;
    }),
  ];
}
