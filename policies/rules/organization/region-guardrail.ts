import type { WholeEstate } from "../../policy";
import { deniedToMembers } from "./denied-to-members";

/**
 * What has one endpoint for the whole partition and what an account cannot do without. Wider lists are published; they
 * let keys, recordings and distributions be made anywhere.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
 */
const GLOBAL_ACTIONS = [
  ...["account:*", "health:*", "iam:*", "organizations:Describe*", "organizations:List*", "s3:ListAllMyBuckets"],
  ...["sts:GetCallerIdentity", "support:*"],
];

export const regionGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-004",
  title: "Every member account is denied whatever is not in its own region, but for a few actions that have no region",
  severity: "critical",
  controls: ["A2"],
  rationale:
    "Data that somebody creates in another region, by mistake or on purpose, is in another country, under another law. This is what stops it whatever is deployed and by whom.",
  remediation: "Attach the region's policy of GuardrailPolicies to the account, and keep its exemptions as they are.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion",
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html",
  ],
  construct: "organization/guardrails/region-deny",

  check(context) {
    return deniedToMembers(context, ({ region }) => [
      {
        expected: `nothing outside ${region}`,
        actions: ["*"],
        except: [{ Action: GLOBAL_ACTIONS }, { Condition: { StringEquals: { "aws:RequestedRegion": region } } }],
      },
    ]);
  },
};
