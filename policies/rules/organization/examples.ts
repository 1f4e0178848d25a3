import type { Examples } from "../../examples";
import { accountGuardrailExamples } from "./account-guardrail.examples";
import { adoptedMembersExamples } from "./adopted-members.examples";
import { auditGuardrailExamples } from "./audit-guardrail.examples";
import { copyGuardrailExamples } from "./copy-guardrail.examples";
import { deploymentLeftExamples } from "./deployment-left.examples";
import { drainGuardrailExamples } from "./drain-guardrail.examples";
import { emptyManagementExamples } from "./empty-management.examples";
import { enforcingOrganizationExamples } from "./enforcing-organization.examples";
import { exactExceptionsExamples } from "./exact-exceptions.examples";
import { keyGuardrailExamples } from "./key-guardrail.examples";
import { networkGuardrailExamples } from "./network-guardrail.examples";
import { policyQuotasExamples } from "./policy-quotas.examples";
import { regionGuardrailExamples } from "./region-guardrail.examples";
import { sunsetGuardrailExamples } from "./sunset-guardrail.examples";
import { identityGuardrailExamples } from "./identity-guardrail.examples";
import { principalPerimeterExamples } from "./principal-perimeter.examples";
import { resourcePerimeterExamples } from "./resource-perimeter.examples";
import { storeGuardrailExamples } from "./store-guardrail.examples";
import { undelegatedAdministrationExamples } from "./undelegated-administration.examples";
import { visitsGuardrailExamples } from "./visits-guardrail.examples";

export const organizationExamples: readonly Examples[] = [
  adoptedMembersExamples,
  enforcingOrganizationExamples,
  policyQuotasExamples,
  regionGuardrailExamples,
  accountGuardrailExamples,
  auditGuardrailExamples,
  keyGuardrailExamples,
  copyGuardrailExamples,
  networkGuardrailExamples,
  exactExceptionsExamples,
  emptyManagementExamples,
  sunsetGuardrailExamples,
  drainGuardrailExamples,
  identityGuardrailExamples,
  principalPerimeterExamples,
  resourcePerimeterExamples,
  storeGuardrailExamples,
  visitsGuardrailExamples,
  undelegatedAdministrationExamples,
  deploymentLeftExamples,
];
