import type { Policy } from "../../policy";
import { declaredImports } from "./declared-imports";
import { everythingRead } from "./everything-read";
import { noForeignState } from "./no-foreign-state";
import { nothingRuns } from "./nothing-runs";
import { ordered } from "./ordered";
import { ownSids } from "./own-sids";
import { ownThings } from "./own-things";
import { pinnedVersions } from "./pinned-versions";
import { stacksPresent } from "./stacks-present";
import { stateBucket } from "./state-bucket";
import { stateClosed } from "./state-closed";
import { stateLocation } from "./state-location";
import { stateReached } from "./state-reached";

/** All that was declared was read and judged, and its state is kept where it belongs. */
export const state: readonly Policy[] = [
  stacksPresent,
  everythingRead,
  ordered,
  nothingRuns,
  stateLocation,
  stateBucket,
  noForeignState,
  pinnedVersions,
  declaredImports,
  stateReached,
  ownSids,
  stateClosed,
  ownThings,
];
