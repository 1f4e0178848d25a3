import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { SchedulerScheduleGroup } from "@cdktf/provider-aws/lib/scheduler-schedule-group";
import { Construct } from "constructs";
import { CANARY_PURPOSE } from "../../config/names";
import { DataKey } from "../encryption/data-key";
import { policyDocument, serviceTrust } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import type { AlertForwarding } from "./alert-forwarding";
import { CANARY_ALLOWED } from "./canary-calls";

export interface CanaryProps {
  readonly administratorArns: readonly string[];
  /** By which the records of its calls reach the monitor. */
  readonly forwarding: AlertForwarding;
  /** The canary's key is kept by default. A leaving one is scheduled for deletion by the deployment that no longer has it. */
  readonly leaving?: boolean;
}

/**
 * Guarantee: every hour one call to AWS is made in this account that is allowed, and one that is denied, in a role that
 * can do nothing else; the records of both must reach the monitor, whose alarms miss them.
 *
 * The denied call asks for a data key of a key that its own policy lets nobody use but through AWS's services: were that
 * policy to let it through, the record of the denial would be missed too. No function runs: EventBridge Scheduler
 * makes both calls itself. It tries the denied one once, and keeps no failed event.
 *
 * Emits two `aws_scheduler_schedule` in an `aws_scheduler_schedule_group`, whose tags are theirs, the canary's
 * `aws_iam_role` with its policy, and its `DataKey`; and a rule that forwards the record of the allowed call. A denied
 * call is an alert in any case.
 * Controls: B16, D35, D36.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 */
export class Canary extends Construct {
  constructor(scope: Construct, id: string, { administratorArns, forwarding, leaving }: CanaryProps) {
    super(scope, id);
    const key = new DataKey(this, "key", {
      purpose: CANARY_PURPOSE,
      description: "The canary's schedules; nobody uses it but through EventBridge Scheduler",
      administratorArns,
      leaving,
    });
    const { arn: roleArn } = this.callingRole(key);
    const lock = RegionLock.of(this);
    const { name: group } = new SchedulerScheduleGroup(this, "group", {
      name: lock.name(CANARY_PURPOSE),
      tags: { "data-class": "audit" },
    });
    const called = { key, roleArn, group };
    this.callHourly("allowed", "generateRandom", { NumberOfBytes: 1 }, called);
    this.callHourly("denied", "generateDataKeyWithoutPlaintext", { KeyId: key.arn, NumberOfBytes: 32 }, called);
    forwarding.forward("canary-allowed", CANARY_ALLOWED(lock.roleArn(lock.name(CANARY_PURPOSE))));
  }

  private callHourly(
    name: string,
    action: string,
    input: object,
    { key, roleArn, group }: { readonly key: DataKey; readonly roleArn: string; readonly group: string },
  ): void {
    const lock = RegionLock.of(this);
    new SchedulerSchedule(this, name, {
      name: lock.name(`canary-${name}`),
      groupName: group,
      description: `A call that is ${name}, whose record must reach the monitor`,
      scheduleExpression: "rate(1 hour)",
      flexibleTimeWindow: { mode: "OFF" },
      kmsKeyArn: key.arn,
      target: {
        arn: `arn:${lock.place.partition}:scheduler:::aws-sdk:kms:${action}`,
        roleArn,
        input: JSON.stringify(input),
        retryPolicy: { maximumRetryAttempts: 0 },
      },
    });
  }

  private callingRole(key: DataKey): IamRole {
    const lock = RegionLock.of(this);
    key.allowUseThrough("scheduler");
    const role = new IamRole(this, "role", {
      name: lock.name(CANARY_PURPOSE),
      description: "Calls AWS so that its records are missed when they do not arrive",
      assumeRolePolicy: serviceTrust("scheduler.amazonaws.com", lock.place.account),
    });
    new IamRolePolicy(this, "permissions", {
      name: "call",
      role: role.name,
      policy: policyDocument([
        { Sid: "Allowed", Effect: "Allow", Action: "kms:GenerateRandom", Resource: "*" },
        // Allowed here and denied by the key: what is tried is the key's own policy.
        { Sid: "Denied", Effect: "Allow", Action: "kms:GenerateDataKeyWithoutPlaintext", Resource: key.arn },
        {
          Sid: "Schedule",
          Effect: "Allow",
          Action: "kms:Decrypt",
          Resource: key.arn,
          Condition: { StringEquals: { "kms:ViaService": lock.endpoint("scheduler") } },
        },
      ]),
    });
    return role;
  }
}
