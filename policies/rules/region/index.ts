import type { Policy } from "../../policy";
import { declaredZones } from "./declared-zones";
import { nothingEverywhere } from "./nothing-everywhere";
import { protectedJurisdictions } from "./protected-jurisdictions";
import { providerPinned } from "./provider-pinned";
import { providerRole } from "./provider-role";
import { providerTags } from "./provider-tags";
import { staysInRegion } from "./stays-in-region";

/** Everything is made in the declared place, and nothing of it goes elsewhere. */
export const region: readonly Policy[] = [
  providerPinned,
  staysInRegion,
  nothingEverywhere,
  declaredZones,
  protectedJurisdictions,
  providerRole,
  providerTags,
];
