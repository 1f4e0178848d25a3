import { MONITOR } from "../../../config/places";
import { some, type Answer } from "../../answer";
import { judgedPlaces } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { keptFor } from "./archive";
import { ofMonitor, stackAt } from "../in-account";

export const monitorKeeps: WholeEstate = {
  kind: "whole",
  id: "AUD-010",
  title: "The monitor has an archive, an intake and a key for every account, and the bus for its alerts",
  severity: "critical",
  controls: ["D32", "D34", "D36", "F49"],
  rationale:
    "Every account is told where its records go. Where nothing stands there, they are lost; the enclave's outlive it only because they are not in it.",
  remediation: "Build the MonitorStack from the estate: it makes an AuditArchive for each account, and the AlertBus.",
  sources: [
    "https://docs.aws.amazon.com/prescriptive-guidance/latest/security-reference-architecture/log-archive.html",
  ],
  construct: "audit/audit-archive",

  check(context) {
    if (!judgedPlaces(context).some(({ stack }) => stack === MONITOR)) return [notApplicable(stackAt(MONITOR))];
    const all = (type: string) => ofMonitor(context, type);
    const [buckets, keys, buses] = [all("aws_s3_bucket"), all("aws_kms_key"), all("aws_cloudwatch_event_bus")];
    const kept = keptFor(context);
    return [
      ...kept.flatMap(({ sinks }) => [
        exists(buckets, "bucket", sinks.archiveBucket),
        exists(buckets, "bucket", sinks.intakeBucket),
        exists(keys, "arn", sinks.keyArn),
      ]),
      exists(buses, "arn", kept[0]!.sinks.alertBusArn),
    ];
  },
};

function exists(candidates: readonly Resource[], attribute: string, name: string): Verdict {
  const at = stackAt(MONITOR);
  const found = some(candidates.map((candidate) => isNamed(candidate, attribute, name)));
  if (found === "yes") return pass(at);
  if (found === "no") return fail(at, "nothing", name);
  return undecided(at, "a name, or a number of them, that cannot be known before deployment", name);
}

/** A key's ARN is known where its deployment fails with any other. */
function isNamed(candidate: Resource, attribute: string, name: string): Answer {
  const found = candidate.has(attribute, name);
  return found === "yes" ? candidate.exists : found;
}
