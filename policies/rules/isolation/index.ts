import type { Policy } from "../../policy";
import { blockPublicAccess } from "./block-public-access";
import { defaultNetworkClosed } from "./default-network-closed";
import { dnsAllowList } from "./dns-allow-list";
import { dnsFirewall } from "./dns-firewall";
import { dnsStaysInside } from "./dns-stays-inside";
import { endpointPolicies } from "./endpoint-policies";
import { endpointReach } from "./endpoint-reach";
import { firewallDrops } from "./firewall-drops";
import { firewallProtected } from "./firewall-protected";
import { gatewayBalancer } from "./gateway-balancer";
import { gatewayConsumers } from "./gateway-consumers";
import { gatewayInspected } from "./gateway-inspected";
import { instanceMetadata } from "./instance-metadata";
import { machinesUnmanaged } from "./machines-unmanaged";
import { networkAclsClosed } from "./network-acls-closed";
import { noGateways } from "./no-gateways";
import { noOtherNetworks } from "./no-other-networks";
import { noPublicAddresses } from "./no-public-addresses";
import { noPublicEndpoints } from "./no-public-endpoints";
import { ownGroups } from "./own-groups";
import { routesStayInside } from "./routes-stay-inside";
import { runsInSegment } from "./runs-in-segment";
import { securityGroupsClosed } from "./security-groups-closed";
import { segmentCidr } from "./segment-cidr";
import { storesByEndpoint } from "./stores-by-endpoint";
import { subnetPlacement } from "./subnet-placement";
import { subnetsExplicit } from "./subnets-explicit";

/** Nothing enters a segment and nothing leaves it but by its one inspected door. */
export const isolation: readonly Policy[] = [
  blockPublicAccess,
  noGateways,
  noOtherNetworks,
  noPublicAddresses,
  noPublicEndpoints,
  defaultNetworkClosed,
  segmentCidr,
  subnetPlacement,
  subnetsExplicit,
  networkAclsClosed,
  securityGroupsClosed,
  routesStayInside,
  dnsFirewall,
  dnsAllowList,
  dnsStaysInside,
  endpointPolicies,
  endpointReach,
  storesByEndpoint,
  instanceMetadata,
  gatewayConsumers,
  gatewayBalancer,
  firewallProtected,
  firewallDrops,
  gatewayInspected,
  runsInSegment,
  ownGroups,
  machinesUnmanaged,
];
