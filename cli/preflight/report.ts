import type { Estate } from "../../config/estate";
import { visible } from "../report/visible";
import type { Preflight } from "./preflight";
import type { Outcome, Seen } from "./seen";

const OUTCOMES: readonly Outcome[] = ["clear", "exists", "short", "lost", "unknown"];

/** Exit code: what is in the way is told before what could not be looked at, and neither is a pass. */
export function exitCodeOf({ seen }: Preflight): 0 | 1 | 2 {
  if (seen.some(({ outcome }) => outcome !== "clear" && outcome !== "unknown")) return 1;
  return seen.some(({ outcome }) => outcome === "unknown") ? 2 : 0;
}

/** For a person: each thing with its address and what takes it out of the way, then what was counted. */
export function preflightText(estate: Estate, run: Preflight): string {
  const { folder, place, seen } = run;
  const imports = seen.some(({ commands }) => commands.some((command) => command.startsWith("terraform ")));
  const lines = [
    ...seen.map(told),
    ...(imports ? [`Imports are run in ${folder}, after \`terraform init\` there.`] : []),
    `Estate ${estate.name}, stack ${place.stack}, account ${place.account}, ${place.region}: ` +
      OUTCOMES.map((outcome) => `${count(seen, outcome)} ${outcome}`).join(", "),
  ];
  return `${lines.join("\n")}\n`;
}

function told({ address, outcome, message, commands }: Seen): string {
  return [`${outcome.toUpperCase()} ${address}: ${message}`, ...commands.map((command) => `  ${command}`)]
    .map(visible)
    .join("\n");
}

/** For programs: the same. */
export function preflightJson(estate: Estate, { folder, place, seen }: Preflight): string {
  const { stack, account, region } = place;
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(seen, outcome)]));
  const document = { summary: { estate: estate.name, stack, account, region, folder, ...counts }, seen };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function count(seen: readonly Seen[], outcome: Outcome): number {
  return seen.filter((one) => one.outcome === outcome).length;
}
