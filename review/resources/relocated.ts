import type { Estate } from "../../config/estate";
import { declaredPlaces } from "../../policies/context";

/** What was written for a place, and what is written for it now. */
export type Replacements = readonly (readonly [from: string, to: string])[];

interface Relocated {
  /** An account together with its region, as ARNs and the residency proof have them: that names the place anywhere. */
  readonly everywhere: Replacements;
  /** Stack → its account and its region, each by itself, which name its place in the stack alone. */
  readonly within: ReadonlyMap<string, Replacements>;
}

/** The places that the estate has moved. */
export function relocated(base: Estate, head: Estate): Relocated {
  const now = new Map(declaredPlaces(head).map((place) => [place.stack, place]));
  const moved = declaredPlaces(base).flatMap((was) => {
    const is = now.get(was.stack);
    return is && (is.account !== was.account || is.region !== was.region) ? [{ was, is }] : [];
  });
  return {
    everywhere: moved.flatMap(({ was, is }) => [
      [`${was.region}:${was.account}`, `${is.region}:${is.account}`],
      [`${was.account}/${was.region}`, `${is.account}/${is.region}`],
      [`${was.account}, ${was.region}, ${was.country}`, `${is.account}, ${is.region}, ${is.country}`],
    ]),
    within: new Map(
      moved.map(({ was, is }) => [
        was.stack,
        [
          [was.region, is.region],
          [was.account, is.account],
        ],
      ]),
    ),
  };
}
