import { basename } from "node:path";
import { chosenEstate } from "../config/chosen";
import type { Estate } from "../config/estate";
import { loadEstate } from "../config/load";
import { readWrittenEstate, WRITTEN_ESTATE } from "../config/written";
import { declaredStack } from "../policies/declared-stack";
import { readInputs, readPrior, type Inputs } from "../policies/model/read";
import type { Side } from "../review/review";
import { Failure } from "./failure";
import { note } from "./say";
import { writtenBeside } from "./written-beside";

/** What one side of a review is given as. */
export interface Given {
  readonly paths: readonly string[];
  /** A name or a file; without one, the estate that was written beside what is compared, else the chosen one. */
  readonly estate?: string;
}

/**
 * Both sides of a review. Without a base, it is what the plans of the head found deployed.
 *
 * @throws Failure when they cannot be compared
 */
export function sidesOf(
  base: Given | undefined,
  head: Given,
  today: string,
): { readonly base: Side; readonly head: Side } {
  const after = sideOf(head, today);
  if (base && base.paths.length > 0) return comparable(sideOf(base, today), after);
  const plans = head.paths.filter((path) => path.endsWith(".json") && !path.endsWith(".tf.json"));
  if (plans.length === 0) throw new Failure("--base is missing: only a plan says by itself what it changes.");
  const estate = base?.estate === undefined ? after.estate : estateNamed(base.estate, today);
  return comparable({ estate, inputs: readPrior(plans, (source) => declaredStack(source, estate)) }, after);
}

function sideOf({ paths, estate: named }: Given, today: string): Side {
  const estate = named === undefined ? estateBeside(paths, today) : estateNamed(named, today);
  return { estate, inputs: readInputs(paths, (source) => declaredStack(source, estate)) };
}

function estateNamed(named: string, today: string): Estate {
  return basename(named) === WRITTEN_ESTATE ? readWrittenEstate(named, { today }) : loadEstate(named, { today });
}

function estateBeside(paths: readonly string[], today: string): Estate {
  const [found] = paths.flatMap((path) => writtenBeside(path) ?? []);
  if (found) return readWrittenEstate(found, { today });
  const { estate } = chosenEstate(process.env);
  note(`${paths.join(", ")}: no ${WRITTEN_ESTATE} beside it; taken to be of the estate ${estate.name}`);
  return estate;
}

/** A configuration says what is written, a plan what Terraform and the provider make of it. */
function comparable(base: Side, head: Side): { readonly base: Side; readonly head: Side } {
  const [before, after] = [base, head].map(({ inputs }) => isPlanned(inputs));
  const isEmpty = base.inputs.sources.every(({ blocks }) => blocks.length === 0);
  if (before === after || isEmpty) return { base, head };
  throw new Failure("A plan is compared with a plan, and a synth folder with a synth folder: give two of one kind.");
}

function isPlanned({ sources }: Inputs): boolean {
  return sources.some(({ blocks }) => blocks.some(({ exported }) => exported !== undefined));
}
