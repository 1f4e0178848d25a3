import { isDate } from "./calendar";
import { fileError } from "./declared-file";
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

/** Today, or the day that `CLOVER_TODAY` rehearses, as an ISO date. @throws EstateError when that is no date */
export function judgedDay({ CLOVER_TODAY: rehearsed }: Environment): Pick<ChosenEstate, "today" | "notices"> {
  if (rehearsed && !isDate(rehearsed)) {
    throw fileError(
      "CLOVER_TODAY",
      "estate.malformed-today",
      rehearsed,
      "be a literal ISO date",
      "write YYYY-MM-DD, or unset it",
    );
  }
  if (rehearsed) return { today: rehearsed, notices: [`Today is taken to be ${rehearsed} (CLOVER_TODAY)`] };
  return { today: new Date().toISOString().slice(0, "YYYY-MM-DD".length), notices: [] };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The estate that `CLOVER_ESTATE` names, judged on today or on `CLOVER_TODAY`.
 *
 * @throws EstateError when it is refused
 */
export function chosenEstate(environment: Environment): ChosenEstate {
  const named = environment["CLOVER_ESTATE"];
  const { today, notices } = judgedDay(environment);
  const others = declaredEstates().filter((name) => name !== DEFAULT_ESTATE);
  const unnamed = `Estate: ${DEFAULT_ESTATE} (CLOVER_ESTATE is not set; others: ${others.join(", ")})`;
  const chosen = named || DEFAULT_ESTATE;
  const estate = loadEstate(chosen, { today });
  return { estate, file: estateFile(chosen), today, notices: named ? notices : [unnamed, ...notices] };
}
