import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import {
  CloudwatchEventTarget,
  type CloudwatchEventTargetConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import type { DataKey } from "../encryption/data-key";
import { EncryptedQueue } from "../encryption/encrypted-queue";
import { policyDocument, serviceTrust } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { ALERTS, HEARS_OF_READS, type EventPattern } from "./alerts";
import type { AuditProducerProps } from "./audit-producer";

export interface AlertForwardingProps extends AuditProducerProps {
  /** Encrypts the alerts that could not be delivered. */
  readonly key: DataKey;
}

/**
 * Guarantee: tampering with the audit, changes to keys and buckets, findings, denied access, use of
 * root and sign-ins reach the monitor's bus as they happen; one that does not waits for two weeks, and raises an alarm,
 * which goes the same way: while nothing reaches the monitor, it is the canary's silence that is noticed there.
 *
 * Emits an `aws_cloudwatch_event_rule` and target for each of `ALERTS`, the role that forwards them
 * and an `EncryptedQueue` for what could not be delivered. Events of global services (IAM, sign-in) appear in the partition's first
 * region alone: a stack elsewhere sees them in its trail, which is multi-region, and not here.
 * Controls: D34, D36.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 */
export class AlertForwarding extends Construct {
  private readonly role: IamRole;
  private readonly undelivered: EncryptedQueue;
  private readonly target: Pick<CloudwatchEventTargetConfig, "arn" | "dependsOn">;

  constructor(scope: Construct, id: string, { sinks, key, after }: AlertForwardingProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    lock.admit(sinks.alertBusArn);
    this.role = this.forwardingRole(sinks.alertBusArn);
    this.undelivered = this.deadLetterQueue(key);
    this.target = { arn: sinks.alertBusArn, dependsOn: after && [...after] };
    for (const [name, pattern] of Object.entries(ALERTS)) this.forward(name, pattern);
  }

  /** Sends what matches a pattern to the monitor's bus too. */
  forward(name: string, pattern: EventPattern): void {
    const rule = new CloudwatchEventRule(this, name, {
      name: RegionLock.of(this).name(name),
      eventPattern: JSON.stringify(pattern),
      state: HEARS_OF_READS,
    });
    new CloudwatchEventTarget(this, `${name}-to-monitor`, {
      ...this.target,
      rule: rule.name,
      targetId: "monitor",
      roleArn: this.role.arn,
      deadLetterConfig: { arn: this.undelivered.queue.arn },
    });
  }

  private forwardingRole(busArn: string): IamRole {
    const lock = RegionLock.of(this);
    const role = new IamRole(this, "role", {
      name: lock.name("alert-forwarding"),
      assumeRolePolicy: serviceTrust("events.amazonaws.com", lock.place.account),
    });
    new IamRolePolicy(this, "permissions", {
      name: "forward",
      role: role.name,
      policy: policyDocument([{ Sid: "Forward", Effect: "Allow", Action: "events:PutEvents", Resource: busArn }]),
    });
    return role;
  }

  private deadLetterQueue(key: DataKey): EncryptedQueue {
    const lock = RegionLock.of(this);
    const purpose = "undelivered-alerts";
    const ofThisAccount = { StringEquals: { "aws:SourceAccount": lock.place.account } };
    key.allowService(
      "UndeliveredAlerts",
      "events.amazonaws.com",
      ["kms:Decrypt", "kms:GenerateDataKey"],
      ofThisAccount,
    );
    return new EncryptedQueue(this, "undelivered", {
      purpose,
      key,
      dataClass: "audit",
      holds: "failures",
      statements: [
        {
          Sid: "RulesOfThisStack",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sqs:SendMessage",
          Resource: lock.arn("sqs", lock.name(purpose)),
          Condition: { ArnLike: { "aws:SourceArn": lock.arn("events", `rule/${lock.name("*")}`) }, ...ofThisAccount },
        },
      ],
    });
  }
}
