import { ENCLAVE_PHASES } from "../../../config/estate";
import { PHASE_OUTPUT } from "../../../config/names";
import { ENCLAVE } from "../../../config/places";
import type { Context } from "../../context";
import type { Output } from "../../model/source";
import type { WholeEstate } from "../../policy";
import { fail, notApplicable, pass, undecided, type Location, type Verdict } from "../../verdict";

const AT: Location = { stack: ENCLAVE, address: `output.${PHASE_OUTPUT}`, jsonPath: "value" };
const PHASES: readonly unknown[] = ENCLAVE_PHASES;

export const phasesGoOn: WholeEstate = {
  kind: "whole",
  id: "ENV-010",
  title: "A deployment moves the enclave on by one phase at most, and never back",
  severity: "critical",
  controls: ["F44", "F46"],
  rationale:
    "An enclave that serves again takes European data to another country a second time. One that is retired without draining first loses what had not come home.",
  remediation: "Declare the phase that is deployed, or the one that comes next: serving, draining, retired.",
  sources: ["https://developer.hashicorp.com/terraform/internals/json-format#plan-representation"],
  construct: "enclave/enclave-store",

  check({ model }: Context) {
    return model.sources.map(({ stack, kind, outputs }) => {
      const phase = outputs[PHASE_OUTPUT];
      // What is synthesized does not know what is deployed: a plan does.
      if (stack !== ENCLAVE || kind !== "plan" || !phase || phase.before === undefined) {
        return notApplicable({ ...AT, stack });
      }
      return goesOn(phase);
    });
  },
};

function goesOn({ before, value }: Output): Verdict {
  const to = PHASES.indexOf(value);
  const from = PHASES.indexOf(before);
  const move = before === null ? `an enclave that begins as ${String(value)}` : `${String(before)} to ${String(value)}`;
  if (to < 0 || (from < 0 && before !== null)) return undecided(AT, move, `one of ${PHASES.join(", ")}`);
  const next = ENCLAVE_PHASES.slice(Math.max(from, 0), before === null ? 2 : from + 2);
  return next.some((phase) => phase === value) ? pass(AT) : fail(AT, move, next.join(" or "));
}
