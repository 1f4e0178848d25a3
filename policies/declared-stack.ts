import type { Estate } from "../config/estate";
import { stateLocation, stateStack } from "../config/names";
import { declaredPlaces } from "./context";
import { isObject } from "./model/data";
import { placeOf } from "./model/provider";
import type { StackSource } from "./model/source";

/**
 * A plan says nowhere which stack it is of, and its file can have any name. One whose file is not named after a
 * declared stack is of the stack that is declared for the account and the region that it deploys to; where several
 * are, of the one that its provider's default tag `stack` names. Else it keeps its name, and is a stranger's.
 */
export function declaredStack(source: StackSource, estate: Estate): StackSource {
  const places = [...declaredPlaces(estate), ...statePlaces(estate)];
  if (source.kind !== "plan" || places.some(({ stack }) => stack === source.stack)) return source;
  const provider = source.providers.find(({ key }) => key === "aws");
  if (!provider || !isObject(provider.body)) return source;
  // A plan's values are no expressions: they are what they will be.
  const { account, region, defaultTags } = placeOf(provider.key, provider.body as Parameters<typeof placeOf>[1]);
  const here = places.filter((place) => place.account === account && place.region === region);
  const found = here.find(({ stack }) => stack === defaultTags["stack"]) ?? (here.length === 1 ? here[0] : undefined);
  return found ? { ...source, stack: found.stack } : source;
}

function statePlaces(estate: Estate) {
  return declaredPlaces(estate).flatMap(({ stack }) => {
    const location = stateLocation(estate, stack);
    return location ? [{ ...location.place, stack: stateStack(stack) }] : [];
  });
}
