import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import type { Monitor } from "../../config/estate";
import { globalArn } from "../../config/place";
import { policyDocument, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";

/** The least that IAM offers. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const SESSION_SECONDS = 3600;

export interface VisitingRoleProps {
  readonly monitor: Monitor;
  /** Last part of the role's name, as the monitor knows it. */
  readonly purpose: string;
  readonly description: string;
  /** All that the role may ever do. */
  readonly statements: readonly Statement[];
}

/**
 * Guarantee: the monitor's declared auditors, who show the declared external id, and nobody else can take the role
 * on, for an hour; its one policy is its boundary too, so that no policy that is given to it later adds anything.
 *
 * Emits `aws_iam_role`, `aws_iam_policy` and its attachment.
 * Controls: E38, E40, H62.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
 */
export class VisitingRole extends Construct {
  constructor(scope: Construct, id: string, { monitor, purpose, description, statements }: VisitingRoleProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    const name = lock.name(purpose);
    const policy = new IamPolicy(this, "policy", { name, description, policy: policyDocument(statements) });
    const role = new IamRole(this, "role", {
      name,
      description,
      maxSessionDuration: SESSION_SECONDS,
      permissionsBoundary: globalArn(lock.place, "iam", `policy/${name}`),
      assumeRolePolicy: policyDocument([
        {
          Sid: "DeclaredAuditors",
          Effect: "Allow",
          Principal: { AWS: monitor.auditorPrincipals },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "sts:ExternalId": monitor.externalId } },
        },
      ]),
      dependsOn: [policy],
    });
    new IamRolePolicyAttachment(this, "attachment", { role: role.name, policyArn: policy.arn });
  }
}
