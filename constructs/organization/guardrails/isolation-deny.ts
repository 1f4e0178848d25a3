import type { Statement } from "../../iam/policy-document";
import { deny, exceptRole } from "./deny";

/**
 * No way in or out of a network is made, nor one accepted that somebody else has made. Only the deploy
 * role opens the one declared door. Controls: A9, C19, C20, C26.
 *
 * @param deployRoleArn the deploy role of whichever account the guardrail binds
 */
export function isolationDeny(deployRoleArn: string): readonly Statement[] {
  return [
    deny("NoWayOut", [
      "cloudfront:CreateDistribution",
      "directconnect:Accept*",
      "directconnect:Confirm*",
      "directconnect:Create*",
      "ec2:AllocateAddress",
      "ec2:AssociateAddress",
      "ec2:AttachInternetGateway",
      "ec2:AttachVpnGateway",
      "ec2:CreateCarrierGateway",
      "ec2:CreateClientVpnEndpoint",
      "ec2:CreateCustomerGateway",
      "ec2:CreateEgressOnlyInternetGateway",
      "ec2:CreateInstanceConnectEndpoint",
      "ec2:CreateInternetGateway",
      "ec2:CreateNatGateway",
      "ec2:CreateVerifiedAccessEndpoint",
      "ec2:CreateVpcBlockPublicAccessExclusion",
      "ec2:CreateVpnConnection",
      "ec2:CreateVpnGateway",
      "ec2:ModifyVpcBlockPublicAccessExclusion",
      "globalaccelerator:CreateAccelerator",
      "lambda:CreateFunctionUrlConfig",
      "lightsail:*",
    ]),
    deny("NoOtherNetwork", [
      "ec2:AcceptTransitGatewayPeeringAttachment",
      "ec2:AcceptTransitGatewayVpcAttachment",
      "ec2:AcceptVpcPeeringConnection",
      "ec2:CreateTransitGateway",
      "ec2:CreateTransitGatewayConnect*",
      "ec2:CreateTransitGatewayPeeringAttachment",
      "ec2:CreateTransitGatewayVpcAttachment",
      "ec2:CreateVpcPeeringConnection",
      "networkmanager:Accept*",
      "networkmanager:Create*",
      "ram:AcceptResourceShareInvitation",
      "ram:AssociateResourceShare",
      "ram:CreateResourceShare",
      "route53:AssociateVPCWithHostedZone",
      "route53:CreateVPCAssociationAuthorization",
      "route53resolver:CreateResolverEndpoint",
      "vpc-lattice:Create*",
    ]),
    deny(
      "DoorsAreDeployed",
      [
        "ec2:AcceptVpcEndpointConnections",
        "ec2:CreateVpcEndpoint",
        "ec2:CreateVpcEndpointServiceConfiguration",
        "ec2:ModifyVpcBlockPublicAccessOptions",
        "ec2:ModifyVpcEndpoint",
        "ec2:ModifyVpcEndpointServiceConfiguration",
        "ec2:ModifyVpcEndpointServicePermissions",
      ],
      exceptRole(deployRoleArn),
    ),
  ];
}
