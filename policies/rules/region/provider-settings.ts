import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { fail, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";
import { settings } from "../settings";

/** What `judge` says of every AWS provider of every stack; a stack without one fails, since its place is left to chance. */
export function ofEveryProvider(
  { model }: Context,
  judge: (provider: Resource, body: Readonly<Record<string, unknown>>) => Verdict,
): readonly Verdict[] {
  return model.sources.flatMap(({ stack, providers }) => {
    if (providers.length === 0) return [fail(stackAt(stack), "no AWS provider", "a provider of the stack's place")];
    return providers.map(({ key, body }) => judge(settings(model, stack, `provider.${key}`, body), body));
  });
}
