import type { Examples, Resources } from "../../examples";
import { policyOf } from "../example-policy";

const NOTHING_LEAVES = [
  "backup:CopyFromBackupVault",
  "backup:CopyIntoBackupVault",
  "backup:DeleteBackupVault",
  "backup:DeleteRecoveryPoint",
  "backup:UpdateRecoveryPointLifecycle",
];
const denial = (Action: unknown, more: object = {}) => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource: "*",
  ...more,
});
const vault = (lock: object, ...statements: readonly object[]): Resources => ({
  aws_backup_vault: { daily: { name: "daily" } },
  aws_backup_vault_lock_configuration: {
    daily: {
      backup_vault_name: "${aws_backup_vault.daily.name}",
      changeable_for_days: 3,
      min_retention_days: 35,
      max_retention_days: 90,
      ...lock,
    },
  },
  aws_backup_vault_policy: {
    daily: { backup_vault_name: "daily", policy: policyOf(...(statements as readonly Record<string, unknown>[])) },
  },
});

export const backupVaultExamples: Examples = {
  policy: "STO-007",
  pass: {
    "it is locked and nothing leaves": vault({}, denial(NOTHING_LEAVES)),
    "everything is denied": vault({}, denial("backup:*")),
  },
  fail: {
    "it has no lock": { ...vault({}, denial(NOTHING_LEAVES)), aws_backup_vault_lock_configuration: {} },
    "an administrator can take the lock away": vault({ changeable_for_days: undefined }, denial(NOTHING_LEAVES)),
    "backups can be kept for a day": vault({ min_retention_days: 1 }, denial(NOTHING_LEAVES)),
    "backups can be kept for ever": vault({ max_retention_days: undefined }, denial(NOTHING_LEAVES)),
    "it has no policy": { ...vault({}, denial(NOTHING_LEAVES)), aws_backup_vault_policy: {} },
    "copies are not denied": vault({}, denial(NOTHING_LEAVES.filter((action) => !action.includes("CopyFrom")))),
    "one role is spared": vault(
      {},
      denial(NOTHING_LEAVES, {
        Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::200000000002:role/backup-admin" } },
      }),
    ),
    "another account may copy into it": vault(
      {},
      denial(NOTHING_LEAVES.filter((action) => !action.includes("CopyInto"))),
      { Effect: "Allow", Principal: { AWS: "700000000007" }, Action: "backup:CopyIntoBackupVault", Resource: "*" },
    ),
  },
  undecided: {
    "the days come from a variable": vault({ min_retention_days: "${var.days}" }, denial(NOTHING_LEAVES)),
    "the policy comes from a function": {
      ...vault({}, denial(NOTHING_LEAVES)),
      aws_backup_vault_policy: { daily: { backup_vault_name: "daily", policy: '${file("vault.json")}' } },
    },
  },
  notApplicable: {
    "it is in the enclave, where nothing may be locked": {
      stacks: { enclave: { resource: { aws_backup_vault: { daily: { name: "daily" } } } } },
    },
  },
};
