import type { Conditions, Statement } from "./policy-document";

/** The data plane of a store, as its resource policy must guard it. */
export interface GuardedStore {
  readonly arns: readonly string[];
  /** Every action that reads, lists or writes data. */
  readonly dataActions: readonly string[];
  readonly allActions: string;
  readonly organizationId: string;
  /** VPC endpoints through which alone data is reached. */
  readonly doors?: readonly string[];
  /** Roles in which AWS services themselves move data: replication, backup. */
  readonly serviceRoleArns?: readonly string[];
}

/** AWS services acting in their own name are bound by the statements that let them in. */
const NOT_A_SERVICE: Conditions[string] = { "aws:PrincipalIsAWSService": "false" };

/**
 * Nobody outside the organization, and nobody who does not come through the doors.
 *
 * A negated operator holds where its key is absent: an anonymous caller has no organization, and a
 * caller from elsewhere no endpoint, and both are denied. Configuration stays possible from
 * elsewhere, or nobody could deploy.
 */
export function accessPerimeter(store: GuardedStore): readonly Statement[] {
  const { arns, doors, serviceRoleArns = [] } = store;
  const outsideOrganization: Statement = {
    Sid: "OutsideOrganization",
    Effect: "Deny",
    Principal: "*",
    Action: store.allActions,
    Resource: arns,
    Condition: { StringNotEquals: { "aws:PrincipalOrgID": store.organizationId }, BoolIfExists: NOT_A_SERVICE },
  };
  if (!doors) return [outsideOrganization];
  const outsideDoors: Statement = {
    Sid: "OutsideDoors",
    Effect: "Deny",
    Principal: "*",
    Action: store.dataActions,
    Resource: arns,
    Condition: {
      StringNotEquals: { "aws:SourceVpce": doors },
      BoolIfExists: { ...NOT_A_SERVICE, "aws:ViaAWSService": "false" },
      ...(serviceRoleArns.length > 0 ? { ArnNotEquals: { "aws:PrincipalArn": serviceRoleArns } } : {}),
    },
  };
  return [outsideOrganization, outsideDoors];
}
