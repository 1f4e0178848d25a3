import { byFederated, type ConditionKey, key, list } from "./carried";
import { globalKeys } from "./global-keys";
import { serviceKeys } from "./service-keys";

const KEYS: Readonly<Record<string, ConditionKey>> = { ...globalKeys, ...serviceKeys };
const FAMILIES = Object.entries(KEYS).flatMap(([name, key]) =>
  name.endsWith("*") ? [[name.slice(0, -1), key] as const] : [],
);

/** A claim of an identity provider's token, e.g. `token.actions.githubusercontent.com:sub`. */
const CLAIM = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w./-]*)?:[\w/-]+$/;
const CLAIM_KEY = key("text", byFederated);
/** `amr` is the one claim with several values. */
const CLAIM_LIST = list(byFederated);

/**
 * @param name any case: AWS compares the names of keys without it
 * @returns undefined for a key that is not modelled: what it decides is unknown, both ways
 */
export function conditionKey(name: string): ConditionKey | undefined {
  const lower = name.toLowerCase();
  if (Object.hasOwn(KEYS, lower)) return KEYS[lower];
  const family = FAMILIES.find(([prefix]) => lower.startsWith(prefix));
  if (family !== undefined) return family[1];
  if (CLAIM.test(lower)) return lower.endsWith(":amr") ? CLAIM_LIST : CLAIM_KEY;
  return undefined;
}
