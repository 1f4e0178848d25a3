import type { Estate } from "../config/estate";
import { standIns } from "../config/stand-ins";
import { sunsetWarnings } from "../config/sunset";
import { POLICIES } from "./all-policies";
import { evaluate, NO_COUNTS, type Counts } from "./evaluate";
import type { Finding } from "./finding";
import { InputError } from "./model/input-error";
import type { Inputs } from "./model/read";
import { serves, type Pack } from "./packs/pack";
import type { Metadata } from "./policy";
import type { Report } from "./report";
import { quotaNotes } from "./quota-notes";
import { reportedMap } from "./reported-map";
import { readingsOf } from "./readings";
import { applyWaivers, WAIVER_POLICY } from "./waivers/apply-waivers";
import type { Waiver } from "./waivers/waiver";

const SEVERITIES = ["critical", "high", "medium", "low"] as const;

export interface CheckOptions {
  readonly estate: Estate;
  /** ISO date. */
  readonly today: string;
  readonly waivers: readonly Waiver[];
  /** Only the policies that a framework asks for; without one, all. */
  readonly pack?: Pack;
  /** What a reader must know of what was read, before all that the estate gives to tell. */
  readonly notes?: readonly string[];
}

/**
 * Judges what was read by every policy, or by those of a framework.
 *
 * @throws InputError when there is no resource in it: nothing checked is no result
 */
export function check(inputs: Inputs, { estate, today, waivers: all, pack, notes = [] }: CheckOptions): Report {
  const readings = readingsOf(inputs.sources);
  const { model } = readings;
  const resources = model.resources().length;
  if (resources === 0) {
    throw new InputError(inputs.sources.map(({ file }) => file).join(", "), "there is no resource in it to check");
  }
  const asked = pack ? POLICIES.filter(({ controls }) => serves(pack, controls)) : POLICIES;
  const waivers = all.filter(({ policy }) => !pack || asked.some(({ id }) => id === policy));
  const context = { ...readings, estate, today, whole: inputs.whole };
  const evaluated = evaluate(asked, context);
  const found = evaluated.flatMap(({ findings }) => findings);
  const { findings, waived, broken } = applyWaivers(found, waivers, today, inputs.whole ? undefined : model.stacks);
  const ofWaivers = { ...NO_COUNTS, pass: waivers.length - broken.length, fail: broken.length };
  const covered = [...new Set(waived.map(({ finding }) => finding))];
  const policies = [
    ...evaluated.map(({ policy, counts }) => ({ policy, counts: withoutCovered(policy, counts, covered) })),
    ...(waivers.length > 0 ? [{ policy: WAIVER_POLICY, counts: ofWaivers }] : []),
  ];
  return {
    estate: estate.name,
    today,
    summary: {
      stacks: model.stacks.length,
      resources,
      policies: policies.length,
      ...sum(policies.map(({ counts }) => counts)),
    },
    findings: [...broken, ...findings].sort(byGravity),
    waived,
    policies,
    ...reportedMap(context),
    notes: [...notes, ...sunsetWarnings(estate, today), ...standIns(estate), ...quotaNotes(model)],
    files: Object.fromEntries(inputs.sources.map(({ stack, file }) => [stack, file])),
  };
}

/** What is waived is neither failed nor undecided any more. */
function withoutCovered({ id }: Metadata, counts: Counts, covered: readonly Finding[]): Counts {
  const own = covered.filter(({ policy }) => policy === id);
  const of = (outcome: Finding["outcome"]) => own.filter((finding) => finding.outcome === outcome).length;
  const [fail, undecided] = [counts.fail - of("fail"), counts.undecided - of("undecided")];
  return { ...counts, fail, undecided, waived: own.length };
}

function sum(counts: readonly Counts[]): Counts {
  const total = (outcome: keyof Counts) => counts.reduce((sofar, count) => sofar + count[outcome], 0);
  return {
    pass: total("pass"),
    fail: total("fail"),
    undecided: total("undecided"),
    notApplicable: total("notApplicable"),
    waived: total("waived"),
  };
}

function byGravity(one: Finding, other: Finding): number {
  const gravity = ({ severity, outcome }: Finding) =>
    SEVERITIES.indexOf(severity) * 2 + (outcome === "undecided" ? 1 : 0);
  return (
    gravity(one) - gravity(other) ||
    one.policy.localeCompare(other.policy) ||
    `${one.address} ${one.stack}`.localeCompare(`${other.address} ${other.stack}`)
  );
}
