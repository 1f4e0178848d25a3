import { deployRoleArn } from "../../../config/names";
import type { WholeEstate } from "../../policy";
import { deniedToMembers, exceptRole } from "./denied-to-members";

const WAYS_OUT = [
  ...["cloudfront:CreateDistribution", "globalaccelerator:CreateAccelerator"],
  ...["directconnect:Accept*", "directconnect:Confirm*", "directconnect:Create*"],
  ...["ec2:AllocateAddress", "ec2:AssociateAddress", "ec2:AttachInternetGateway", "ec2:AttachVpnGateway"],
  ...["ec2:CreateCarrierGateway", "ec2:CreateClientVpnEndpoint", "ec2:CreateCustomerGateway"],
  ...["ec2:CreateEgressOnlyInternetGateway", "ec2:CreateInstanceConnectEndpoint", "ec2:CreateInternetGateway"],
  ...["ec2:CreateNatGateway", "ec2:CreateVerifiedAccessEndpoint", "ec2:CreateVpcBlockPublicAccessExclusion"],
  ...["ec2:CreateVpnConnection", "ec2:CreateVpnGateway", "ec2:ModifyVpcBlockPublicAccessExclusion"],
  ...["lambda:CreateFunctionUrlConfig", "lightsail:*"],
];
const OTHER_NETWORKS = [
  ...["ec2:AcceptTransitGatewayPeeringAttachment", "ec2:AcceptTransitGatewayVpcAttachment"],
  ...["ec2:AcceptVpcPeeringConnection", "ec2:CreateTransitGateway", "ec2:CreateTransitGatewayPeeringAttachment"],
  ...["ec2:CreateTransitGatewayConnect", "ec2:CreateTransitGatewayConnectPeer"],
  ...["ec2:CreateTransitGatewayVpcAttachment", "ec2:CreateVpcPeeringConnection", "networkmanager:AcceptAttachment"],
  ...["networkmanager:CreateCoreNetwork", "networkmanager:CreateVpcAttachment"],
  ...["ram:AcceptResourceShareInvitation", "ram:AssociateResourceShare", "ram:CreateResourceShare"],
  ...["route53:AssociateVPCWithHostedZone", "route53:CreateVPCAssociationAuthorization"],
  ...["route53resolver:CreateResolverEndpoint", "vpc-lattice:CreateResourceGateway"],
  ...["vpc-lattice:CreateServiceNetwork", "vpc-lattice:CreateServiceNetworkVpcAssociation"],
];
const DOORS = [
  ...["ec2:AcceptVpcEndpointConnections", "ec2:CreateVpcEndpoint", "ec2:CreateVpcEndpointServiceConfiguration"],
  ...["ec2:ModifyVpcBlockPublicAccessOptions", "ec2:ModifyVpcEndpoint"],
  ...["ec2:ModifyVpcEndpointServiceConfiguration", "ec2:ModifyVpcEndpointServicePermissions"],
];

export const networkGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-009",
  title:
    "Nobody in a member account makes or accepts a way into another network, and only the deploy role opens a declared one",
  severity: "critical",
  controls: ["A9", "C19", "C20", "C26"],
  rationale:
    "One gateway, peering or accepted invitation connects a site's data to the internet or to a network of another country. Making and accepting are different actions, often of different accounts.",
  remediation: "Attach the guardrails of GuardrailPolicies, with isolationDeny among them, to the account's unit.",
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_vpc.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html",
  ],
  construct: "organization/guardrails/isolation-deny",

  check(context) {
    return deniedToMembers(context, (member) => [
      { expected: "nobody makes a way to the internet or to premises", actions: WAYS_OUT },
      { expected: "nobody joins another network", actions: OTHER_NETWORKS },
      {
        expected: "nobody but the deploy role opens a door",
        actions: DOORS,
        except: exceptRole(deployRoleArn(context.estate, member)),
      },
    ]);
  },
};
