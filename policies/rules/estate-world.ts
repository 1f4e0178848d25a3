import type { Estate } from "../../config/estate";
import { operatorPlaces } from "../../config/places";
import type { World } from "../access/world";

/** What the estate declares of accounts and their organizations; of all others nothing is known. */
export function worldOf(estate: Estate, resourceAccount?: string): World {
  const operated = new Set(operatorPlaces(estate).map(({ account }) => account));
  const organizationOf = (account: string) => {
    if (operated.has(account)) return estate.organization.id;
    return account === estate.monitor.account ? estate.monitor.organizationId : undefined;
  };
  const resourceOrganization = resourceAccount === undefined ? undefined : organizationOf(resourceAccount);
  return {
    organizationOf,
    managementAccounts: [estate.organization.managementAccount],
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    ...(resourceOrganization === undefined ? {} : { resourceOrganization }),
  };
}
