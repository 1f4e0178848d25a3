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
          schedule: "cron(0 3 * * ? *)",
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
    "it takes one every twelve hours": plan({ schedule: "cron(0 3,15 ? * * *)" }),
    "backups of other accounts are off": settings("false"),
  },
  fail: {
    "it copies to another region": plan({
      copy_action: [{ destination_vault_arn: "arn:aws:backup:us-east-1:200000000002:backup-vault:copies" }],
    }),
    "the vault is not in this output": plan({ target_vault_name: "Default" }),
    "backups have no end": plan({ lifecycle: {} }),
    "backups are kept for a week": plan({ lifecycle: { delete_after: 7 } }),
    "it takes one a year": plan({ schedule: "cron(0 3 1 1 ? *)" }),
    "it takes one every two days": plan({ schedule: "rate(2 days)" }),
    "it takes one when somebody asks": plan({ schedule: undefined }),
    "it has no rule": { ...vault, aws_backup_plan: { daily: { name: "daily" } } },
    "other accounts may take backups": settings("true"),
  },
  undecided: {
    "an expression decides whether it copies": plan({ copy_action: "${var.copies}" }),
    "when it takes one comes from a variable": plan({ schedule: "${var.schedule}" }),
    "the days come from a variable": plan({ lifecycle: { delete_after: "${var.days}" } }),
  },
};
