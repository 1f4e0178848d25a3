import type { Policy } from "./policy";
import { residency } from "./residency/residency-policies";
import { encryption } from "./rules/encryption";
import { isolation } from "./rules/isolation";
import { storage } from "./rules/storage";
import { account } from "./rules/account";
import { identity } from "./rules/identity";
import { organization } from "./rules/organization";
import { state } from "./rules/state";
import { audit } from "./rules/audit";
import { region } from "./rules/region";
import { enclave } from "./rules/enclave";

/** Every policy, in the order in which they are told. */
export const POLICIES: readonly Policy[] = [
  ...residency,
  ...encryption,
  ...isolation,
  ...storage,
  ...account,
  ...identity,
  ...organization,
  ...state,
  ...audit,
  ...region,
  ...enclave,
];
