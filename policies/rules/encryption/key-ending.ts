import { ENCLAVE } from "../../../config/places";
import type { EachResource } from "../../policy";
import { notApplicable } from "../../verdict";
import { aboutKey, judgeKeyPolicy, KEY_TYPES } from "./key-policy";

const ENDING = ["kms:DeleteImportedKeyMaterial", "kms:DisableKey", "kms:ScheduleKeyDeletion"];

export const keyEnding: EachResource = {
  kind: "each",
  id: "ENC-011",
  title: "Nobody can disable or delete a key outside the enclave",
  severity: "high",
  controls: ["B17", "F48"],
  rationale:
    "Deleting the key deletes everybody's data and its backups at once. Who administers data must not be able to; the enclave's data, which is to end, is the one exception.",
  remediation: "Build the key with DataKey, and as temporary in the enclave alone.",
  sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys-adding-permission.html"],
  construct: "encryption/key-policy",
  types: KEY_TYPES,

  check(key, context) {
    if (key.stack === ENCLAVE) return notApplicable(key.root.at);
    return judgeKeyPolicy(key, (policy) =>
      policy.mustNotGrant(aboutKey(key, context, { actions: ENDING }), "nobody who can disable or delete the key"),
    );
  },
};
