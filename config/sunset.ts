import { daysBetween } from "./calendar";
import type { Enclave, Estate } from "./estate";

/** How long before the sunset it is told, and how pressing it is by then: the soonest that applies is told. */
const AHEAD: readonly { readonly days: number; readonly word: string }[] = [
  { days: 7, word: "Urgent" },
  { days: 30, word: "Warning" },
  { days: 90, word: "Notice" },
];

const NEXT: Readonly<Record<Exclude<Enclave["phase"], "retired">, string>> = {
  serving: "declare it draining, so that it takes nothing new",
  draining: "take the evidence of its drain with `clover enclave status --evidence` and declare it retired",
};

/**
 * What is told of the enclave's sunset while it is ahead: nothing more than ninety days before, and nothing of a
 * retired enclave. Once it has passed, the estate is refused.
 *
 * @param today ISO date
 */
export function sunsetWarnings({ enclave: { phase, sunset } }: Estate, today: string): readonly string[] {
  const left = daysBetween(today, sunset);
  const stage = AHEAD.find(({ days }) => left <= days);
  if (phase === "retired" || !stage || left < 0) return [];
  const when = left === 0 ? "today" : `in ${left} ${left === 1 ? "day" : "days"}`;
  return [`${stage.word}: the enclave is ${phase} and its sunset is ${when}, on ${sunset}; ${NEXT[phase]}.`];
}
