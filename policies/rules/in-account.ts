import { monitorPlace, type StackPlace } from "../../config/places";
import type { Context } from "../context";
import type { Resource } from "../model/resource";
import { hasHole } from "../model/symbolic";
import type { Location } from "../verdict";

/** A stack's resources of some types that are, or may be, in its declared account and region. */
export function inAccount({ model }: Context, place: StackPlace, ...types: readonly string[]): readonly Resource[] {
  const mayBe = (actual: string, declared: string) => actual === declared || hasHole(actual);
  return model
    .resourcesIn(place.stack, ...types)
    .filter(({ account, region }) => mayBe(account, place.account) && mayBe(region, place.region));
}

/** The monitor's resources of a type, in its declared account and region. */
export function ofMonitor(context: Context, type: string): readonly Resource[] {
  return inAccount(context, monitorPlace(context.estate), type);
}

/** Where it is reported what a stack lacks. */
export function stackAt(stack: string): Location {
  return { stack, address: "stack", jsonPath: "" };
}
