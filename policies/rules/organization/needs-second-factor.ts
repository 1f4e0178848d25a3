import type { Estate } from "../../../config/estate";
import type { PolicyDocument, Statement } from "../../access/document";
import { deniesAll } from "../../access/question";
import type { Location, Verdict } from "../../verdict";
import { allDenied } from "../all-denied";
import { denialOf } from "../denial-of";
import { worldOf } from "../estate-world";

/** Passes when the break-glass role, which a statement spares, is denied all the same where it has no second factor. */
export function needsSecondFactor(
  { actions = ["*"], notActions }: Statement,
  document: PolicyDocument,
  at: Location,
  estate: Estate,
): Verdict {
  const exempt = denialOf([
    { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } },
    ...(notActions ? [{ Action: notActions }] : []),
  ]);
  const principals = [{ kind: "principal", arn: estate.organization.breakGlassRoleArn }] as const;
  const denied = deniesAll([document, exempt], { principals, actions, resources: ["*"], world: worldOf(estate) });
  return allDenied(at, denied, "a second factor of the break-glass role");
}
