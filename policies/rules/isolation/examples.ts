import type { Examples } from "../../examples";
import { blockPublicAccessExamples } from "./block-public-access.examples";
import { defaultNetworkClosedExamples } from "./default-network-closed.examples";
import { dnsAllowListExamples } from "./dns-allow-list.examples";
import { dnsFirewallExamples } from "./dns-firewall.examples";
import { dnsStaysInsideExamples } from "./dns-stays-inside.examples";
import { endpointPoliciesExamples } from "./endpoint-policies.examples";
import { endpointReachExamples } from "./endpoint-reach.examples";
import { firewallDropsExamples } from "./firewall-drops.examples";
import { firewallProtectedExamples } from "./firewall-protected.examples";
import { gatewayBalancerExamples } from "./gateway-balancer.examples";
import { gatewayConsumersExamples } from "./gateway-consumers.examples";
import { gatewayInspectedExamples } from "./gateway-inspected.examples";
import { instanceMetadataExamples } from "./instance-metadata.examples";
import { machinesUnmanagedExamples } from "./machines-unmanaged.examples";
import { networkAclsClosedExamples } from "./network-acls-closed.examples";
import { noGatewaysExamples } from "./no-gateways.examples";
import { noOtherNetworksExamples } from "./no-other-networks.examples";
import { noPublicAddressesExamples } from "./no-public-addresses.examples";
import { noPublicEndpointsExamples } from "./no-public-endpoints.examples";
import { ownGroupsExamples } from "./own-groups.examples";
import { routesStayInsideExamples } from "./routes-stay-inside.examples";
import { runsInSegmentExamples } from "./runs-in-segment.examples";
import { securityGroupsClosedExamples } from "./security-groups-closed.examples";
import { segmentCidrExamples } from "./segment-cidr.examples";
import { storesByEndpointExamples } from "./stores-by-endpoint.examples";
import { subnetPlacementExamples } from "./subnet-placement.examples";
import { subnetsExplicitExamples } from "./subnets-explicit.examples";

export const isolationExamples: readonly Examples[] = [
  blockPublicAccessExamples,
  noGatewaysExamples,
  noOtherNetworksExamples,
  noPublicAddressesExamples,
  noPublicEndpointsExamples,
  defaultNetworkClosedExamples,
  segmentCidrExamples,
  subnetPlacementExamples,
  subnetsExplicitExamples,
  networkAclsClosedExamples,
  securityGroupsClosedExamples,
  routesStayInsideExamples,
  dnsFirewallExamples,
  dnsAllowListExamples,
  dnsStaysInsideExamples,
  endpointPoliciesExamples,
  endpointReachExamples,
  storesByEndpointExamples,
  instanceMetadataExamples,
  gatewayConsumersExamples,
  gatewayBalancerExamples,
  firewallProtectedExamples,
  firewallDropsExamples,
  gatewayInspectedExamples,
  runsInSegmentExamples,
  ownGroupsExamples,
  machinesUnmanagedExamples,
];
