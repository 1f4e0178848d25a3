import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { hasMark } from "../../model/symbolic";
import { ORGANIZATION } from "../../../config/places";
import type { WholeEstate } from "../../policy";
import { fail, notApplicable, pass, undecided, type Location, type Verdict } from "../../verdict";
import { attachmentsIn, typeOf } from "./guardrails";
import { QUOTAS, usable } from "./quotas";
import type { Target } from "./targets";

export const policyQuotas: WholeEstate = {
  kind: "whole",
  id: "ORG-003",
  title:
    "Every guardrail is small enough for AWS to take, no account or unit has more than it may, and a tenth stays free",
  severity: "medium",
  controls: ["G56"],
  rationale:
    "A policy over a quota is refused half-way through a deployment, when what it was to forbid is already possible.",
  remediation:
    "Deny with fewer words, or attach to a unit above; GuardrailPolicies packs statements within the quotas.",
  sources: ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html"],
  construct: "organization/policy-packing",

  check(context) {
    const policies = context.model.resources("aws_organizations_policy");
    if (policies.length === 0) {
      return [notApplicable({ stack: context.model.stacks[0] ?? ORGANIZATION, address: "stack", jsonPath: "" })];
    }
    return [...policies.map(isSmall), ...Object.keys(QUOTAS).flatMap((type) => crowds(type, context))];
  },
};

function isSmall(policy: Resource): Verdict {
  const { characters } = QUOTAS[typeOf(policy)] ?? { characters: 0 };
  const content = policy.value("content");
  return content.mustSatisfy(`at most ${usable(characters)} characters`, ({ text = "" }) =>
    hasMark(text) ? "unknown" : text.length <= usable(characters),
  );
}

/** One verdict for each account, unit or root that policies of a type are attached to. */
function crowds(type: string, context: Context): readonly Verdict[] {
  const { policies: most, ofAws } = QUOTAS[type]!;
  const counts = new Map<Target, number>();
  const expected = `at most ${usable(most)} of ${type} on each, AWS's own among them`;
  const unclear: Verdict[] = [];
  for (const { resource, policy, target } of attachmentsIn(context)) {
    if (policy !== undefined && typeOf(policy) !== type) continue;
    if (target === undefined)
      unclear.push(undecided(resource.value("target_id").at, "a target that is not here", expected));
    else counts.set(target, (counts.get(target) ?? ofAws) + 1);
  }
  const said = [...counts].map(([target, count]) => {
    const at: Location = target === "root" ? { stack: ORGANIZATION, address: "stack", jsonPath: "" } : target.root.at;
    return count <= usable(most) ? pass(at) : fail(at, `${count} policies`, expected);
  });
  return [...said, ...unclear];
}
