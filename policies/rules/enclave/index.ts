import type { Policy } from "../../policy";
import { destroyable } from "./destroyable";
import { drainEnds } from "./drain-ends";
import { drainProven } from "./drain-proven";
import { drainRoles } from "./drain-roles";
import { drainsHome } from "./drains-home";
import { endsOnTime } from "./ends-on-time";
import { evidenceOutlives } from "./evidence-outlives";
import { keptWhileServing } from "./kept-while-serving";
import { noResidue } from "./no-residue";
import { nothingFlowsIn } from "./nothing-flows-in";
import { phasesGoOn } from "./phases-go-on";
import { writesNothingNew } from "./writes-nothing-new";

/** The enclave is temporary: its data goes home, and nothing of it is left. */
export const enclave: readonly Policy[] = [
  endsOnTime,
  destroyable,
  noResidue,
  drainsHome,
  nothingFlowsIn,
  evidenceOutlives,
  keptWhileServing,
  writesNothingNew,
  drainProven,
  phasesGoOn,
  drainRoles,
  drainEnds,
];
