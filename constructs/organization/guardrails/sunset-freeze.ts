import { dayAfter } from "../../../config/calendar";
import type { Statement } from "../../iam/policy-document";
import { denyBut, exceptRole } from "./deny";

/** S3 knows the removal of a bucket's setting only as the permission to put it. */
const SETTINGS = ["PutEncryptionConfiguration", "PutLifecycleConfiguration", "PutReplicationConfiguration"];

/**
 * What may still happen after the sunset, service by service: reading what is there, taking it away, and ending
 * keys; an alert is sent by an event. Whatever is not here, of services that nobody thought of as well, is denied.
 */
const AFTER_SUNSET: Readonly<Record<string, readonly string[]>> = {
  "access-analyzer": ["Delete*", "Get*", "List*"],
  account: ["Get*"],
  backup: ["Delete*", "Describe*", "Get*", "List*", "StopBackupJob"],
  cloudtrail: ["Describe*", "Get*", "List*", "LookupEvents"],
  cloudwatch: ["Delete*", "Describe*", "Get*", "List*"],
  config: ["Describe*", "Get*", "List*", "Select*"],
  dynamodb: ["BatchGetItem", "Delete*", "Describe*", "Get*", "List*", "Query", "Scan"],
  ec2: ["Delete*", "Deregister*", "Describe*", "Detach*", "Disassociate*", "Get*", "Release*", "Revoke*", "Terminate*"],
  elasticloadbalancing: ["Delete*", "Deregister*", "Describe*"],
  events: ["Delete*", "Describe*", "List*", "PutEvents", "RemoveTargets"],
  guardduty: ["Get*", "List*"],
  health: ["*"],
  iam: ["Delete*", "Detach*", "Get*", "List*", "Remove*"],
  kms: [
    "Decrypt",
    "Delete*",
    "Describe*",
    "Disable*",
    // The canary's allowed call: it makes nothing, and its silence is an alarm.
    "GenerateRandom",
    "Get*",
    "List*",
    "RetireGrant",
    "RevokeGrant",
    "ScheduleKeyDeletion",
  ],
  logs: ["Delete*", "Describe*", "Filter*", "Get*", "List*"],
  "network-firewall": ["Delete*", "Describe*", "Disassociate*", "List*"],
  organizations: ["Describe*", "List*"],
  route53resolver: ["Delete*", "Disassociate*", "Get*", "List*"],
  s3: ["Abort*", "Delete*", "Get*", "List*", "PutBucket*", ...SETTINGS],
  secretsmanager: ["Delete*", "Describe*", "Get*", "List*"],
  sqs: ["Delete*", "Get*", "List*", "PurgeQueue", "ReceiveMessage"],
  ssm: ["Delete*", "Describe*", "Get*", "List*"],
  sts: ["*"],
  support: ["*"],
  tag: ["Get*"],
};

/**
 * After the enclave's last day nothing is created or written in its account, whatever is deployed and by whom.
 * Controls: F45.
 *
 * @param sunset ISO date; the last day is the whole day, in UTC
 * @param exempt the drain's roles, which bring home what is still there, and the monitor's containment role,
 *   which only ever takes away
 */
export function sunsetFreeze(sunset: string, exempt: readonly string[]): readonly Statement[] {
  const still = Object.entries(AFTER_SUNSET).flatMap(([service, actions]) =>
    actions.map((action) => `${service}:${action}`),
  );
  return [
    denyBut("FrozenAfterSunset", still, {
      DateGreaterThanEquals: { "aws:CurrentTime": `${dayAfter(sunset)}T00:00:00Z` },
      ...exceptRole(exempt),
    }),
  ];
}
