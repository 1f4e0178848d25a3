import { every } from "../../answer";
import { backupRoleArn } from "../../../config/names";
import { operatorPlaces } from "../../../config/places";
import { dnsSuffix } from "../../../config/place";
import { grantsAny } from "../../access/question";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import type { Verdict } from "../../verdict";
import { worksIn } from "../identity/working-role";
import { beyond } from "../beyond";
import { assumption, trustOf } from "../identity/access-trust";
import { inPlaceOf } from "../in-place";
import { inEveryStack } from "../in-every-stack";
import { nothingGranted } from "../nothing-granted";
import { selects } from "./backup-selection";
import { backingUp } from "./backup-work";
import { TAKEN } from "./recoverable";

export const backupsTaken: WholeEstate = {
  kind: "whole",
  id: "STO-015",
  title: "AWS Backup can take every backup that is planned, and nobody else acts in its role",
  severity: "high",
  controls: ["H63"],
  rationale:
    "A backup that fails every night looks in the configuration like one that is taken. What the role of the backups may not do, or a bucket, a key or a guardrail denies it, is noticed on the day on which people's data has to be restored.",
  remediation:
    "Build the vault with LockedBackupVault, name its role in the bucket's policy, and leave to it in the guardrails what AWS Backup does.",
  sources: [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html",
  ],
  construct: "encryption/locked-backup-vault",

  check(context) {
    const { model, estate } = context;
    const sparedArns = operatorPlaces(estate).map((place) => backupRoleArn(estate, place));
    const roles = model.resources("aws_iam_role");
    const spared = roles.filter((role) => sparedArns.includes(String(role.attribute("arn"))));
    const settings = model.resources("aws_backup_region_settings");
    return inEveryStack(context, [...model.resources("aws_backup_selection"), ...spared, ...settings], (resource) => {
      if (resource.type === "aws_backup_region_settings") return leavesNothingOut(resource);
      return resource.type === "aws_iam_role" ? ofBackupAlone(resource, context) : isTaken(resource, context);
    });
  },
};

function isTaken(selection: Resource, context: Context): Verdict {
  const stores = TAKEN.flatMap((type) => inPlaceOf(selection, type, context.model)).filter(
    (store) => selects(selection, store) !== "no",
  );
  return worksIn(selection.value("iam_role_arn"), backingUp(selection, stores), context);
}

/** A type that an account has opted out of is selected, and skipped. */
function leavesNothingOut(settings: Resource): Verdict {
  const types = settings.value("resource_type_opt_in_preference");
  return types.mustSatisfy("every type backed up", () => every(types.keys().map((type) => types.value(type).is(true))));
}

/** Guardrails spare the role by its name: whoever else acted in it would be spared as well. */
function ofBackupAlone(role: Resource, context: Context): Verdict {
  const service = `backup.${dnsSuffix(role.partition)}`;
  const trust = beyond(trustOf(role), [{ Principal: { Service: service } }]);
  const others = grantsAny(trust, assumption(role, context, { principals: [{ kind: "anyone" }] }));
  return nothingGranted(role.value("assume_role_policy").at, [others], "AWS Backup alone");
}
