import type { Estate } from "../../../config/estate";
import { anyBackupRoleArn, backupRoleArn, deployRoleArn, drainPath, monitorRoles } from "../../../config/names";
import { enclavePlace, operatorPlaces, sitePlaces } from "../../../config/places";
import type { Condition, PolicyDocument } from "../../access/document";
import { hasHole, legible } from "../../model/symbolic";
import type { EachResource } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Location, type Verdict } from "../../verdict";
import { policiesOf } from "../policy-values";
import { typeOf } from "./guardrails";
import { needsSecondFactor } from "./needs-second-factor";

/** Keys by which a deny can spare somebody, with the operators that do. */
const OF_PRINCIPALS = /^aws:(Principal(Arn|Account|OrgID|OrgPaths|Tag\/.*|Type|ServiceName)|userid|username)$/i;
const SPARES = /^(ForAllValues:|ForAnyValue:)?(Arn|String)Not/i;

export const exactExceptions: EachResource = {
  kind: "each",
  id: "ORG-010",
  title: "Whoever a guardrail spares is one declared role, by its whole name",
  severity: "critical",
  controls: ["E42"],
  rationale:
    "A pattern such as `role/Prefix*` spares every role that somebody names so: whoever may create roles may then do what the guardrail denies.",
  remediation: "Name the deploy role, or the break-glass role together with its second factor, and nobody else.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn",
  ],
  construct: "organization/guardrails/deny",
  types: ["aws_organizations_policy"],

  check(policy, { estate }) {
    if (!["SERVICE_CONTROL_POLICY", ""].includes(typeOf(policy))) return notApplicable(policy.root.at);
    const written = policiesOf(policy, "organization");
    const [first, ...others] = written.map(({ value: { at }, document }) => {
      const problems = document.problems.map((problem) => undecided(at, legible(problem), "a policy that can be read"));
      return all(pass(at), ...problems, ...exceptions(document, at, estate));
    });
    return first ? all(first, ...others) : notApplicable(policy.root.at);
  },
};

function exceptions(document: PolicyDocument, at: Location, estate: Estate): readonly Verdict[] {
  const denials = document.statements.filter(({ effect }) => effect === "Deny");
  return denials.flatMap((statement) =>
    statement.conditions
      .filter(({ key, operator }) => OF_PRINCIPALS.test(key) && SPARES.test(operator))
      .flatMap((condition) =>
        condition.values.map((spared) =>
          spared === estate.organization.breakGlassRoleArn && isArn(condition)
            ? needsSecondFactor(statement, document, at, estate)
            : isDeclaredRole(spared, condition, at, estate),
        ),
      ),
  );
}

function isDeclaredRole(spared: string, condition: Condition, at: Location, estate: Estate): Verdict {
  const expected =
    "a role of the deployment, of the backups, of the enclave's drain or of the monitor, by its whole ARN";
  const actual = `${condition.key} ${legible(spared)}`;
  if (hasHole(spared)) return undecided(at, actual, expected);
  return isArn(condition) && sparedRoles(estate).includes(spared) ? pass(at) : fail(at, actual, expected);
}

function sparedRoles(estate: Estate): readonly string[] {
  // Of whichever account the guardrail binds: it is attached to the estate's own alone.
  const deployers = operatorPlaces(estate).flatMap((place) => [
    deployRoleArn(estate, place),
    deployRoleArn(estate, { ...place, account: "*" }),
  ]);
  const { replicationRoleArn, operatorRoleArn, batchRoleArn } = drainPath(estate);
  const { containmentRoleArn } = monitorRoles(estate, enclavePlace(estate));
  const backups = [anyBackupRoleArn(estate), ...sitePlaces(estate).map((site) => backupRoleArn(estate, site))];
  const drain = [replicationRoleArn, operatorRoleArn, batchRoleArn];
  return [...deployers, ...drain, ...backups, containmentRoleArn];
}

function isArn({ key }: Condition): boolean {
  return key.toLowerCase() === "aws:principalarn";
}
