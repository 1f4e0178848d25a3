import { canonical, sha256 } from "../../config/digest";
import { Failure } from "../failure";
import { changesOf } from "./changes";
import type { PlanJson } from "./plan-json";

/**
 * SHA-256 of what a plan will do: the same for two plans that do the same, and for no others.
 *
 * A plan's file differs whenever it is made: it holds the time, the state that it was made from and the role that made
 * it. What is applied follows from the changes, and, where a value is known only after another was made, from the
 * configuration. Both are hashed, and the role is not: a plan is made for review in one that can only read.
 *
 * @throws Failure when the plan failed, or is not all that there is to do
 */
export function planDigest(plan: PlanJson): string {
  if (plan.errored || !plan.complete) throw new Failure("The plan is not complete: what it will do is not known.");
  const { terraform_version, variables = null, output_changes = null } = plan;
  const configuration = withoutRoles(plan.configuration);
  const said = { terraform_version, variables, output_changes, configuration, changes: changesOf(plan) };
  return sha256(canonical(said));
}

function withoutRoles({ provider_config, ...configuration }: PlanJson["configuration"]): object {
  const providers = Object.entries(provider_config ?? {}).map(([key, { expressions, ...provider }]) => {
    const { assume_role: _role, ...others } = expressions ?? {};
    return [key, { ...provider, expressions: others }] as const;
  });
  return { ...configuration, provider_config: Object.fromEntries(providers) };
}
