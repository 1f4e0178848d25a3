import type { Context } from "../../context";
import { ENCLAVE } from "../../../config/places";
import type { Question } from "../../access/question";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, notApplicable, type Verdict } from "../../verdict";
import { judgeAttached } from "../attached-policy";
import { worldOf } from "../estate-world";
import { judgeOnly } from "./judge-only";

/** Days. */
const LEAST = 30;
/** @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html */
const LEAST_GRACE = 3;

export const backupVault: EachResource = {
  kind: "each",
  id: "STO-007",
  title: "A backup vault is locked, and nobody deletes a backup early or copies it away",
  severity: "critical",
  controls: ["A5", "G52", "H63"],
  rationale:
    "A backup is people's data once more. Whoever can copy it out of the account takes all of it at once, and whoever can delete it can make an attack final.",
  remediation:
    "Build the vault with LockedBackupVault: its lock is in compliance mode and its policy lets nothing leave.",
  sources: [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html",
  ],
  construct: "encryption/locked-backup-vault",
  types: ["aws_backup_vault"],

  check(vault, context) {
    // Nothing in the enclave may be locked: it has to end.
    if (vault.stack === ENCLAVE) return notApplicable(vault.root.at);
    const companion = { type: "aws_backup_vault_policy", by: "backup_vault_name" };
    return all(
      judgeOnly(vault, "aws_backup_vault_lock_configuration", judgeLock, "backup_vault_name"),
      judgeAttached(vault, { companion }, (policy) =>
        all(
          policy.mustDeny(about(vault, context, [{ kind: "anyone" }], LEAVING), "a denial of every deletion and copy"),
          policy.mustNotGrant(
            about(
              vault,
              context,
              [{ kind: "anonymous" }, { kind: "outside", accounts: [vault.account] }],
              ["backup:*"],
            ),
            "nothing for other accounts",
          ),
        ),
      ),
    );
  },
};

const LEAVING = [
  "backup:CopyFromBackupVault",
  "backup:CopyIntoBackupVault",
  "backup:DeleteBackupVault",
  "backup:DeleteRecoveryPoint",
  "backup:UpdateRecoveryPointLifecycle",
];

/** Without days of grace the lock is one that an administrator can take away. */
function judgeLock(lock: Resource): Verdict {
  const longest = lock.value("max_retention_days");
  return all(
    lock.value("changeable_for_days").mustBeAtLeast(LEAST_GRACE, "days"),
    lock.value("min_retention_days").mustBeAtLeast(LEAST, "days"),
    longest.mustSatisfy("an end that is not before the shortest retention", ({ data }) => Number(data) >= LEAST),
  );
}

/** A backup's own ARN does not name its vault. */
function about(
  vault: Resource,
  { estate }: Context,
  principals: Question["principals"],
  actions: readonly string[],
): Question {
  const arn = String(vault.attribute("arn"));
  return { principals, actions, resources: [arn, "arn:*:recovery-point:*"], world: worldOf(estate, vault.account) };
}
