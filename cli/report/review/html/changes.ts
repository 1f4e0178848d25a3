import type { Entry } from "../../../../review/entry";
import type { Review } from "../../../../review/review";
import { anchors } from "../../html/anchors";
import { item, type Fact } from "../../html/item";
import { markup, type Markup } from "../../html/markup";
import { witness } from "../../html/witness";
import { placeTold, rest, sections, type Section } from "../sections";
import { FIGURES } from "./words";

const OUTCOMES = new Map(FIGURES.map(({ verdict, name, style }) => [verdict, [style, name] as const]));

/** Every entry once, in the review's order, what nothing objects to last. */
export function changes(review: Review): Markup {
  const told = sections(review);
  const listed = new Set(told.flatMap(({ entries }) => entries));
  const others = review.entries.filter((entry) => !listed.has(entry));
  const last = { id: "rest", title: `Changes that nothing objects to: ${rest(review).join(", ")}`, entries: others };
  const all = others.length > 0 ? [...told, last] : told;
  const ids = idsOf(all.flatMap(({ entries }) => entries));
  return markup`<div id="changes" data-items="changes">
${all.length === 0 ? markup`<p>Nothing differs.</p>` : all.map((section) => group(section, ids))}
<p class="nothing" hidden>No change is of that kind.</p>
</div>`;
}

function idsOf(entries: readonly Entry[]): ReadonlyMap<Entry, string> {
  const names = entries.map(({ about, at: [first], path }) => [first?.stack || about, first?.address ?? "", path]);
  const ids = anchors("change", names);
  return new Map(entries.map((entry, index) => [entry, ids[index]!]));
}

function group({ id, title, entries }: Section, ids: ReadonlyMap<Entry, string>): Markup {
  return markup`<section class="group" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title} <span class="count">${entries.length}</span></h2>
<ul class="findings">${entries.map((entry) => told(entry, ids.get(entry)!))}</ul>
</section>
`;
}

function told(entry: Entry, id: string): Markup {
  const { verdict, what, at, controls, approvers, witness: hops } = entry;
  const where = [
    placeTold(entry) || "estate",
    ...(approvers.length > 0 ? [`to approve: ${approvers.join(", ")}`] : []),
  ];
  return item({
    id,
    data: {
      change: [verdict],
      stack: [...new Set(at.map(({ stack }) => stack))],
      area: [...new Set(controls.map((control) => control[0]!))],
    },
    outcome: OUTCOMES.get(verdict)!,
    title: what,
    where: where.join(" · "),
    ...(hops?.length && { lead: witness(hops) }),
    facts: facts(entry),
    isOpen: verdict === "leaves",
  });
}

function facts({ path, before, after, details, at, policies, controls, approvers }: Entry): readonly Fact[] {
  const constructs = new Set(at.flatMap(({ constructPath }) => constructPath ?? []));
  const all: readonly (readonly [string, Markup | undefined])[] = [
    ["Before", before === undefined ? undefined : markup`<code>${before}</code>`],
    ["After", after === undefined ? undefined : markup`<code>${after}</code>`],
    ["At", path ? markup`<code>${path}</code>` : undefined],
    ["Beside it", lines(details)],
    ["Where", lines(at.map(({ stack, address }) => markup`<code>${stack ? `${stack}/` : ""}${address}</code>`))],
    ["Construct", lines([...constructs].map((construct) => markup`<code>${construct}</code>`))],
    ["Policies", lines(policies.length > 0 ? [policies.join(", ")] : [])],
    ["Controls", lines(controls.length > 0 ? [controls.join(", ")] : [])],
    ["To approve", lines(approvers)],
  ];
  return all.filter((fact): fact is readonly [string, Markup] => fact[1] !== undefined);
}

function lines(texts: readonly (string | Markup)[]): Markup | undefined {
  return texts.length === 0 ? undefined : markup`${texts.map((text) => markup`<div>${text}</div>`)}`;
}
