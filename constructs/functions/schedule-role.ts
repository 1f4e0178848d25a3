import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import type { DataKey } from "../encryption/data-key";
import { policyDocument, serviceTrust } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";

export interface ScheduleRoleProps {
  /** The role's. */
  readonly name: string;
  readonly functionArn: string;
  /** Encrypts the schedules. */
  readonly key: DataKey;
}

/** The role in which EventBridge Scheduler calls one function, and does nothing else; its ARN. */
export function scheduleRole(scope: Construct, { name, functionArn, key }: ScheduleRoleProps): string {
  const lock = RegionLock.of(scope);
  key.allowUseThrough("scheduler");
  const role = new IamRole(scope, "role", {
    name: lock.name(name),
    assumeRolePolicy: serviceTrust("scheduler.amazonaws.com", lock.place.account),
  });
  new IamRolePolicy(scope, "permissions", {
    name: "call",
    role: role.name,
    policy: policyDocument([
      { Sid: "Call", Effect: "Allow", Action: "lambda:InvokeFunction", Resource: functionArn },
      {
        Sid: "Schedule",
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: key.arn,
        Condition: { StringEquals: { "kms:ViaService": lock.endpoint("scheduler") } },
      },
    ]),
  });
  return role.arn;
}
