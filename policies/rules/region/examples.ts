import type { Examples } from "../../examples";
import { declaredZonesExamples } from "./declared-zones.examples";
import { nothingEverywhereExamples } from "./nothing-everywhere.examples";
import { protectedJurisdictionsExamples } from "./protected-jurisdictions.examples";
import { providerPinnedExamples } from "./provider-pinned.examples";
import { providerRoleExamples } from "./provider-role.examples";
import { providerTagsExamples } from "./provider-tags.examples";
import { staysInRegionExamples } from "./stays-in-region.examples";

export const regionExamples: readonly Examples[] = [
  providerPinnedExamples,
  staysInRegionExamples,
  nothingEverywhereExamples,
  declaredZonesExamples,
  protectedJurisdictionsExamples,
  providerRoleExamples,
  providerTagsExamples,
];
