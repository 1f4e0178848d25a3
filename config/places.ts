import type { Estate } from "./estate";
import { findRegion } from "./geography";
import type { Place } from "./place";

/** The stacks that are named neither after a site nor after whose state they hold. */
export const ORGANIZATION = "organization";
export const MONITOR = "monitor";
export const ENCLAVE = "enclave";

/** A stack's place in the estate. */
export interface StackPlace extends Place {
  /** The stack's id. */
  readonly stack: string;
}

/** Where the organization's own stack is: the management account, in its home region. */
export function organizationPlace(estate: Estate): StackPlace {
  return placeOf(ORGANIZATION, estate.organization.managementAccount, estate.organization.homeRegion);
}

export function monitorPlace(estate: Estate): StackPlace {
  return placeOf(MONITOR, estate.monitor.account, estate.monitor.region);
}

export function enclavePlace(estate: Estate): StackPlace {
  return placeOf(ENCLAVE, estate.enclave.account, estate.enclave.placement.region);
}

/** Every site's place, in the order of the estate. */
export function sitePlaces(estate: Estate): readonly StackPlace[] {
  return estate.sites.map((site) => placeOf(site.id, site.account, site.placement.region));
}

/** Every place of the operator: the organization, its sites and its enclave, and not the monitor. */
export function operatorPlaces(estate: Estate): readonly StackPlace[] {
  return [organizationPlace(estate), ...sitePlaces(estate), enclavePlace(estate)];
}

/** @throws Error when geography does not know the region, which a loaded estate excludes */
function placeOf(stack: string, account: string, code: string): StackPlace {
  const region = findRegion(code);
  if (!region) throw new Error(`geography knows no region ${code}; load the estate before asking for its places`);
  return { stack, account, region: code, partition: region.partition, country: region.country };
}
