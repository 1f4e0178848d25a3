import type { Model } from "../model/model";
import { placeOf } from "../model/provider";
import { ModelResource, type Resource } from "../model/resource";

/**
 * A block that is no resource, so that a policy can ask of it what it asks of resources.
 *
 * @param address `provider.aws`, `terraform.backend`, `stack`
 */
export function settings(
  model: Model,
  stack: string,
  address: string,
  body: Readonly<Record<string, unknown>>,
): Resource {
  const block = { address, type: "", name: "", body, provider: "", exists: "yes", constructPath: undefined } as const;
  return new ModelResource(model, stack, { ...block, source: undefined }, placeOf(address, undefined));
}
