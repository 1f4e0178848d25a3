import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";

/** Where a policy can be attached: an account, a unit, or the root. */
export type Target = Resource | "root";

/** AWS lets units be nested five deep. @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const DEEPEST = 6;
/** The root has no resource of its own: it is an attribute of the organization. */
const ROOT = /^\$\{aws_organizations_organization\.[\w-]+\.roots(\[0\]|\.0)\.id\}$/;

/** What an attribute names: nothing when that cannot be known. */
export function targetIn(value: Value, { model }: Context): Target | undefined {
  if (ROOT.test(value.legible) || /^r-[0-9a-z]{4,32}$/.test(value.text ?? "")) return "root";
  const target = value.target("aws_organizations_organizational_unit", "aws_organizations_account");
  if (target.kind === "resource") return target.resource;
  return model.resources("aws_organizations_account").find((account) => account.importedId === value.text);
}

/** An account and everything above it; up to where its place in the organization can be known. */
export function lineageOf(account: Resource, context: Context): readonly Target[] {
  const lineage: Target[] = [account];
  for (let at: Target | undefined = account; at !== undefined && at !== "root" && lineage.length <= DEEPEST;) {
    at = targetIn(at.value("parent_id"), context);
    if (at !== undefined) lineage.push(at);
  }
  return lineage;
}
