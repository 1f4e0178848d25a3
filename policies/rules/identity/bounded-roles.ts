import { drainPath } from "../../../config/names";
import { dnsSuffix } from "../../../config/place";
import { grantsAny } from "../../access/question";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { notApplicable } from "../../verdict";
import { beyond } from "../beyond";
import { assumption, trustOf } from "./access-trust";
import { segmentsOf } from "./boundaries";
import { isVisit } from "./visits";

/** Services that do what they are configured to do and run nobody's code. */
const CONFIGURED = [
  ...["backup", "batchoperations.s3", "cloudtrail", "config", "delivery.logs", "events", "s3", "scheduler"],
  "vpc-flow-logs",
];

export const boundedRoles: EachResource = {
  kind: "each",
  id: "IDN-008",
  title: "A role in which people or code act in a segment carries the segment's boundary",
  severity: "high",
  controls: ["H62"],
  rationale:
    "Whoever may write a role's policies may give it anything, by mistake or on purpose. The boundary holds all the same, and keeps the role in its region and its organization.",
  remediation: "Set the WorkloadBoundary of the segment as the role's permissions boundary.",
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"],
  construct: "identity/workload-boundary",
  types: ["aws_iam_role"],

  check(role, context) {
    if (!segmentsOf(context).includes(role.stack)) return notApplicable(role.root.at);
    // What the monitor's roles may do is asked of each of them, action by action.
    if (isVisit(role, context)) return notApplicable(role.root.at);
    // It acts from outside the segment, and ENV-011 says what it may do.
    if (role.attribute("arn") === drainPath(context.estate).operatorRoleArn) return notApplicable(role.root.at);
    const trust = beyond(trustOf(role), [{ Principal: { Service: configuredServices(role) } }]);
    const others = grantsAny(trust, assumption(role, context, { principals: [{ kind: "anyone" }] }));
    if (others.answer === "no") return notApplicable(role.root.at);
    const expected = `a policy of ${role.stack} as its boundary`;
    return role
      .value("permissions_boundary")
      .mustReferTo(expected, ["aws_iam_policy"], ({ stack, exists }) => (stack === role.stack ? exists : "no"));
  },
};

function configuredServices({ partition }: Resource): readonly string[] {
  return CONFIGURED.map((service) => `${service}.${dnsSuffix(partition)}`);
}
