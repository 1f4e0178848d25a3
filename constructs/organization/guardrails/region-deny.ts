import type { Statement } from "../../iam/policy-document";
import { denyBut, exceptRole } from "./deny";

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

/** A role that S3 replicates in: it writes in the region of the target, and nothing else. */
export interface Replicator {
  readonly roleArn: string;
  readonly targetRegion: string;
}

/** What S3 does in the region of a replica. */
const REPLICATION = [
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "s3:ObjectOwnerOverrideToBucketOwner",
  "s3:ReplicateObject",
  "s3:ReplicateTags",
];

const ALERT = "events:PutEvents";

/**
 * Nothing happens at another region's endpoint, but that alerts reach the monitor's bus where it is. What crosses
 * regions from this one's is `copyDeny`'s. Controls: A2.
 *
 * @param alertBusArn the monitor's, the one bus of another region that takes events
 * @param replicator who alone may write replicas in one other region
 */
export function regionDeny(region: string, alertBusArn: string, replicator?: Replicator): readonly Statement[] {
  return [...nothingOutside(region, replicator), alertsAlone(region, alertBusArn)];
}

function alertsAlone(region: string, alertBusArn: string): Statement {
  return {
    Sid: "AlertsAlone",
    Effect: "Deny",
    Action: [ALERT],
    NotResource: alertBusArn,
    Condition: { StringNotEquals: { "aws:RequestedRegion": region } },
  };
}

function nothingOutside(region: string, replicator: Replicator | undefined): readonly Statement[] {
  const global = [...Object.keys(GLOBAL_ACTIONS), ALERT];
  const outside = (...regions: readonly string[]) => ({
    StringNotEquals: { "aws:RequestedRegion": regions.length > 1 ? regions : region },
  });
  if (!replicator) return [denyBut("OtherRegions", global, outside(region))];
  const { roleArn, targetRegion } = replicator;
  const isReplicator = { ArnEquals: { "aws:PrincipalArn": roleArn } };
  return [
    denyBut("OtherRegions", global, { ...outside(region), ...exceptRole(roleArn) }),
    denyBut("ReplicasAlone", [...global, ...REPLICATION], { ...outside(region), ...isReplicator }),
    denyBut("ReplicasAtTheTarget", global, { ...outside(region, targetRegion), ...isReplicator }),
  ];
}
