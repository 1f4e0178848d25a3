import type { Draft } from "../draft";
import type { Problem } from "../problem";
import { enclaveHolds } from "./enclave";
import { keysHold } from "./keys";
import { monitorHolds } from "./monitor";
import { partitionHolds } from "./partition";
import { permissionsHold } from "./permissions";
import { geographyHolds, idsAreUnique, nothingIsShared, protectionHolds } from "./places";
import { trustedServicesHold } from "./trusted-services";

/**
 * Everything that the well-formed parts of an estate break of the rules between them.
 *
 * @param today ISO date
 */
export function brokenInvariants(draft: Draft, today: string): readonly Problem[] {
  return [
    ...idsAreUnique(draft),
    ...nothingIsShared(draft),
    ...geographyHolds(draft),
    ...protectionHolds(draft),
    ...partitionHolds(draft),
    ...trustedServicesHold(draft),
    ...monitorHolds(draft, today),
    ...enclaveHolds(draft, today),
    ...permissionsHold(draft, today),
    ...keysHold(draft),
    ...someSiteIsActive(draft),
  ];
}

function* someSiteIsActive({ sites, incomplete }: Draft): Generator<Problem> {
  if (incomplete.has("sites") || sites.some(({ value }) => value.status === "active")) return;
  yield {
    code: "estate.no-active-site",
    path: ["sites"],
    value: sites.map(({ value }) => `${value.id}: ${value.status}`),
    rule: "have an active one among them",
    fix: "users' data must have somewhere to be; activate a site",
  };
}
