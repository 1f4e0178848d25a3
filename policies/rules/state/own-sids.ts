import { resourceType, resourceTypes } from "../../catalogue/resource-type";
import type { Resource } from "../../model/resource";
import { hasHole, legible } from "../../model/symbolic";
import type { EachResource } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { typeOf } from "../organization/guardrails";
import { policiesOf, type WrittenPolicy } from "../policy-values";

const EXPECTED = "a Sid of its own for each statement";
/** Of the organization's policies, those that have statements; the type may not be known. */
const OF_STATEMENTS = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", ""];

export const ownSids: EachResource = {
  kind: "each",
  id: "STA-011",
  title: "No two statements of a policy have one Sid",
  severity: "medium",
  controls: ["G55"],
  rationale:
    "AWS refuses a policy in which a Sid stands twice, half-way through a deployment: a key is then not made, and nothing that it encrypts.",
  remediation: "Write the document with policyDocument, and name each statement after what it is about.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
  ],
  construct: "iam/policy-document",
  types: resourceTypes().filter((type) => kindsIn(type).length > 0),

  check(resource) {
    const [first, ...others] = documentsOf(resource).map(haveOwnSids);
    return first ? all(first, ...others) : notApplicable(resource.root.at);
  },
};

function kindsIn(type: string) {
  return [...new Set(Object.values(resourceType(type)?.policies ?? {}))];
}

function documentsOf(resource: Resource): readonly WrittenPolicy[] {
  if (resource.type === "aws_organizations_policy" && !OF_STATEMENTS.includes(typeOf(resource))) return [];
  return kindsIn(resource.type).flatMap((kind) => policiesOf(resource, kind));
}

function haveOwnSids({ value, document }: WrittenPolicy): Verdict {
  const sids = document.statements.flatMap(({ sid }) => sid ?? []);
  const repeated = sids.find((sid, index) => !hasHole(sid) && sids.indexOf(sid) < index);
  if (repeated !== undefined) return fail(value.at, `${legible(repeated)} twice`, EXPECTED);
  const unknown = sids.length > 1 ? sids.find(hasHole) : undefined;
  const [doubt] = [...(unknown === undefined ? [] : [unknown]), ...document.problems];
  return doubt === undefined ? pass(value.at) : undecided(value.at, legible(doubt), EXPECTED);
}
