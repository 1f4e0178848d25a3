import { Construct } from "constructs";
import type { Monitor } from "../../config/estate";
import { CONTAINMENT_PURPOSE } from "../../config/names";
import type { Statement } from "../iam/policy-document";
import { managedPolicyArn } from "../iam/managed-policy";
import { RegionLock } from "../region/region-lock";
import { VisitingRole } from "./visiting-role";

export interface ContainmentRoleProps {
  readonly monitor: Monitor;
}

/**
 * Guarantee: the monitor can end every session of people in this account, and every connection to its gateway, on
 * its own; it can open nothing, end nothing for good, and see no data.
 *
 * Attaching AWS's own policy that denies everything to a role of people ends what sessions of that role may do at
 * once, and gives nobody anything; whoever deploys takes it off again. A rejected connection must be
 * accepted anew.
 *
 * Emits a `VisitingRole`.
 * Controls: D36, E40, H62.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSDenyAll.html
 */
export class ContainmentRole extends Construct {
  constructor(scope: Construct, id: string, { monitor }: ContainmentRoleProps) {
    super(scope, id);
    new VisitingRole(this, "containment", {
      monitor,
      purpose: CONTAINMENT_PURPOSE,
      description: "The independent monitor: ends sessions of people and connections to the gateway, and nothing else",
      statements: containing(RegionLock.of(this)),
    });
  }
}

function containing(lock: RegionLock): readonly Statement[] {
  return [
    {
      Sid: "EndSessions",
      Effect: "Allow",
      Action: "iam:AttachRolePolicy",
      Resource: lock.roleArn(lock.name("access-*")),
      Condition: { ArnEquals: { "iam:PolicyARN": managedPolicyArn(lock.place, "AWSDenyAll") } },
    },
    {
      Sid: "EndConnections",
      Effect: "Allow",
      Action: "ec2:RejectVpcEndpointConnections",
      Resource: lock.arn("ec2", "vpc-endpoint-service/*"),
    },
    {
      Sid: "FindThem",
      Effect: "Allow",
      Action: ["ec2:DescribeVpcEndpointConnections", "ec2:DescribeVpcEndpointServiceConfigurations", "iam:ListRoles"],
      Resource: "*",
    },
  ];
}
