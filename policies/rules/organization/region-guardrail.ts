import type { Estate } from "../../../config/estate";
import { alertBusArn, drainPath } from "../../../config/names";
import type { WholeEstate } from "../../policy";
import type { Permitted } from "../denial-of";
import { deniedToMembers } from "./denied-to-members";
import { isEnclave } from "./members";

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

/** What S3 does with a replica where it arrives. */
const REPLICATION = [
  ...["kms:Encrypt", "kms:GenerateDataKey", "s3:ObjectOwnerOverrideToBucketOwner", "s3:ReplicateObject"],
  "s3:ReplicateTags",
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
    return deniedToMembers(context, (member) => [
      {
        expected: `nothing outside ${member.region}`,
        actions: ["*"],
        key: "aws:RequestedRegion",
        except: [
          { Action: GLOBAL_ACTIONS },
          { Action: ["events:PutEvents"], Resource: [alertBusArn(context.estate)] },
          { Condition: { StringEquals: { "aws:RequestedRegion": member.region } } },
          ...(isEnclave(member) ? [replicasOf(context.estate)] : []),
        ],
      },
    ]);
  },
};

/** The enclave's replication writes in the region of the drain target: the one way home. */
function replicasOf(estate: Estate): Permitted {
  const { replicationRoleArn, targetRegion } = drainPath(estate);
  return {
    Action: REPLICATION,
    Condition: {
      ArnEquals: { "aws:PrincipalArn": replicationRoleArn },
      StringEquals: { "aws:RequestedRegion": targetRegion },
    },
  };
}
