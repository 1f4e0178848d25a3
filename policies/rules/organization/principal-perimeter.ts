import { anyPipelineRoleArns, anyRoleArn, AUDITOR_PURPOSE, CONTAINMENT_PURPOSE } from "../../../config/names";
import { operatorPlaces } from "../../../config/places";
import type { PrincipalSet } from "../../access/principal";
import type { Context } from "../../context";
import type { WholeEstate } from "../../policy";
import type { Permitted } from "../denial-of";
import { deniedToMembers, type Denial } from "./denied-to-members";

const HOLDS_DATA = ["dynamodb:*", "kms:*", "s3:*", "secretsmanager:*", "sqs:*"];
const WITH_TOKEN = "sts:AssumeRoleWithWebIdentity";
const ASSUMES = ["sts:AssumeRole", "sts:AssumeRoleWithSAML", WITH_TOKEN];
const type = "RESOURCE_CONTROL_POLICY";

export const principalPerimeter: WholeEstate = {
  kind: "whole",
  id: "ORG-017",
  title:
    "Whatever a resource's policy says, strangers do not reach it, services act on it for the organization alone, and nobody does without TLS 1.2",
  severity: "critical",
  controls: ["B14", "E37", "E38"],
  rationale:
    "One resource policy with a wrong principal opens a store to the world. A resource control policy closes it whatever stands there, for every service that it reaches.",
  remediation: "Attach resourceControl, by GuardrailPolicies, to the account's unit.",
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  ],
  construct: "organization/guardrails/resource-control",

  check(context) {
    return deniedToMembers(context, () => denials(context));
  },
};

function denials(context: Context): readonly [Denial, ...Denial[]] {
  const { estate } = context;
  const { organization, monitor } = estate;
  const accounts = [...new Set(operatorPlaces(estate).map(({ account }) => account))];
  const strangers: readonly PrincipalSet[] = [
    { kind: "anonymous" },
    { kind: "federated" },
    { kind: "outside", accounts },
  ];
  const ours: Permitted = { Condition: { StringEquals: { "aws:PrincipalOrgID": organization.id } } };
  const visits: Permitted = {
    Action: ASSUMES,
    Resource: [AUDITOR_PURPOSE, CONTAINMENT_PURPOSE].map((purpose) => anyRoleArn(estate, `*-${purpose}`)),
    Condition: { ArnEquals: { "aws:PrincipalArn": monitor.auditorPrincipals } },
  };
  const pipeline: Permitted = {
    Action: [WITH_TOKEN],
    Resource: anyPipelineRoleArns(estate),
    Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
  };
  return [
    { type, expected: "no stranger reaches a store", actions: HOLDS_DATA, principals: strangers, except: [ours] },
    {
      type,
      expected:
        "no stranger takes on a role, but the monitor its own and the pipeline its two with a token of GitHub's",
      actions: ASSUMES,
      principals: strangers,
      except: [ours, visits, pipeline],
    },
    {
      type,
      expected: "no service acts for another organization",
      actions: [...HOLDS_DATA, "sts:AssumeRole"],
      principals: [{ kind: "service" }],
      sources: [{ kind: "outside", accounts }],
      except: [
        { Condition: { StringEquals: { "aws:SourceOrgID": organization.id } } },
        { Condition: { Null: { "aws:SourceAccount": "true" } } },
      ],
    },
    {
      type,
      expected: "nobody reaches a store without TLS",
      actions: HOLDS_DATA,
      principals: [{ kind: "anyone" }],
      context: { "aws:SecureTransport": ["false"] },
    },
    {
      type,
      expected: "nobody reaches a bucket with TLS before 1.2",
      actions: ["s3:*"],
      principals: [{ kind: "anyone" }],
      except: [
        { Condition: { NumericGreaterThanEquals: { "s3:TlsVersion": "1.2" } } },
        { Condition: { Null: { "s3:TlsVersion": "true" } } },
      ],
    },
  ];
}
