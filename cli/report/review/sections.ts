import type { ChangeVerdict, Entry } from "../../../review/entry";
import type { Review } from "../../../review/review";

/** One part of a review, in the order in which it is told. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

const TITLES: readonly (readonly [id: string, title: string, verdicts: readonly ChangeVerdict[]])[] = [
  ["weaker", "What gets weaker", ["weaker"]],
  ["opens", "What leaves or opens", ["leaves", "opens"]],
  ["destroys", "What is destroyed or replaced, and held something", ["destroys"]],
  ["stronger", "What gets stronger", ["stronger"]],
];

/** What is declared leads; then the gravest; what weakens nothing comes last, and is only counted. */
export function sections({ entries }: Review): readonly Section[] {
  const declared = entries.filter(({ about }) => about === "estate");
  const others = entries.filter(({ about }) => about !== "estate");
  return [
    { id: "estate", title: "What the estate declares", entries: declared },
    ...TITLES.map(([id, title, verdicts]) => ({
      id,
      title,
      entries: others.filter(({ verdict }) => verdicts.includes(verdict)),
    })),
  ].filter((section) => section.entries.length > 0);
}

/** What changes and weakens nothing, by what happens to it, the most frequent first: `12 new`, `3 changed`. */
export function rest({ entries }: Review): readonly string[] {
  const counts = new Map<string, number>();
  for (const entry of entries.filter(({ about, verdict }) => about !== "estate" && verdict === "other")) {
    const kind = kindOf(entry);
    counts.set(kind, (counts.get(kind) ?? 0) + entry.at.length);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([kind, count]) => `${count} ${kind}`);
}

/** What is removed and held nothing, by its stack and address: whether it guarded something is for a reader to see. */
export function removed({ entries }: Review): readonly string[] {
  return entries
    .filter((entry) => entry.about === "resource" && entry.verdict === "other" && kindOf(entry) === "removed")
    .flatMap(({ at }) => at.map(({ stack, address }) => `${stack}/${address}`));
}

function kindOf({ about, what, before, after }: Entry): string {
  if (about !== "resource") return what.endsWith("in another order") ? "in another order" : "changed";
  if (before === undefined) return "new";
  return after === undefined ? "removed" : "moved";
}

/** The verdict in one line. */
export function headline({ counts, isGrave, entries, base, head }: Review): string {
  const names = base.estate === head.estate ? head.estate : `${base.estate} → ${head.estate}`;
  if (entries.length === 0) return `Estate ${names}: nothing differs`;
  const said: readonly (readonly [number, string])[] = [
    [counts.weaker, "weaker"],
    [counts.leaves, counts.leaves === 1 ? "leaves" : "leave"],
    [counts.opens, counts.opens === 1 ? "opens" : "open"],
    [counts.destroys, "destroyed"],
    [counts.stronger, "stronger"],
  ];
  const told = said.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `Estate ${names}: ${isGrave || told.length > 0 ? told.join(", ") : "nothing weaker"}`;
}

/** Every approver, with how many entries wait for them. */
export function approvals({ entries }: Review): readonly (readonly [approver: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const approver of entries.flatMap(({ approvers }) => approvers)) {
    counts.set(approver, (counts.get(approver) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Where an entry is: its stacks, and a resource of each type that it is about, with how many are like it. */
export function placeTold({ at }: Entry): string {
  if (at.length === 0) return "";
  const stacks = [...new Set(at.map(({ stack }) => stack))].filter(Boolean);
  const addresses = new Map<string, Set<string>>();
  for (const { address } of at) {
    const [type = ""] = address.split(".");
    addresses.set(type, (addresses.get(type) ?? new Set()).add(address));
  }
  const told = [...addresses.values()].map(([first, ...more]) =>
    more.length > 0 ? `${first} and ${more.length} alike` : first,
  );
  return `${stacks.join(", ") || "every stack"}: ${told.join(", ")}`;
}
