import type { Examples } from "../../examples";
import { declaredImportsExamples } from "./declared-imports.examples";
import { everythingReadExamples } from "./everything-read.examples";
import { noForeignStateExamples } from "./no-foreign-state.examples";
import { nothingRunsExamples } from "./nothing-runs.examples";
import { orderedExamples } from "./ordered.examples";
import { ownSidsExamples } from "./own-sids.examples";
import { ownThingsExamples } from "./own-things.examples";
import { pinnedVersionsExamples } from "./pinned-versions.examples";
import { stacksPresentExamples } from "./stacks-present.examples";
import { stateBucketExamples } from "./state-bucket.examples";
import { stateClosedExamples } from "./state-closed.examples";
import { stateLocationExamples } from "./state-location.examples";
import { stateReachedExamples } from "./state-reached.examples";

export const stateExamples: readonly Examples[] = [
  stacksPresentExamples,
  everythingReadExamples,
  orderedExamples,
  nothingRunsExamples,
  stateLocationExamples,
  stateBucketExamples,
  noForeignStateExamples,
  pinnedVersionsExamples,
  declaredImportsExamples,
  stateReachedExamples,
  ownSidsExamples,
  stateClosedExamples,
  ownThingsExamples,
];
