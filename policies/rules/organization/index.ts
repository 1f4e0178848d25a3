import type { Policy } from "../../policy";
import { accountGuardrail } from "./account-guardrail";
import { adoptedMembers } from "./adopted-members";
import { auditGuardrail } from "./audit-guardrail";
import { copyGuardrail } from "./copy-guardrail";
import { deploymentLeft } from "./deployment-left";
import { drainGuardrail } from "./drain-guardrail";
import { emptyManagement } from "./empty-management";
import { enforcingOrganization } from "./enforcing-organization";
import { exactExceptions } from "./exact-exceptions";
import { identityGuardrail } from "./identity-guardrail";
import { keyGuardrail } from "./key-guardrail";
import { networkGuardrail } from "./network-guardrail";
import { policyQuotas } from "./policy-quotas";
import { principalPerimeter } from "./principal-perimeter";
import { regionGuardrail } from "./region-guardrail";
import { resourcePerimeter } from "./resource-perimeter";
import { storeGuardrail } from "./store-guardrail";
import { sunsetGuardrail } from "./sunset-guardrail";
import { undelegatedAdministration } from "./undelegated-administration";
import { visitsGuardrail } from "./visits-guardrail";

/** AWS itself refuses, in every member account, what nobody synthesized. */
export const organization: readonly Policy[] = [
  adoptedMembers,
  enforcingOrganization,
  policyQuotas,
  regionGuardrail,
  accountGuardrail,
  auditGuardrail,
  keyGuardrail,
  copyGuardrail,
  networkGuardrail,
  exactExceptions,
  emptyManagement,
  sunsetGuardrail,
  drainGuardrail,
  identityGuardrail,
  storeGuardrail,
  resourcePerimeter,
  principalPerimeter,
  visitsGuardrail,
  undelegatedAdministration,
  deploymentLeft,
];
