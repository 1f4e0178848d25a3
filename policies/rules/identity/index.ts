import type { Policy } from "../../policy";
import { accessPermissions } from "./access-permissions";
import { accessReads } from "./access-reads";
import { auditorRole } from "./auditor-role";
import { boundedRoles } from "./bounded-roles";
import { containmentRole } from "./containment-role";
import { declaredAccessRoles } from "./declared-access-roles";
import { federatedTrust } from "./federated-trust";
import { namedWrites } from "./named-writes";
import { narrowBoundary } from "./narrow-boundary";
import { noStandingCredentials } from "./no-standing-credentials";
import { nothingTakenAway } from "./nothing-taken-away";
import { readManagedPolicies } from "./read-managed-policies";
import { resourcePolicies } from "./resource-policies";
import { serviceTrust } from "./service-trust";
import { shortSessions } from "./short-sessions";
import { trustedPrincipals } from "./trusted-principals";

/** Nobody reaches anything but whom the estate declares, from where, and until when it does. */
export const identity: readonly Policy[] = [
  trustedPrincipals,
  serviceTrust,
  federatedTrust,
  declaredAccessRoles,
  accessPermissions,
  shortSessions,
  narrowBoundary,
  boundedRoles,
  noStandingCredentials,
  readManagedPolicies,
  namedWrites,
  resourcePolicies,
  auditorRole,
  containmentRole,
  nothingTakenAway,
  accessReads,
];
