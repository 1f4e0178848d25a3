import type { Expectation } from "../row";

const EVERYBODY = ["administrator of dublin", "administrator of enclave", "deploy role of dublin"];

/** Ways in and out of a network. */
export const networkRows: readonly Expectation[] = [
  {
    who: EVERYBODY,
    does: [
      "ec2:CreateInternetGateway",
      "ec2:AttachInternetGateway",
      "ec2:CreateNatGateway",
      "ec2:CreateVpnConnection",
      "ec2:CreateInstanceConnectEndpoint",
      "ec2:CreateVpcBlockPublicAccessExclusion",
      "cloudfront:CreateDistribution",
      "lambda:CreateFunctionUrlConfig",
    ],
    to: ["their own account"],
    outcome: "denied",
    by: "NoWayOut",
    because: "no network of the estate has a way to the internet",
  },
  {
    who: EVERYBODY,
    does: [
      "ec2:CreateVpcPeeringConnection",
      "ec2:AcceptVpcPeeringConnection",
      "ec2:CreateTransitGatewayVpcAttachment",
      "ec2:AcceptTransitGatewayVpcAttachment",
      "ram:AcceptResourceShareInvitation",
      "route53resolver:CreateResolverEndpoint",
    ],
    to: ["their own account"],
    outcome: "denied",
    by: "NoOtherNetwork",
    because: "no network joins another, from neither side",
  },
  {
    who: ["administrator of dublin", "administrator of enclave"],
    does: ["ec2:CreateVpcEndpoint", "ec2:ModifyVpcEndpointServicePermissions", "ec2:AcceptVpcEndpointConnections"],
    to: ["their own account"],
    outcome: "denied",
    by: "DoorsAreDeployed",
    because: "the one declared door is reviewed and deployed",
  },
  {
    who: ["deploy role of dublin"],
    does: ["ec2:CreateVpcEndpoint", "ec2:ModifyVpcEndpointServicePermissions"],
    to: ["their own account"],
    outcome: "allowed",
    by: "Everything",
    because: "the deployment opens it",
  },
  {
    who: ["administrator of dublin"],
    does: ["ec2:CreateSecurityGroup", "ec2:RejectVpcEndpointConnections", "ec2:DescribeVpcs"],
    to: ["their own account"],
    outcome: "allowed",
    by: "Everything",
    because: "what closes, or only looks, stays possible",
  },
];
