import type { Estate } from "../../config/estate";
import { operatorPlaces } from "../../config/places";
import { once } from "../once";
import { isWordOfPolicies } from "../access/words-of-policies";
import type { World } from "../access/world";
import { declaredPlaces } from "../context";

/** What the estate declares of accounts and their organizations; of all others nothing is known. */
export function worldOf(estate: Estate, resourceAccount?: string): World {
  const { organizationOf, names } = declaredNames(estate);
  const resourceOrganization = resourceAccount === undefined ? undefined : organizationOf(resourceAccount);
  return {
    organizationOf,
    names,
    managementAccounts: [estate.organization.managementAccount],
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    ...(resourceOrganization === undefined ? {} : { resourceOrganization }),
  };
}

/** An account of nobody in the estate. */
export const FOREIGN = "666666666666";

/** The same, about what belongs to somebody whom the estate does not know. */
export function worldOfStrangers(estate: Estate): World {
  return { ...worldOf(estate), resourceAccount: FOREIGN, resourceOrganization: "o-somebodyelse" };
}

const declaredNames = once((estate: Estate) => {
  const operated = new Set(operatorPlaces(estate).map(({ account }) => account));
  const organizationOf = (account: string) => {
    if (operated.has(account)) return estate.organization.id;
    return account === estate.monitor.account ? estate.monitor.organizationId : undefined;
  };
  const stacks = declaredPlaces(estate).map(({ stack }) => stack);
  return { organizationOf, names: new Set(stacks.filter((stack) => !isWordOfPolicies(stack))) };
});
