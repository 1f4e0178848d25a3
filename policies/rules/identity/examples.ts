import type { Examples } from "../../examples";
import { accessPermissionsExamples } from "./access-permissions.examples";
import { accessReadsExamples } from "./access-reads.examples";
import { auditorRoleExamples } from "./auditor-role.examples";
import { boundedRolesExamples } from "./bounded-roles.examples";
import { containmentRoleExamples } from "./containment-role.examples";
import { declaredAccessRolesExamples } from "./declared-access-roles.examples";
import { federatedTrustExamples } from "./federated-trust.examples";
import { namedWritesExamples } from "./named-writes.examples";
import { narrowBoundaryExamples } from "./narrow-boundary.examples";
import { noStandingCredentialsExamples } from "./no-standing-credentials.examples";
import { nothingTakenAwayExamples } from "./nothing-taken-away.examples";
import { readManagedPoliciesExamples } from "./read-managed-policies.examples";
import { resourcePoliciesExamples } from "./resource-policies.examples";
import { serviceTrustExamples } from "./service-trust.examples";
import { shortSessionsExamples } from "./short-sessions.examples";
import { trustedPrincipalsExamples } from "./trusted-principals.examples";

export const identityExamples: readonly Examples[] = [
  trustedPrincipalsExamples,
  serviceTrustExamples,
  federatedTrustExamples,
  declaredAccessRolesExamples,
  accessPermissionsExamples,
  shortSessionsExamples,
  narrowBoundaryExamples,
  boundedRolesExamples,
  noStandingCredentialsExamples,
  readManagedPoliciesExamples,
  namedWritesExamples,
  resourcePoliciesExamples,
  auditorRoleExamples,
  containmentRoleExamples,
  nothingTakenAwayExamples,
  accessReadsExamples,
];
