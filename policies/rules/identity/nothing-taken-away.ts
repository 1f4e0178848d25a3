import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { mustNotExist } from "../in-every-stack";

/** Each takes away every policy that it does not name, and nothing in the output shows from whom. */
const EXCLUSIVE = [
  "aws_iam_group_policies_exclusive",
  "aws_iam_group_policy_attachments_exclusive",
  "aws_iam_policy_attachment",
  "aws_iam_role_policies_exclusive",
  "aws_iam_role_policy_attachments_exclusive",
  "aws_iam_user_policies_exclusive",
  "aws_iam_user_policy_attachments_exclusive",
];
/** Attributes of a role that do the same, and what else gives a role policies of that kind. */
const LISTS = [
  ["inline_policy", "aws_iam_role_policy"],
  ["managed_policy_arns", "aws_iam_role_policy_attachment"],
] as const;

export const nothingTakenAway: EachResource = {
  kind: "each",
  id: "IDN-015",
  title: "What a role is given by one resource, no other takes away",
  severity: "high",
  controls: ["D36", "H62"],
  rationale:
    "A list of all policies that a role may have deletes those that other resources give it: a role that forwards alerts, or that denies, is left with nothing, and both resources look as if they were in force.",
  remediation:
    "Give a role its policies by aws_iam_role_policy and aws_iam_role_policy_attachment, and by nothing else.",
  sources: [
    "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policies_exclusive",
    "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy_attachment",
  ],
  types: ["aws_iam_role", ...EXCLUSIVE],

  check(resource) {
    if (resource.type !== "aws_iam_role") return mustNotExist(resource, "policies that are given one by one");
    return all(pass(resource.root.at), ...LISTS.map(([list, type]) => onlyWay(resource, list, type)));
  },
};

/** An empty list takes everything away too. */
function onlyWay(role: Resource, attribute: string, type: string): Verdict {
  const list = role.value(attribute);
  const others = role.companions(type, "role");
  if (list.isAbsent || noBlock(list) || others.length === 0) return pass(list.at);
  const expected = `no list beside ${others.map(({ address }) => address).join(", ")}`;
  return list.isUnknown ? undecided(list.at, list.legible, expected) : fail(list.at, list.legible, expected);
}

/** To a block an empty list is none; to an attribute it is an empty list. */
function noBlock({ jsonPath, data }: Value): boolean {
  return jsonPath === "inline_policy" && Array.isArray(data) && data.length === 0;
}
