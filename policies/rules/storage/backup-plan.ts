import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, nearest, type Verdict } from "../../verdict";
import { samePlace } from "../same-place";
import { textMust } from "../text-must";
import { isDaily } from "./daily";

/** Days. */
const LEAST = 30;

export const backupPlan: EachResource = {
  kind: "each",
  id: "STO-008",
  title: "A backup is taken every day and stays in its own account and region, for a month at least and not for ever",
  severity: "critical",
  controls: ["A5", "H63"],
  rationale:
    "A plan that copies its backups somewhere else moves all of the data there, every night. A backup without an end outlives every promise to delete, and one that is taken once a year restores nothing.",
  remediation: "Build the plan with LockedBackupVault: it copies nowhere. Leave cross-account backup off.",
  sources: [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html",
  ],
  construct: "encryption/locked-backup-vault",
  types: ["aws_backup_plan", "aws_backup_global_settings"],

  check(resource) {
    if (resource.type === "aws_backup_global_settings") {
      return resource.value("global_settings.isCrossAccountBackupEnabled").mustNotBe(true);
    }
    const [first, ...others] = resource.value("rule").items();
    if (!first) return fail(resource.value("rule").at, "nothing", "a rule");
    const rules = [first, ...others];
    const daily = nearest(rules.map((rule) => textMust(rule.value("schedule"), "a backup every day", isDaily)))!;
    return all(daily, ...rules.map((rule) => judge(rule, resource)));
  },
};

function judge(rule: Value, plan: Resource): Verdict {
  const vault = rule.value("target_vault_name");
  return all(
    vault.mustReferTo("a vault of its own account and region", ["aws_backup_vault"], (one) => samePlace(one, plan)),
    rule.value("copy_action").mustBeAbsent("no copies"),
    rule.value("lifecycle[0].delete_after").mustBeAtLeast(LEAST, "days"),
  );
}
