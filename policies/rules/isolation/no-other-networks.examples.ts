import type { Examples } from "../../examples";

export const noOtherNetworksExamples: Examples = {
  policy: "ISO-003",
  pass: {
    "a network stands alone": { aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } } },
  },
  fail: {
    "a network asks to be peered": {
      aws_vpc_peering_connection: { us: { vpc_id: "vpc-1", peer_vpc_id: "vpc-2", peer_region: "us-east-1" } },
    },
    "a network accepts a peering": {
      aws_vpc_peering_connection_accepter: { us: { vpc_peering_connection_id: "pcx-1", auto_accept: true } },
    },
    "a transit gateway is attached": {
      aws_ec2_transit_gateway_vpc_attachment: {
        hub: { transit_gateway_id: "tgw-1", vpc_id: "vpc-1", subnet_ids: ["subnet-1"] },
      },
    },
    "a subnet is shared": { aws_ram_resource_share: { subnets: { name: "subnets", allow_external_principals: true } } },
    "a share of somebody else is accepted": {
      aws_ram_resource_share_accepter: { theirs: { share_arn: "arn:aws:ram:eu-west-1:700000000007:resource-share/1" } },
    },
    "a network joins a service network": {
      aws_vpclattice_service_network_vpc_association: {
        mesh: { service_network_identifier: "sn-1", vpc_identifier: "vpc-1" },
      },
    },
    "a network joins a global one": {
      aws_networkmanager_vpc_attachment: { wan: { core_network_id: "core-1", vpc_arn: "arn", subnet_arns: [] } },
    },
    "traffic is copied to another interface": {
      aws_ec2_traffic_mirror_session: {
        copy: { network_interface_id: "eni-1", traffic_mirror_target_id: "tmt-1", session_number: 1 },
      },
    },
  },
  undecided: {
    "an expression decides whether it is peered": {
      aws_vpc_peering_connection: { us: { for_each: "${var.peers}", vpc_id: "vpc-1", peer_vpc_id: "vpc-2" } },
    },
  },
};
