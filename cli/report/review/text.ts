import type { Hop } from "../../../policies/hop";
import type { Entry } from "../../../review/entry";
import type { Review } from "../../../review/review";
import { approvals, headline, placeTold, removed, rest, sections } from "./sections";

/** The review for a person at a terminal: the gravest first, what weakens nothing in counts. */
export function text(review: Review): string {
  const parts = [
    headline(review),
    ...sections(review).map(({ title, entries }) => [title, ...entries.map(told)].join("\n\n")),
    restTold(review),
    approvalsTold(review),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function told(entry: Entry): string {
  const { verdict, what, path, before, after, details, policies, controls, approvers, witness = [] } = entry;
  const [first] = entry.at;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["where", first && `${placeTold(entry)}${path ? ` at ${path}` : ""}`],
    ["construct", first?.constructPath],
    ["before", before],
    ["after", after],
    ...details.map((detail) => ["", detail] as const),
    ...witness.map((hop, index) => [index === 0 ? "path" : "then", hopTold(hop)] as const),
    ["policies", policies.join(", ")],
    ["controls", verdict === "other" ? "" : controls.join(", ")],
    ["approve", approvers.join(", ")],
  ];
  const said = lines.filter((line): line is readonly [string, string] => Boolean(line[1]));
  return [`${verdict.toUpperCase()} ${what}`, ...said.map(([name, value]) => `  ${name.padEnd(9)} ${value}`)].join(
    "\n",
  );
}

function hopTold({ from, to, mechanism, stack, address, jsonPath }: Hop): string {
  return `${from} → ${to} by ${mechanism}: ${stack}/${address}${jsonPath ? ` at ${jsonPath}` : ""}`;
}

/** More than these are counted. */
const MOST_REMOVED = 10;

function restTold(review: Review): string {
  const counted = rest(review);
  const gone = removed(review);
  const more = gone.length > MOST_REMOVED ? [`and ${gone.length - MOST_REMOVED} more`] : [];
  const lines = [...gone.slice(0, MOST_REMOVED), ...more].map((line) => `\n  ${"removed".padEnd(9)} ${line}`);
  return counted.length === 0
    ? ""
    : `Beside that, changes that nothing objects to: ${counted.join(", ")}.${lines.join("")}`;
}

function approvalsTold(review: Review): string {
  const counted = approvals(review);
  return counted.length === 0
    ? ""
    : `To be approved by: ${counted.map(([who, count]) => `${who} (${count})`).join(", ")}.`;
}
