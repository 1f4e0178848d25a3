import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchEventBusPolicy } from "@cdktf/provider-aws/lib/cloudwatch-event-bus-policy";
import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { ALERT_BUS_PURPOSE, type AuditSource } from "../../config/names";
import type { DataKey } from "../encryption/data-key";
import { EncryptedQueue } from "../encryption/encrypted-queue";
import { policyDocument, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { HEARS_OF_READS } from "./alerts";

export interface AlertBusProps {
  /** Every account whose alerts are taken, each from its one forwarding role. */
  readonly sources: readonly AuditSource[];
  readonly key: DataKey;
}

/**
 * Guarantee: alerts of the declared accounts, and of nobody else, reach the monitor's analysts
 * encrypted, and wait for them for two weeks; one that nobody takes for a day, or that does not reach them, raises an
 * alarm that opens an incident. (An EventBridge archive could keep them longer, but this
 * provider's release cannot give it a key; the records behind the alerts are in the audit archive.)
 *
 * Emits `aws_cloudwatch_event_bus` with its policy, a rule and its target, and two `EncryptedQueue`: the analysts', and its
 * dead-letter queue.
 * Controls: D36.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html
 */
export class AlertBus extends Construct {
  /** What must exist before anything can be forwarded. */
  readonly ready: readonly ITerraformDependable[];
  readonly busName: string;

  constructor(scope: Construct, id: string, { sources, key }: AlertBusProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    const name = lock.name(ALERT_BUS_PURPOSE);
    key.allowService("AlertBus", "events.amazonaws.com", ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], {
      StringEquals: { "aws:SourceAccount": lock.place.account },
    });
    const bus = new CloudwatchEventBus(this, "bus", { name, kmsKeyIdentifier: key.arn });
    const policy = new CloudwatchEventBusPolicy(this, "policy", {
      eventBusName: bus.name,
      policy: policyDocument([
        {
          Sid: "DeclaredForwarders",
          Effect: "Allow",
          // EventBridge refuses a role that does not exist yet: the accounts are principals, the condition names the roles.
          Principal: { AWS: sources.map(({ account }) => account) },
          Action: "events:PutEvents",
          Resource: lock.arn("events", `event-bus/${name}`),
          Condition: { ArnEquals: { "aws:PrincipalArn": sources.map(({ alertRoleArn }) => alertRoleArn) } },
        },
      ]),
    });
    this.queueForAnalysts(bus, key);
    this.busName = bus.name;
    this.ready = [policy];
  }

  private queueForAnalysts(bus: CloudwatchEventBus, key: DataKey): void {
    const lock = RegionLock.of(this);
    const queueOf = (purpose: string, holds: "failures" | "work") =>
      new EncryptedQueue(this, purpose, {
        purpose,
        key,
        dataClass: "audit",
        holds,
        statements: [this.alertsOfThisBus(purpose)],
      });
    const rule = new CloudwatchEventRule(this, "every-alert", {
      name: lock.name("every-alert"),
      eventBusName: bus.name,
      // The bus takes nothing but alerts; the account pattern is the widest that EventBridge accepts.
      eventPattern: JSON.stringify({ account: [{ exists: true }] }),
      state: HEARS_OF_READS,
    });
    new CloudwatchEventTarget(this, "to-analysts", {
      eventBusName: bus.name,
      rule: rule.name,
      targetId: "analysts",
      arn: queueOf("alerts", "work").queue.arn,
      deadLetterConfig: { arn: queueOf("unread-alerts", "failures").queue.arn },
    });
  }

  private alertsOfThisBus(purpose: string): Statement {
    const lock = RegionLock.of(this);
    const rule = `rule/${lock.name(ALERT_BUS_PURPOSE)}/${lock.name("every-alert")}`;
    return {
      Sid: "AlertsOfThisBus",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: lock.arn("sqs", lock.name(purpose)),
      Condition: {
        ArnEquals: { "aws:SourceArn": lock.arn("events", rule) },
        StringEquals: { "aws:SourceAccount": lock.place.account },
      },
    };
  }
}
