import type { Estate } from "../../config/estate";
import type { StackPlace } from "../../config/places";
import { stateLocation, stateStack } from "../../config/names";
import { declaredPlaces, type Context } from "../context";

/** Asked of every resource, and the same for all of them. */
const known = new WeakMap<Estate, ReadonlyMap<string, StackPlace>>();

/** Where a stack must be: a stack of the estate proper, or one that keeps another's state; nothing for a stranger's. */
export function expectedPlace({ estate }: Pick<Context, "estate">, stack: string): StackPlace | undefined {
  const places = known.get(estate) ?? placesOf(estate);
  known.set(estate, places);
  return places.get(stack);
}

function placesOf(estate: Estate): ReadonlyMap<string, StackPlace> {
  const declared = declaredPlaces(estate);
  const keeping = declared.flatMap((place) => {
    const location = stateLocation(estate, place.stack);
    return location ? [{ ...location.place, stack: stateStack(place.stack) }] : [];
  });
  return new Map([...declared, ...keeping].map((place) => [place.stack, place]));
}
