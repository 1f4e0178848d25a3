import type { Resource } from "../../model/resource";
import { valuesAt } from "../../model/values-at";
import { along } from "../along";
import { at, type Channel, type Passage, type Surroundings } from "../channel";

const GUIDE = "https://docs.aws.amazon.com";
const VPC = `${GUIDE}/vpc/latest`;

/** What networks reach: whoever can reach a segment can reach what its workloads see. */
export const network: readonly Channel[] = [
  {
    title: "VPC peering",
    types: ["aws_vpc_peering_connection"],
    moves: "bytes",
    what: "Two networks reach one another",
    source: `${VPC}/peering/what-is-vpc-peering.html`,
    claims: ["*"],
    find: peers,
  },
  along({
    title: "VPC peering",
    types: ["aws_vpc_peering_connection_accepter", "aws_vpc_peering_connection_options"],
    moves: "bytes",
    both: true,
    what: "A network accepts another one's peering",
    source: `${VPC}/peering/accept-vpc-peering-connection.html`,
    to: [{ id: { path: "vpc_peering_connection_id", types: ["aws_vpc_peering_connection"] } }],
    also: ["*"],
    // The requester's own resource says between which networks.
    unless: (resource) =>
      resource.value("vpc_peering_connection_id").target("aws_vpc_peering_connection").kind === "resource",
  }),
  {
    title: "Transit gateway",
    types: [
      "aws_ec2_transit_gateway_vpc_attachment",
      "aws_ec2_transit_gateway_peering_attachment",
      "aws_ec2_transit_gateway_vpc_attachment_accepter",
      "aws_ec2_transit_gateway_peering_attachment_accepter",
    ],
    moves: "bytes",
    what: "Networks that are attached to one gateway, or to two that are peered, reach one another",
    source: `${VPC}/tgw/what-is-transit-gateway.html`,
    claims: [
      "transit_gateway_id",
      "peer_account_id",
      "peer_region",
      "peer_transit_gateway_id",
      "vpc_id",
      "transit_gateway_attachment_id",
    ],
    find: attachments,
  },
  {
    title: "Network rules",
    types: [
      "aws_security_group",
      "aws_default_security_group",
      "aws_security_group_rule",
      "aws_vpc_security_group_egress_rule",
      "aws_vpc_security_group_ingress_rule",
      "aws_network_acl",
      "aws_default_network_acl",
      "aws_network_acl_rule",
      "aws_ec2_managed_prefix_list",
      "aws_ec2_managed_prefix_list_entry",
    ],
    moves: "bytes",
    what: "Rules narrow what a network's gateways, peerings and endpoints open, and open nothing by themselves",
    source: `${VPC}/userguide/infrastructure-security.html`,
    claims: ["*"],
    find: () => [],
  },
  {
    title: "Route",
    types: ["aws_route", "aws_route_table", "aws_default_route_table"],
    moves: "bytes",
    what: "Traffic goes to a gateway, a peering or an endpoint; one that is not in the output may lead anywhere",
    source: `${VPC}/userguide/VPC_Route_Tables.html`,
    claims: ["*"],
    find: routes,
  },
  along({
    title: "Subnet",
    types: ["aws_subnet", "aws_default_subnet"],
    moves: "bytes",
    what: "A network's part is in a zone of the region, a Local Zone or an Outpost",
    source: `${VPC}/userguide/how-it-works.html`,
    to: [{ zone: "availability_zone" }, { zone: "availability_zone_id" }, { zone: "outpost_arn" }],
    also: ["map_public_ip_on_launch", "customer_owned_ipv4_pool"],
  }),
  along({
    title: "Traffic mirroring",
    types: ["aws_ec2_traffic_mirror_target"],
    moves: "bytes",
    what: "Copies of packets go to a balancer or an interface",
    source: `${VPC}/mirroring/what-is-traffic-mirroring.html`,
    to: [{ arn: "network_load_balancer_arn" }],
    also: ["gateway_load_balancer_endpoint_id", "network_interface_id"],
  }),
];

const OWN_TARGETS = [
  "aws_internet_gateway",
  "aws_egress_only_internet_gateway",
  "aws_nat_gateway",
  "aws_vpn_gateway",
  "aws_ec2_carrier_gateway",
  "aws_ec2_transit_gateway",
  "aws_vpc_endpoint",
  "aws_vpc_peering_connection",
  "aws_vpc_peering_connection_accepter",
  "aws_network_interface",
  "aws_networkfirewall_firewall",
];
const TARGETS = [
  "carrier_gateway_id",
  "core_network_arn",
  "egress_only_gateway_id",
  "gateway_id",
  "local_gateway_id",
  "nat_gateway_id",
  "transit_gateway_id",
  "vpc_peering_connection_id",
];

/** What a gateway of the output opens, the gateway's own channel says; a firewall's endpoint is in the network. */
function* routes(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  const isRoute = resource.type === "aws_route";
  const blocks = isRoute ? [resource.root] : valuesAt(resource, "route").flatMap((value) => value.items());
  for (const block of blocks) {
    if (block.isUnknown) yield { from: atlas.place(resource), to: atlas.unknown(block.legible), at: at(block) };
    for (const target of block.isUnknown ? [] : TARGETS.map((path) => block.value(path))) {
      if (target.isAbsent || target.data === "" || target.text === "local") continue;
      if (target.target(...OWN_TARGETS).kind === "resource") continue;
      yield { from: atlas.place(resource), to: atlas.unknown(`what ${target.legible} leads to`), at: at(target) };
    }
  }
}

function* peers(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  const peer = resource.value("peer_vpc_id");
  const owner = resource.value("peer_owner_id");
  const region = resource.value("peer_region");
  const vpc = peer.target("aws_vpc");
  const own = atlas.place(resource);
  const unknown = [owner, region].find((value) => !value.isAbsent && value.text === undefined);
  const other = unknown
    ? atlas.unknown(unknown.legible)
    : vpc.kind === "resource"
      ? atlas.place(vpc.resource)
      : vpc.kind === "unknown" && owner.isAbsent && region.isAbsent
        ? atlas.unknown(peer.legible)
        : atlas.place({ account: owner.text ?? resource.account, region: region.text ?? resource.region });
  yield { from: own, to: other, at: at(peer) };
  yield { from: other, to: own, at: at(peer) };
}

function* attachments(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  const own = atlas.place(resource);
  const account = resource.value("peer_account_id");
  const region = resource.value("peer_region");
  if (resource.type.endsWith("peering_attachment")) {
    const other =
      (account.isAbsent || account.text !== undefined) && region.text !== undefined
        ? atlas.place({ account: account.text ?? resource.account, region: region.text })
        : atlas.unknown(region.legible);
    yield { from: own, to: other, at: at(region) };
    yield { from: other, to: own, at: at(region) };
    return;
  }
  const path = resource.type.endsWith("_accepter") ? "transit_gateway_attachment_id" : "transit_gateway_id";
  const gateway = resource.value(path);
  const target = gateway.target(
    "aws_ec2_transit_gateway",
    "aws_ec2_transit_gateway_vpc_attachment",
    "aws_ec2_transit_gateway_peering_attachment",
  );
  const other =
    target.kind === "resource" ? atlas.place(target.resource) : atlas.unknown(`whose ${gateway.legible} is`);
  yield { from: own, to: other, at: at(gateway) };
  yield { from: other, to: own, at: at(gateway) };
}
