import type { App, TerraformStack } from "cdktf";
import type { Estate } from "../config/estate";
import { stateLocation } from "../config/names";
import { ENCLAVE, MONITOR, ORGANIZATION, sitePlaces } from "../config/places";
import type { Functions } from "../functions/function-bundle";
import { EnclaveStack } from "./enclave-stack";
import { MonitorStack } from "./monitor-stack";
import { OrganizationStack } from "./organization-stack";
import { SiteStack } from "./site-stack";
import { StateStack } from "./state-stack";

/**
 * Every stack of the estate, in the order of deployment: monitor → organization → sites → enclave.
 *
 * The order is all that the stacks share: names and ARNs that cross them are computed, and none
 * reads another's state.
 *
 * @param functions bundles the code of the functions that the stacks ask for
 */
export function buildEstate(app: App, estate: Estate, functions: Functions): void {
  buildStateStacks(app, estate);
  const monitor = new MonitorStack(app, { estate, functions });
  const organization = new OrganizationStack(app, { estate, functions });
  const sites = sitePlaces(estate).map(
    (place, index) => new SiteStack(app, { estate, functions, place, site: estate.sites[index]! }),
  );
  const enclave = new EnclaveStack(app, { estate, functions });
  inOrder([[monitor], [organization], sites, [enclave]]);
}

/** The order says who waits for whom; the state stacks come before all, once, and by hand. */
function buildStateStacks(app: App, estate: Estate): void {
  for (const stateOf of [MONITOR, ORGANIZATION, ...estate.sites.map((site) => site.id), ENCLAVE]) {
    const location = stateLocation(estate, stateOf);
    if (location) new StateStack(app, { estate, stateOf, location });
  }
}

function inOrder(waves: readonly (readonly TerraformStack[])[]): void {
  waves.forEach((wave, index) => {
    for (const stack of wave) for (const earlier of waves[index - 1] ?? []) stack.addDependency(earlier);
  });
}
