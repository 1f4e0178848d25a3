import { DRIFT_EVENT } from "../../config/names";

/**
 * The state in which a rule hears of calls that only read as well, denied ones and root's among them.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
 */
export const HEARS_OF_READS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

/** An EventBridge pattern. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
export type EventPattern = Readonly<Record<string, unknown>>;

/** What AWS says itself: whatever else a workload puts onto the bus stays where it is. */
export const OF_AWS = [{ prefix: "aws." }];

/** Calls of services, as CloudTrail tells EventBridge of them. */
const calls = (services: readonly string[], eventName: readonly string[]): EventPattern => ({
  source: services.map((service) => `aws.${service}`),
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: { eventSource: services.map((service) => `${service}.amazonaws.com`), eventName },
});
const call = (service: string, eventName: readonly string[]) => calls([service], eventName);

/** What the monitor hears of at once, by name of the rule. Controls: D36. */
export const ALERTS: Readonly<Record<string, EventPattern>> = {
  "trail-tampering": call("cloudtrail", [
    "CreateTrail",
    "DeleteTrail",
    "PutEventSelectors",
    "PutInsightSelectors",
    "StartLogging",
    "StopLogging",
    "UpdateTrail",
  ]),
  "key-changes": call("kms", [
    "DeleteAlias",
    "DisableKey",
    "DisableKeyRotation",
    "PutKeyPolicy",
    "ScheduleKeyDeletion",
    "UpdateAlias",
  ]),
  "bucket-changes": call("s3", [
    "DeleteAccountPublicAccessBlock",
    "DeleteBucketCors",
    "DeleteBucketEncryption",
    "DeleteBucketLifecycle",
    "DeleteBucketOwnershipControls",
    "DeleteBucketPolicy",
    "DeleteBucketPublicAccessBlock",
    "DeleteBucketReplication",
    "PutAccountPublicAccessBlock",
    "PutBucketAcl",
    "PutBucketCors",
    "PutBucketEncryption",
    "PutBucketLifecycle",
    "PutBucketLogging",
    "PutBucketNotification",
    "PutBucketOwnershipControls",
    "PutBucketPolicy",
    "PutBucketPublicAccessBlock",
    "PutBucketReplication",
    "PutBucketVersioning",
  ]),
  // Ways out of a network, and into another: no deployment makes one.
  "network-openings": call("ec2", [
    "AcceptTransitGatewayPeeringAttachment",
    "AcceptTransitGatewayVpcAttachment",
    "AcceptVpcPeeringConnection",
    "AllocateAddress",
    "AssociateAddress",
    "AttachInternetGateway",
    "AttachVpnGateway",
    "CreateCarrierGateway",
    "CreateClientVpnEndpoint",
    "CreateCustomerGateway",
    "CreateEgressOnlyInternetGateway",
    "CreateInstanceConnectEndpoint",
    "CreateInternetGateway",
    "CreateNatGateway",
    "CreateTransitGateway",
    "CreateTransitGatewayConnect",
    "CreateTransitGatewayPeeringAttachment",
    "CreateTransitGatewayVpcAttachment",
    "CreateVerifiedAccessEndpoint",
    "CreateVpcBlockPublicAccessExclusion",
    "CreateVpcPeeringConnection",
    "CreateVpnConnection",
    "CreateVpnGateway",
    "ModifyVpcBlockPublicAccessExclusion",
    "ModifyVpcBlockPublicAccessOptions",
    "ModifyVpcPeeringConnectionOptions",
  ]),
  // What changes when a segment is built or its one door is, and on no other day.
  "network-changes": call("ec2", [
    "AcceptVpcEndpointConnections",
    "AssociateRouteTable",
    "CreateNetworkAcl",
    "CreateNetworkAclEntry",
    "CreateRoute",
    "CreateRouteTable",
    "CreateVpc",
    "CreateVpcEndpoint",
    "CreateVpcEndpointServiceConfiguration",
    "DeleteCustomerGateway",
    "DeleteInternetGateway",
    "DeleteNetworkAcl",
    "DeleteNetworkAclEntry",
    "DeleteRoute",
    "DeleteRouteTable",
    "DeleteVpc",
    "DeleteVpcEndpoints",
    "DeleteVpcPeeringConnection",
    "DetachInternetGateway",
    "DisassociateRouteTable",
    "ModifyVpcAttribute",
    "ModifyVpcEndpoint",
    "ModifyVpcEndpointServiceConfiguration",
    "ModifyVpcEndpointServicePermissions",
    "RejectVpcPeeringConnection",
    "ReplaceNetworkAclAssociation",
    "ReplaceNetworkAclEntry",
    "ReplaceRoute",
    "ReplaceRouteTableAssociation",
  ]),
  // What is here, handed to another account: nothing here is ever shared.
  sharing: calls(
    ["ec2", "ram", "rds"],
    [
      "AcceptResourceShareInvitation",
      "AssociateResourceShare",
      "AssociateResourceSharePermission",
      "CreateResourceShare",
      "DisableImageBlockPublicAccess",
      "DisableSnapshotBlockPublicAccess",
      "EnableSharingWithAwsOrganization",
      "ModifyDBClusterSnapshotAttribute",
      "ModifyDBSnapshotAttribute",
      "ModifyFpgaImageAttribute",
      "ModifyImageAttribute",
      "ModifySnapshotAttribute",
      "UpdateResourceShare",
    ],
  ),
  "config-stop": call("config", [
    "DeleteConfigurationRecorder",
    "DeleteDeliveryChannel",
    "PutConfigurationRecorder",
    "PutDeliveryChannel",
    "StopConfigurationRecorder",
  ]),
  "detection-stop": call("guardduty", [
    "DeleteDetector",
    "DeletePublishingDestination",
    "DisassociateFromAdministratorAccount",
    "UpdateDetector",
    "UpdatePublishingDestination",
  ]),
  "alert-removal": call("events", ["DeleteRule", "DisableRule", "PutRule", "PutTargets", "RemoveTargets"]),
  drift: { source: [DRIFT_EVENT.source], "detail-type": [DRIFT_EVENT.detailType] },
  alarms: {
    source: ["aws.cloudwatch"],
    "detail-type": ["CloudWatch Alarm State Change"],
    detail: { state: { value: ["ALARM"] } },
  },
  "threat-findings": { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"] },
  // Of any detail-type: AWS does not document the one under which denials by an endpoint arrive.
  "denied-access": {
    source: OF_AWS,
    detail: {
      errorCode: ["AccessDenied", "AccessDeniedException", "Client.UnauthorizedOperation", "VpceAccessDenied"],
    },
  },
  "root-use": { source: OF_AWS, detail: { userIdentity: { type: ["Root"] } } },
  "console-sign-in": { source: OF_AWS, "detail-type": ["AWS Console Sign In via CloudTrail"] },
};
