import { anyRoleArn, AUDITOR_PURPOSE, CONTAINMENT_PURPOSE } from "../../../config/names";
import type { WholeEstate } from "../../policy";
import { deniedToMembers, type Denial } from "./denied-to-members";

const HOLDS_DATA = ["dynamodb:*", "kms:*", "s3:*", "secretsmanager:*", "sqs:*"];
const TAGS_OF_PEOPLE = ["country-of-work", "multi-factor", "role"];
const type = "RESOURCE_CONTROL_POLICY";
const principals = [{ kind: "anyone" }] as const;

export const visitsGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-018",
  title:
    "The monitor's roles are the monitor's alone, break-glass needs its second factor, and people's tags come from where they sign in",
  severity: "critical",
  controls: ["E40", "E41", "E42"],
  rationale:
    "An operator that takes on the monitor's role can act in its name. A break-glass role without a second factor is a password that passes every guardrail. A tag that anybody can set says nothing.",
  remediation: "Attach resourceControl, by GuardrailPolicies, to the account's unit.",
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html",
  ],
  construct: "organization/guardrails/resource-control",

  check(context) {
    const { estate } = context;
    const { breakGlassRoleArn, peopleRoleArn } = estate.organization;
    const only = (arns: readonly string[]) => [{ Condition: { ArnEquals: { "aws:PrincipalArn": arns } } }];
    return deniedToMembers(context, () => [
      {
        type,
        expected: "nobody but the monitor's auditors takes on a role of the monitor's",
        actions: ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"],
        resources: [AUDITOR_PURPOSE, CONTAINMENT_PURPOSE].map((purpose) => anyRoleArn(estate, `*-${purpose}`)),
        principals,
        except: only(estate.monitor.auditorPrincipals),
      },
      {
        type,
        expected: "the break-glass role does nothing without its second factor",
        actions: [...HOLDS_DATA, "sts:AssumeRole"],
        principals: [{ kind: "principal", arn: breakGlassRoleArn }],
        except: [{ Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }],
      },
      ...TAGS_OF_PEOPLE.map((tag): Denial => ({
        type,
        expected: `nobody gives a session the tag ${tag} but where people sign in`,
        actions: ["sts:TagSession"],
        principals,
        context: { "aws:TagKeys": [tag] },
        except: only([peopleRoleArn]),
      })),
    ]);
  },
};
