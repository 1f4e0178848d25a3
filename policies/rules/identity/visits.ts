import { monitorRoles } from "../../../config/names";
import { operatorPlaces } from "../../../config/places";
import type { Estate } from "../../../config/estate";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { once } from "../../once";

/** The roles that the monitor visits the operator's accounts in. */
const visits = once((estate: Estate): ReadonlySet<unknown> => {
  const roles = operatorPlaces(estate).map((place) => monitorRoles(estate, place));
  return new Set(roles.flatMap(({ auditorRoleArn, containmentRoleArn }) => [auditorRoleArn, containmentRoleArn]));
});

/** Whether a role is one of the monitor's in an account of the operator's. */
export function isVisit(role: Resource, { estate }: Context): boolean {
  return visits(estate).has(role.attribute("arn"));
}

/** Whether a policy is for one of those roles: it has the role's name. */
export function isOfVisit(policy: Resource, { estate }: Context): boolean {
  return visits(estate).has(String(policy.attribute("arn")).replace(":policy/", ":role/"));
}
