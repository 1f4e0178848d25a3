import { chosenEstate, type ChosenEstate } from "../config/chosen";
import { declaredStack } from "../policies/declared-stack";
import { InputError } from "../policies/model/input-error";
import { readInputs, type Inputs } from "../policies/model/read";
import { Failure } from "./failure";
import { note } from "./say";
import { strangers } from "./written-beside";

/** The estate that `--estate` names, or else the environment. */
export function namedEstate(named: string | undefined): ChosenEstate {
  if (named === "") throw new Failure("--estate names nothing: leave it out, or name an estate or the path of a file.");
  return chosenEstate(named === undefined ? process.env : { ...process.env, CLOVER_ESTATE: named });
}

/** The same, with its notices said where they disturb no output. */
export function judgingEstate(named: string | undefined): ChosenEstate {
  const chosen = namedEstate(named);
  for (const notice of chosen.notices) note(notice);
  return chosen;
}

export interface Judged extends Inputs {
  /** That it was synthesized for another estate than it is judged by, where that can be seen. */
  readonly notes: readonly string[];
}

/**
 * What is judged, each plan by the name of the stack that it is of. What must be known of it is said at once.
 *
 * @param named what a path is called where it is said
 * @throws InputError when it cannot be read
 */
export function inputsAt(paths: readonly string[], chosen: ChosenEstate, named?: (path: string) => string): Judged {
  const inputs = readInputs(paths, (source) => declaredStack(source, chosen.estate));
  const notes = strangers(paths, chosen, named);
  for (const sentence of notes) note(sentence);
  return { ...inputs, notes };
}

/**
 * @param told the sentence, where it is to be put otherwise
 * @throws Failure instead of InputError: a sentence, and exit code 2
 */
export function unlessUnreadable<T>(action: () => T, told = (message: string) => message): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof InputError) throw new Failure(told(error.message));
    throw error;
  }
}
