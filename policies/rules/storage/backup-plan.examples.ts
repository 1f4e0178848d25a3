import type { Examples } from "../../examples";

const vault = { aws_backup_vault: { daily: { name: "daily" } } };
const plan = (more: Readonly<Record<string, unknown>>) => ({
  ...vault,
  aws_backup_plan: {
    daily: {
      name: "daily",
      rule: [
        {
          rule_name: "daily",
          target_vault_name: "${aws_backup_vault.daily.name}",
          lifecycle: { delete_after: 35 },
          ...more,
        },
      ],
    },
  },
});
const settings = (isCrossAccountBackupEnabled: string) => ({
  aws_backup_global_settings: { all: { global_settings: { isCrossAccountBackupEnabled } } },
});

export const backupPlanExamples: Examples = {
  policy: "STO-008",
  pass: {
    "it keeps backups for five weeks in a vault of the stack": plan({}),
    "backups of other accounts are off": settings("false"),
  },
  fail: {
    "it copies to another region": plan({
      copy_action: [{ destination_vault_arn: "arn:aws:backup:us-east-1:200000000002:backup-vault:copies" }],
    }),
    "the vault is not in this output": plan({ target_vault_name: "Default" }),
    "backups have no end": plan({ lifecycle: {} }),
    "backups are kept for a week": plan({ lifecycle: { delete_after: 7 } }),
    "it has no rule": { ...vault, aws_backup_plan: { daily: { name: "daily" } } },
    "other accounts may take backups": settings("true"),
  },
  undecided: {
    "an expression decides whether it copies": plan({ copy_action: "${var.copies}" }),
    "the days come from a variable": plan({ lifecycle: { delete_after: "${var.days}" } }),
  },
};
