import type { Data } from "./data";
import { hole } from "./symbolic";
import { isObject } from "./data";
import { listOf } from "./synth-source";

/** Where a provider configuration creates resources, as far as it says. */
export interface Place {
  /** Twelve digits; a hole when it is not exactly one literal account. */
  readonly account: string;
  /** A region's code; a hole when it is not literal. */
  readonly region: string;
  readonly defaultTags: Readonly<Record<string, Data>>;
}

/** @param body resolved */
export function placeOf(key: string, body: Data | undefined): Place {
  const config = isObject(body) ? body : {};
  const [first, ...others] = listOf(config["allowed_account_ids"]);
  const isOne = others.length === 0 && (typeof first === "string" || typeof first === "number");
  const account = isOne ? String(first) : hole(`account of ${key}`);
  const region = typeof config["region"] === "string" ? config["region"] : hole(`region of ${key}`);
  const defaults = listOf(config["default_tags"]).find(isObject)?.["tags"];
  return { account, region, defaultTags: isObject(defaults) ? (defaults as Record<string, Data>) : {} };
}
