import type { ChangeVerdict, Entry } from "../../../review/entry";
import type { Review } from "../../../review/review";
import { cell, code, LONGEST_COMMENT, markdownTable } from "../markdown";
import { approvals, headline, placeTold, rest, sections } from "./sections";

const SIGNS: Readonly<Record<ChangeVerdict, string>> = {
  weaker: "🔻",
  leaves: "🚨",
  opens: "🔓",
  destroys: "💥",
  stronger: "🔺",
  other: "▫️",
};

/**
 * The review for a pull request: it fits one comment. Where it does not, entries are left out from the end, those that
 * weaken nothing first, and how many is said.
 */
export function markdown(review: Review): string {
  const head = [`## ${review.isGrave ? "❌" : "✅"} ${headline(review)}`, approvalsTold(review)]
    .filter(Boolean)
    .join("\n\n");
  const foot = `${restTold(review)}_Judged on ${review.today}: ${review.base.resources} resources before, ${review.head.resources} after._\n`;
  const blocks = sections(review).flatMap(({ title, entries }) =>
    entries.map((entry, index) => ({ title: index === 0 ? title : "", text: told(entry) })),
  );
  const cut = (left: number) =>
    `> ${left} more ${left === 1 ? "entry does" : "entries do"} not fit into a comment: \`clover review --format text\` has them all.`;
  let body = head;
  for (const [index, { title, text }] of blocks.entries()) {
    const next = [body, ...(title ? [`### ${title}`] : []), text].join("\n\n");
    const reserve = foot.length + cut(blocks.length).length + 4;
    if (next.length + reserve > LONGEST_COMMENT) return `${body}\n\n${cut(blocks.length - index)}\n\n${foot}`;
    body = next;
  }
  return `${body}\n\n${foot}`;
}

function told(entry: Entry): string {
  const { verdict, what, path, before, after, details, policies, controls, approvers, witness = [] } = entry;
  const place = placeTold(entry);
  const rows: readonly (readonly [string, string])[] = [
    ["Where", place && code(`${place}${path ? ` ${path}` : ""}`)],
    ["Construct", entry.at[0]?.constructPath ? code(entry.at[0].constructPath) : ""],
    ["Before", before === undefined ? "" : code(before)],
    ["After", after === undefined ? "" : code(after)],
    ["Policies", policies.join(", ")],
    ["Controls", verdict === "other" ? "" : controls.join(", ")],
    ["To approve", approvers.map(cell).join(", ")],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const hops = witness.map(
    ({ from, to, mechanism, stack, address }, index) =>
      `${index + 1}. ${cell(from)} → ${cell(to)} by ${cell(mechanism)}: ${code(`${stack}/${address}`)}`,
  );
  return [
    `**${SIGNS[verdict]} ${verdict}** ${cell(what)}`,
    rows.length > 0 ? markdownTable(["", ""], rows) : "",
    details.map((detail) => `- ${cell(detail)}`).join("\n"),
    hops.join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function approvalsTold(review: Review): string {
  const counted = approvals(review);
  return counted.length === 0
    ? ""
    : `**To be approved by** ${counted.map(([who, count]) => `${cell(who)} (${count})`).join(", ")}`;
}

function restTold(review: Review): string {
  const counted = rest(review);
  return counted.length === 0 ? "" : `Beside that, changes that nothing objects to: ${counted.join(", ")}.\n\n`;
}
