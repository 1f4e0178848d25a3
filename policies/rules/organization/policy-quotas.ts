import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { hasMark } from "../../model/symbolic";
import { ORGANIZATION } from "../../../config/places";
import type { WholeEstate } from "../../policy";
import { fail, notApplicable, pass, undecided, type Location, type Verdict } from "../../verdict";
import { attachmentsIn, controlsServices } from "./guardrails";
import type { Target } from "./targets";

/** The older and safe figure. @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const MOST_CHARACTERS = 5120;
/** On a root, a unit or an account; AWS's own FullAWSAccess is one of them. */
const MOST_POLICIES = 5;

export const policyQuotas: WholeEstate = {
  kind: "whole",
  id: "ORG-003",
  title: "Every guardrail is small enough for AWS to take, and no account or unit has more than AWS lets it have",
  severity: "medium",
  controls: ["G56"],
  rationale:
    "A policy over a quota is refused half-way through a deployment, when what it was to forbid is already possible.",
  remediation:
    "Deny with fewer words, or attach to a unit above; GuardrailPolicies packs statements within the quotas.",
  sources: ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html"],
  construct: "organization/policy-packing",

  check(context) {
    const policies = context.model.resources("aws_organizations_policy").filter(controlsServices);
    if (policies.length === 0) {
      return [notApplicable({ stack: context.model.stacks[0] ?? ORGANIZATION, address: "stack", jsonPath: "" })];
    }
    return [...policies.map(isSmall), ...crowds(context)];
  },
};

function isSmall(policy: Resource): Verdict {
  const content = policy.value("content");
  return content.mustSatisfy(`at most ${MOST_CHARACTERS} characters`, ({ text = "" }) =>
    hasMark(text) ? "unknown" : text.length <= MOST_CHARACTERS,
  );
}

/** One verdict for each account, unit or root that policies are attached to. */
function crowds(context: Context): readonly Verdict[] {
  const counts = new Map<Target, number>();
  const expected = `at most ${MOST_POLICIES} policies on each, FullAWSAccess among them`;
  const unclear: Verdict[] = [];
  for (const { resource, policy, target } of attachmentsIn(context)) {
    if (target === undefined)
      unclear.push(undecided(resource.value("target_id").at, "a target that is not here", expected));
    else if (policy === undefined || controlsServices(policy)) counts.set(target, (counts.get(target) ?? 1) + 1);
  }
  const said = [...counts].map(([target, count]) => {
    const at: Location = target === "root" ? { stack: ORGANIZATION, address: "stack", jsonPath: "" } : target.root.at;
    return count <= MOST_POLICIES ? pass(at) : fail(at, `${count} policies`, expected);
  });
  return [...said, ...unclear];
}
