import { encryptionMutations } from "./encryption";
import { isolationMutations } from "./isolation";
import { identityMutations } from "./identity";
import { organizationMutations } from "./organization";
import type { Mutation } from "./mutation";
import { storageMutations } from "./storage";
import { accountMutations } from "./account";
import { stateMutations } from "./state";
import { regionMutations } from "./region";
import { enclaveMutations } from "./enclave";
import { auditMutations } from "./audit";

/** Every way to break the output that the tests know. */
export const MUTATIONS: readonly Mutation[] = [
  ...encryptionMutations,
  ...storageMutations,
  ...isolationMutations,
  ...identityMutations,
  ...organizationMutations,
  ...accountMutations,
  ...stateMutations,
  ...regionMutations,
  ...enclaveMutations,
  ...auditMutations,
];
