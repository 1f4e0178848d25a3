import { hasMark } from "../model/symbolic";
import { once } from "../once";
import type { Names } from "./world";

const ACCOUNT = /^\d{12}$/;
/** Stands where a name stood. Private use, like the marks of `model/symbolic.ts`. */
const PLACE = "\uE006";
/** How much of a text next to a wildcard is looked at: longer than any name. */
const LONGEST_NAME = 128;

/** A structure as text, apart from the names in it: two that differ in nothing but their names have one form. */
export interface Shape {
  /** Stands for the text around the names, and for which of them stands in each place. */
  readonly form: number;
  /** Each name once, in the order of their first places. */
  readonly names: readonly string[];
  /** What stands right before a wildcard, and what right after one. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const forms = new Map<string, number>();

/**
 * @param structure all of it
 * @param matched the part of it whose wildcards may match a name
 */
export function shapeOf(structure: unknown, matched: unknown, stacks: Names): Shape {
  const index = new Map<string, number>();
  const text = replaceNames(JSON.stringify(structure), stacks, (name) => {
    const at = index.get(name) ?? index.size;
    index.set(name, at);
    return `${PLACE}${kindOf(name)}${at}${PLACE}`;
  });
  return { form: formOf(text), names: [...index.keys()], ...besideWildcards(matched) };
}

/** The shape of a structure that consists of these parts. */
export function jointShape(parts: readonly Shape[]): Shape {
  const names = namesOf(parts);
  return {
    form: formOf(placesIn(parts, names)),
    names,
    before: [...new Set(parts.flatMap(({ before }) => before))],
    after: [...new Set(parts.flatMap(({ after }) => after))],
  };
}

/** Each name of some parts once, in the order of their first places. */
export function namesOf(parts: readonly Shape[]): readonly string[] {
  return [...new Set(parts.flatMap(({ names }) => names))];
}

/** The forms of some parts, and which of their names each of them has: the form of what consists of them, as text. */
export function placesIn(parts: readonly Shape[], names: readonly string[]): string {
  const index = new Map(names.map((name, at) => [name, at]));
  return parts.map((part) => `${part.form}:${part.names.map((name) => index.get(name)).join()}`).join(";");
}

function formOf(text: string): number {
  const form = forms.get(text) ?? forms.size;
  forms.set(text, form);
  return form;
}

/** A hole, an identity, an account and a stack are no names of one another. */
function kindOf(name: string): string {
  return hasMark(name) ? name[0]! : ACCOUNT.test(name) ? "#" : "";
}

/** Replaces account ids, stacks' names and marks, each as a whole: never a part of a longer word or number. */
export function replaceNames(text: string, stacks: Names, by: (name: string) => string): string {
  return text.replace(namesAmong(stacks), (name) => by(name));
}

/**
 * A mark of `model/symbolic.ts`, whole; or an account id or a stack's name between what are no letters or digits, in any
 * case, since some operators compare without it. The longest is the first: `ireland-2` is not `ireland` and a number.
 */
const namesAmong = once((stacks: Names): RegExp => {
  const names = [...stacks].sort((one, other) => other.length - one.length);
  const words = ["\\d{12}", ...names].join("|");
  return new RegExp(`[\uE000\uE002][^\uE001\uE003]*[\uE001\uE003]|(?<![A-Za-z0-9])(?:${words})(?![A-Za-z0-9])`, "gi");
});

function besideWildcards(matched: unknown): Pick<Shape, "before" | "after"> {
  const before = new Set<string>();
  const after = new Set<string>();
  for (const [text] of JSON.stringify(matched ?? null).matchAll(/"[^"]*[*?][^"]*"/g)) {
    const runs = text.slice(1, -1).split(/[*?]+/);
    runs.forEach((run, index) => {
      if (index < runs.length - 1) before.add(run.slice(-LONGEST_NAME));
      if (index > 0) after.add(run.slice(0, LONGEST_NAME));
    });
  }
  return { before: [...before].filter(Boolean), after: [...after].filter(Boolean) };
}

/**
 * Whether no wildcard of these shapes can match a part of one of their names and not the whole of it, and no two names
 * are one without their case. Then other names in their places, of which the same holds, change no answer: names are
 * compared, and nothing else is done with them.
 */
export function isNameBlind(shapes: readonly Shape[]): boolean {
  const names = namesOf(shapes);
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return false;
  // A mark is one letter, whatever it says: no wildcard matches a part of it.
  const texts = names.filter((name) => !hasMark(name));
  return shapes.every((shape) => texts.every(blindTo(shape)));
}

/** Found out about a name once. */
const blindTo = once(({ before, after }: Shape) => {
  const known = new Map<string, boolean>();
  const isBlindTo = (name: string) =>
    before.every((run) => !name.includes(run) && !endsAsBegins(run, name)) &&
    after.every((run) => !name.includes(run) && !endsAsBegins(name, run));
  return (name: string): boolean => {
    const isBlind = known.get(name) ?? isBlindTo(name);
    known.set(name, isBlind);
    return isBlind;
  };
});

/** Whether the end of one text is the beginning of another. */
function endsAsBegins(ending: string, beginning: string): boolean {
  const first = beginning[0];
  for (let from = Math.max(0, ending.length - beginning.length); from < ending.length; from++) {
    if (ending[from] === first && beginning.startsWith(ending.slice(from))) return true;
  }
  return false;
}
