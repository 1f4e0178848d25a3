import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { isNetworkWithin } from "./cidr";
import { isFirewallEndpoint } from "./firewall-endpoint";
import { mustBeBlank } from "./must-be-blank";
import { mustHave } from "./must-have";
import { resourceNamedBy } from "./named-by";
import { segmentOf } from "./segments";

const TABLES = ["aws_route_table", "aws_default_route_table"];
/** Every way that a route can take but the one to an endpoint. */
const WAYS = [
  "carrier_gateway_id",
  "core_network_arn",
  "egress_only_gateway_id",
  "local_gateway_id",
  "nat_gateway_id",
  "network_interface_id",
  "transit_gateway_id",
  "vpc_peering_connection_id",
];
const OTHER_DESTINATIONS = ["destination_ipv6_cidr_block", "destination_prefix_list_id", "ipv6_cidr_block"];

export const routesStayInside: EachResource = {
  kind: "each",
  id: "ISO-012",
  title: "A route stays in its segment: to its own addresses, through its own firewall",
  severity: "critical",
  controls: ["C20"],
  rationale: "A packet with a user's data goes where a route takes it. Without a route out, there is no way out.",
  remediation: "Remove the route; GatewayInspection adds those that lead through the firewall.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html"],
  construct: "network/gateway-inspection",
  types: ["aws_route", "aws_route_table", "aws_default_route_table", "aws_route_table_association"],

  check(resource, context) {
    if (resource.type === "aws_route_table_association") {
      return all(
        resource.value("gateway_id").mustBeAbsent("no gateway's route table"),
        resource.value("route_table_id").mustReferTo("a route table of this stack", TABLES, inStackOf(resource)),
      );
    }
    if (resource.type === "aws_route") {
      const table = resource.value("route_table_id");
      return all(
        table.mustReferTo("a route table of this stack", TABLES, inStackOf(resource)),
        staysInside(resource.root, resourceNamedBy(table, ...TABLES), context),
      );
    }
    return all(
      pass(resource.root.at),
      resource.value("propagating_vgws").mustBeAbsent("no route from a gateway"),
      ...resource
        .value("route")
        .items()
        .map((route) => staysInside(route, resource, context)),
    );
  },
};

const inStackOf = (resource: Resource) => (target: Resource) => target.stack === resource.stack;

function staysInside(route: Value, table: Resource | undefined, context: Context): Verdict {
  const segment = segmentOf(context, route.resource.stack);
  if (!segment) return fail(route.at, "a route", "no route where the estate declares no network");
  if (route.isUnknown)
    return undecided(route.at, `cannot be known before deployment: ${route.legible}`, `within ${segment.cidr}`);
  const destination = route.value(route.value("cidr_block").isAbsent ? "destination_cidr_block" : "cidr_block");
  return all(
    pass(route.at),
    ...[...WAYS, ...OTHER_DESTINATIONS].map((way) =>
      mustBeBlank(route.value(way), "no way but the firewall's endpoint"),
    ),
    destination.mustSatisfy(`a network within ${segment.cidr}`, () => isNetworkWithin(destination, segment.cidr)),
    throughFirewall(route, table, context),
  );
}

function throughFirewall(route: Value, table: Resource | undefined, context: Context): Verdict {
  const gateway = route.value("gateway_id");
  if (!gateway.isAbsent && gateway.data !== "") return gateway.mustBe("local");
  const endpoint = route.value("vpc_endpoint_id");
  const answer = isFirewallEndpoint(endpoint, table, context);
  return mustHave(endpoint.at, "the endpoint of a firewall in the same network", answer, endpoint.legible);
}
