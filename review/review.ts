import { isDeepStrictEqual } from "node:util";
import type { Estate } from "../config/estate";
import { POLICIES } from "../policies/all-policies";
import type { Context } from "../policies/context";
import { evaluate } from "../policies/evaluate";
import { Kept } from "../policies/kept";
import { InputError } from "../policies/model/input-error";
import { Model } from "../policies/model/model";
import type { Inputs } from "../policies/model/read";
import { once } from "../policies/once";
import type { Report } from "../policies/report";
import { reportedMap } from "../policies/reported-map";
import { CHANGES, GRAVE, type Change, type ChangeVerdict, type Entry } from "./entry";
import { estateChanges } from "./estate/estate-changes";
import { grouped } from "./grouped";
import { joined } from "./joined";
import { channelChanges } from "./judged/channel-changes";
import { guaranteeChanges } from "./judged/guarantee-changes";
import { pairing } from "./resources/pairing";
import { Renames } from "./resources/renamed";
import { resourceChanges } from "./resources/resource-changes";
import { readDigest } from "./read-digest";
import { stackChanges } from "./resources/stack-changes";

/** One version: what is declared, and what was synthesized or planned from it. */
export interface Side {
  readonly estate: Estate;
  readonly inputs: Inputs;
}

/** What a review says, whatever form it is printed in. */
export interface Review {
  readonly base: Reviewed;
  readonly head: Reviewed;
  /** ISO date on which both were judged. */
  readonly today: string;
  /** What is declared otherwise first, then the gravest. */
  readonly entries: readonly Entry[];
  readonly counts: Readonly<Record<ChangeVerdict, number>>;
  /** Whether somebody must approve something. */
  readonly isGrave: boolean;
}

export interface Reviewed extends Pick<Report, "places" | "channels"> {
  readonly estate: string;
  /** SHA-256 of all that was read of it. */
  readonly digest: string;
  readonly stacks: readonly string[];
  readonly resources: number;
}

/**
 * What a change does to residency, encryption, isolation, audit and access: both versions are judged by every policy and
 * compared thing by thing. Where both say the very same, nothing is judged: what is the same cannot have become weaker.
 *
 * @param today ISO date; both are judged on it, so that what lapses meanwhile is no difference
 * @throws InputError when there is no resource on either side
 */
export function review(base: Side, head: Side, today: string): Review {
  const [was, is] = [base, head].map((side) => contextOf(side, today)) as [Context, Context];
  requireResources(base, was, head, is);
  const entries = isSame(base, head) ? [] : entriesOf(was, is);
  const counts = Object.fromEntries(
    CHANGES.map((verdict) => [verdict, entries.filter((entry) => entry.verdict === verdict).length]),
  ) as Record<ChangeVerdict, number>;
  return {
    base: reviewed(was, entries),
    head: reviewed(is, entries),
    today,
    entries,
    counts,
    isGrave: GRAVE.some((verdict) => counts[verdict] > 0),
  };
}

function contextOf(side: Side, today: string): Context {
  return contexts(side).of(today, () => {
    const { estate, inputs } = side;
    return { model: new Model(inputs.sources), estate, today, whole: inputs.whole };
  });
}

/** A version is read and judged once, with however many others it is compared. */
const contexts = once((_: Side) => new Kept<Context>());

/** The base may be empty, where nothing is deployed yet. */
function requireResources(base: Side, was: Context, head: Side, is: Context): void {
  if (was.model.resources().length + is.model.resources().length > 0) return;
  const files = [...base.inputs.sources, ...head.inputs.sources].map(({ file }) => file);
  throw new InputError(files.join(", "), "there is no resource in it to review");
}

/** Whatever Terraform reads and whatever is declared, whichever folder it lies in. */
function isSame(base: Side, head: Side): boolean {
  const read = ({ inputs }: Side) => inputs.sources.map(({ file: _file, ...source }) => source);
  return isDeepStrictEqual(base.estate, head.estate) && isDeepStrictEqual(read(base), read(head));
}

function entriesOf(was: Context, is: Context): readonly Entry[] {
  const found = pairing(was, is);
  const { changes, homes } = resourceChanges(found, was, is);
  const seen = [...estateChanges(was.estate, is.estate), ...stackChanges(was, is, found.renames), ...changes];
  if (seen.length === 0 && isDeepStrictEqual(unseen(was), unseen(is))) return [];
  const judged: readonly Change[] = [
    ...guaranteeChanges(
      { findings: findingsOf(was), renames: found.renames, homes },
      { findings: findingsOf(is), renames: Renames.nothing, homes },
    ),
    ...channelChanges(was, is, found.renames),
  ];
  return [...grouped(joined(seen, judged), was.estate, is.estate)].sort(byGravity);
}

/** What no entry tells of, and a policy may: where it is the same too, both sides say the same to whoever judges them. */
function unseen({ model, whole }: Context): unknown {
  const said = model.sources.map(({ stack, kind, unread, moves, locals, providers, terraform, outputs }) => {
    return [stack, kind, unread, moves, locals, providers, terraform, outputs];
  });
  return [whole, said];
}

const findingsOf = once((context: Context) => evaluate(POLICIES, context).flatMap(({ findings }) => findings));

function byGravity(one: Entry, other: Entry): number {
  const declared = (entry: Entry) => (entry.about === "estate" ? 0 : 1);
  return CHANGES.indexOf(one.verdict) - CHANGES.indexOf(other.verdict) || declared(one) - declared(other);
}

/** What a map shows, where there is something to show on it. */
function reviewed(context: Context, entries: readonly Entry[]): Reviewed {
  const { model, estate } = context;
  const map = entries.length > 0 ? reportedMap(context) : { places: [], channels: [] };
  return {
    estate: estate.name,
    digest: readDigest(model),
    stacks: model.stacks,
    resources: model.resources().length,
    ...map,
  };
}
