import { declaredPlaces, type Context } from "../../policies/context";
import type { Resource } from "../../policies/model/resource";

const ATTACHMENT = "aws_organizations_policy_attachment";

/** They hold a document that is of nothing in particular: what they are attached to stays where they go. */
const UNBOUND = ["aws_iam_policy", "aws_organizations_policy"];

/** Documents that went and left behind what they guarded. Those of one thing are compared with whatever it has left. */
export function unguarded(removed: readonly Resource[], base: Context, head: Context): readonly Resource[] {
  const accounts = new Set(declaredPlaces(head.estate).map(({ account }) => account));
  return removed.filter(
    (resource) =>
      UNBOUND.includes(resource.type) &&
      head.model.stacks.includes(resource.stack) &&
      !isOfOtherAccounts(resource, base, accounts),
  );
}

/** A guardrail of accounts that the estate has no more guards nothing of it. */
function isOfOtherAccounts(resource: Resource, { model }: Context, accounts: ReadonlySet<string>): boolean {
  const attachments = model.companions(resource, ATTACHMENT, "policy_id");
  const targets = attachments.map((attachment) => attachment.value("target_id").text);
  return targets.length > 0 && targets.every((target) => target !== undefined && !accounts.has(target));
}
