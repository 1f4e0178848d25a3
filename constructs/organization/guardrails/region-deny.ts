import type { Statement } from "../../iam/policy-document";

/**
 * Actions of services that have one endpoint for the whole partition, in its first region, and why an
 * account cannot do without them. Whatever is not here is bound to the account's own region.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html
 */
export const GLOBAL_ACTIONS: Readonly<Record<string, string>> = {
  "account:*": "alternate contacts and account settings",
  "health:*": "events of AWS itself",
  "iam:*": "roles and policies are the partition's",
  "organizations:Describe*": "what binds the account",
  "organizations:List*": "what binds the account",
  "s3:ListAllMyBuckets": "the list of buckets is the partition's; their content is not",
  "support:*": "cases with AWS",
};

/** Nothing happens at another region's endpoint. What crosses regions from this one's is `copyDeny`'s. Controls: A2. */
export function regionDeny(region: string): readonly Statement[] {
  return [
    {
      Sid: "OtherRegions",
      Effect: "Deny",
      NotAction: Object.keys(GLOBAL_ACTIONS),
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": region } },
    },
  ];
}
