import type { Examples } from "./examples";
import { residencyExamples } from "./residency/residency-policies.examples";
import { encryptionExamples } from "./rules/encryption/examples";
import { storageExamples } from "./rules/storage/examples";
import { isolationExamples } from "./rules/isolation/examples";
import { accountExamples } from "./rules/account/examples";
import { identityExamples } from "./rules/identity/examples";
import { organizationExamples } from "./rules/organization/examples";
import { stateExamples } from "./rules/state/examples";
import { auditExamples } from "./rules/audit/examples";
import { regionExamples } from "./rules/region/examples";
import { enclaveExamples } from "./rules/enclave/examples";

/** What every policy says of small estates. */
export const EXAMPLES: readonly Examples[] = [
  ...residencyExamples,
  ...encryptionExamples,
  ...storageExamples,
  ...isolationExamples,
  ...accountExamples,
  ...identityExamples,
  ...organizationExamples,
  ...stateExamples,
  ...auditExamples,
  ...regionExamples,
  ...enclaveExamples,
];
