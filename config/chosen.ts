import type { Estate } from "./estate";
import { declaredEstates, estateFile, loadEstate } from "./load";

/** What is chosen when nothing is: never production. */
const DEFAULT_ESTATE = "local";

export interface ChosenEstate {
  readonly estate: Estate;
  /** The file that declares it. */
  readonly file: string;
  /** ISO date that the estate was judged on. */
  readonly today: string;
  /** Lines that a person must see first: what was chosen for them, and what is unusual. */
  readonly notices: readonly string[];
}

/**
 * The estate that `CLOVER_ESTATE` names, judged on today or on `CLOVER_TODAY`.
 *
 * @throws EstateError when it is refused
 */
export function chosenEstate(environment: Readonly<Record<string, string | undefined>>): ChosenEstate {
  const named = environment["CLOVER_ESTATE"];
  const rehearsed = environment["CLOVER_TODAY"];
  const others = declaredEstates().filter((name) => name !== DEFAULT_ESTATE);
  const notices: string[] = [];
  if (!named) notices.push(`Estate: ${DEFAULT_ESTATE} (CLOVER_ESTATE is not set; others: ${others.join(", ")})`);
  if (rehearsed) notices.push(`Today is taken to be ${rehearsed} (CLOVER_TODAY)`);
  const today = rehearsed || new Date().toISOString().slice(0, "YYYY-MM-DD".length);
  const chosen = named || DEFAULT_ESTATE;
  return { estate: loadEstate(chosen, { today }), file: estateFile(chosen), today, notices };
}
