import type { Examples } from "../../examples";
import { deny, DEPLOYER, ELSEWHERE, organizationWith, RETIRING } from "./example-organization";

const multiRegion = deny(["kms:CreateKey"], { Bool: { "kms:MultiRegion": "true" } });
const copies = deny([
  "kms:CreateCustomKeyStore",
  "kms:ImportKeyMaterial",
  "kms:ReplicateKey",
  "kms:UpdatePrimaryRegion",
]);
const grants = deny(["kms:CreateGrant"], { BoolIfExists: { "kms:GrantIsForAWSResource": "false" } });
const ends = deny(["kms:DisableKey", "kms:ScheduleKeyDeletion"], RETIRING);

export const keyGuardrailExamples: Examples = {
  policy: "ORG-007",
  pass: {
    "keys stay, are kept, and are granted to services alone": organizationWith([multiRegion, copies, grants, ends]),
  },
  fail: {
    "multi-region keys may be made": organizationWith([copies, grants, ends]),
    "keys may be copied": organizationWith([multiRegion, grants, ends]),
    "key material may come from outside": organizationWith([
      multiRegion,
      deny(["kms:ReplicateKey", "kms:UpdatePrimaryRegion"]),
      grants,
      ends,
    ]),
    "keys may be granted to anybody": organizationWith([multiRegion, copies, ends]),
    "a grant that does not say for whom it is passes": organizationWith([
      multiRegion,
      copies,
      deny(["kms:CreateGrant"], { Bool: { "kms:GrantIsForAWSResource": "false" } }),
      ends,
    ]),
    "the deploy role of every account may end its keys": organizationWith([
      multiRegion,
      copies,
      grants,
      deny(["kms:DisableKey", "kms:ScheduleKeyDeletion"], DEPLOYER),
    ]),
  },
  undecided: {
    "what is denied of keys comes from a variable": organizationWith([
      multiRegion,
      deny(["${var.actions}"]),
      grants,
      ends,
    ]),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
