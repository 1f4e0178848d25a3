import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { inPlaceOf } from "../in-place";
import { keyOf } from "../key-of";
import { TAKEN } from "./recoverable";

const KEY = "kms_key_arn";

export const backupKey: EachResource = {
  kind: "each",
  id: "STO-017",
  title: "Backups are under another key than what they are backups of",
  severity: "high",
  controls: ["H60", "H63"],
  rationale:
    "A key that is deleted or lost takes with it everything it encrypts. Where the backups are under the same one, there is nothing left to restore, however well their vault is locked.",
  remediation: "Build the vault with LockedBackupVault: it has a key of its own.",
  sources: [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html",
    "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  ],
  construct: "encryption/locked-backup-vault",
  types: ["aws_backup_vault"],

  check(vault, { model }) {
    const value = vault.value(KEY);
    // A vault without a key of the account's own is ENC-002's.
    if (value.isAbsent) return pass(vault.root.at);
    const own = keyOf(vault);
    const expected = "a key that encrypts no store of the vault's place";
    if (!own) return undecided(value.at, `a key that is not in the output: ${value.legible}`, expected);
    const stores = TAKEN.flatMap((type) => inPlaceOf(vault, type, model));
    return all(pass(value.at), ...stores.map((store) => isApart(store, own)));

    function isApart(store: Resource, key: Resource): Verdict {
      return keyOf(store) === key ? fail(value.at, `the key of ${store.address}`, expected) : pass(value.at);
    }
  },
};
