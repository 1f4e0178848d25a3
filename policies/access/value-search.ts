import { bound, textOf } from "./bound";
import type { Budget } from "./budget";
import { isMark, type Letter, lettersOf } from "./letters";
import type { KeyType } from "./carried";
import { type Literal, meets, type Value } from "./literal";
import type { Reading } from "./matching";
import type { Scale } from "./operators";
import { patternOf } from "./pattern";
import type { Domain } from "./scope";
import type { TextDemand } from "./text-demand";
import { findText } from "./text-search";

/** What a request must be for certain, or can be for all that is known. */
export type Certainty = Exclude<Reading, "possible">;

/**
 * A value of one variable that meets every literal and is within the variable's domain: absence where that will do,
 * else a value, else several.
 *
 * @returns undefined when there is none, or when the budget ends
 */
export function findValue(
  literals: readonly Literal[],
  domain: Domain,
  certainty: Certainty,
  budget: Budget,
): { readonly value: Value } | undefined {
  const all = [...domain.limits, ...literals];
  if (domain.presence !== "always" && all.every((each) => meets(each, undefined, certainty))) {
    return { value: undefined };
  }
  if (domain.presence === "never" || all.some(({ test, wanted }) => test.kind === "present" && !wanted)) {
    return undefined;
  }
  const found = findValues(
    all.filter(({ test }) => test.kind !== "present"),
    domain,
    certainty,
    budget,
  );
  return found && { value: found };
}

function findValues(
  literals: readonly Literal[],
  domain: Domain,
  certainty: Certainty,
  budget: Budget,
): Exclude<Value, undefined> | undefined {
  const ofSome = domain.multivalued ? literals.filter(isOfSome) : [];
  const ofEach = literals.filter((each) => !ofSome.includes(each));
  const values: (readonly Letter[])[] = [];
  for (const each of ofSome.length === 0 ? [[]] : ofSome.map((one) => [one])) {
    const value = findOne([...ofEach, ...each], domain, certainty, budget);
    if (value === undefined) return undefined;
    if (!values.some((other) => other.join() === value.join())) values.push(value);
  }
  return values;
}

/** Met by one value among several, where the others ask it of every value. */
function isOfSome({ quantifier, wanted }: Literal): boolean {
  return (quantifier === "any") === wanted;
}

function findOne(
  literals: readonly Literal[],
  domain: Domain,
  certainty: Certainty,
  budget: Budget,
): readonly Letter[] | undefined {
  const demands = literals.flatMap((each) => demandOf(each, certainty));
  const ordered = literals.length > demands.length;
  if (!ordered && (!SAMPLES[domain.type] || demands.length > 0)) {
    return findText([...demands, NOT_EMPTY], budget) ?? findText(demands, budget);
  }
  const fits = (text: readonly Letter[]) =>
    literals.every((each) => meets({ ...each, quantifier: "all" }, [text], certainty));
  const listed = literals.map(listedBy).find((texts) => texts !== undefined);
  if (listed !== undefined) return listed.find(fits);
  const found = candidates(literals, domain).find(fits);
  if (found !== undefined || demands.length === 0) return found;
  // Texts and amounts are asked of one value: only the shortest text of the right form is tried.
  const text = findText(demands, budget);
  if (text === undefined || fits(text)) return text;
  budget.giveUp();
  return undefined;
}

const NOT_EMPTY: TextDemand = { patterns: [patternOf("?*", { wildcards: true })], wanted: true, reading: "certain" };

function demandOf({ test, wanted, negated }: Literal, certainty: Certainty): readonly TextDemand[] {
  if (test.kind !== "text") return [];
  const match = wanted !== negated;
  const opposite = certainty === "certain" ? "possible" : "certain";
  return [{ patterns: test.patterns, wanted: match, reading: match ? certainty : opposite }];
}

/** The values that a literal leaves, where it lists them. */
function listedBy({ test, wanted, negated }: Literal): readonly (readonly Letter[])[] | undefined {
  if (test.kind !== "text" || wanted === negated) return undefined;
  if (!test.patterns.every(({ elements }) => elements.every((each) => each.is === "letter"))) return undefined;
  return test.patterns.map(({ source }) => lettersOf(source));
}

/** Of keys whose values are no texts. */
const SAMPLES: Readonly<Partial<Record<KeyType, string>>> = {
  number: "1",
  date: "2000-01-01T00:00:00Z",
  address: "192.0.2.1",
};

/** On each side of every bound, and on it: nothing else can be told apart. */
function candidates(literals: readonly Literal[], domain: Domain): readonly (readonly Letter[])[] {
  const scales = new Set<Scale>();
  const places: (readonly [Scale, number | bigint])[] = [];
  for (const { test } of literals) {
    if (test.kind !== "ordered") continue;
    scales.add(test.scale);
    for (const each of test.bounds) {
      if (each !== undefined) places.push(...around(test.scale, each.low), ...around(test.scale, each.high));
    }
  }
  const between = places.flatMap(([scale, low]) =>
    typeof low !== "number"
      ? []
      : places.flatMap(([, high]) => (typeof high === "number" && high > low ? [textOf(scale, (low + high) / 2)] : [])),
  );
  const texts = [SAMPLES[domain.type] ?? "x", ...places.map(([scale, place]) => textOf(scale, place)), ...between];
  const sound = (text: string) =>
    [...scales].every((scale) => !SAMPLES[domain.type] || bound(scale, text) !== undefined);
  return texts
    .filter(sound)
    .map(lettersOf)
    .filter((letters) => !letters.some(isMark));
}

function around(scale: Scale, place: number | bigint): readonly (readonly [Scale, number | bigint])[] {
  if (typeof place === "number") return [place - 1, place, place + 1].map((each) => [scale, each]);
  return [place - 1n, place, place + 1n].filter((each) => each >= 0n && each < LAST).map((each) => [scale, each]);
}

const LAST = (1n << 128n) + (1n << 32n);
