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
import { FOUND_BY, LEAKS } from "../residency/leaks";

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

/** The policy that must object, for each mutation and each leak. */
export const OBJECTING: readonly string[] = [
  ...MUTATIONS.map(({ policy }) => policy),
  ...LEAKS.map(({ verdict }) => FOUND_BY[verdict]),
];
