import type { Examples } from "../../examples";
import { destroyableExamples } from "./destroyable.examples";
import { drainEndsExamples } from "./drain-ends.examples";
import { drainProvenExamples } from "./drain-proven.examples";
import { drainRolesExamples } from "./drain-roles.examples";
import { drainsHomeExamples } from "./drains-home.examples";
import { endsOnTimeExamples } from "./ends-on-time.examples";
import { evidenceOutlivesExamples } from "./evidence-outlives.examples";
import { keptWhileServingExamples } from "./kept-while-serving.examples";
import { noResidueExamples } from "./no-residue.examples";
import { nothingFlowsInExamples } from "./nothing-flows-in.examples";
import { phasesGoOnExamples } from "./phases-go-on.examples";
import { writesNothingNewExamples } from "./writes-nothing-new.examples";

export const enclaveExamples: readonly Examples[] = [
  endsOnTimeExamples,
  destroyableExamples,
  noResidueExamples,
  drainsHomeExamples,
  nothingFlowsInExamples,
  evidenceOutlivesExamples,
  keptWhileServingExamples,
  writesNothingNewExamples,
  drainProvenExamples,
  phasesGoOnExamples,
  drainRolesExamples,
  drainEndsExamples,
];
