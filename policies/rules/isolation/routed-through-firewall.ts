import { every, some, type Answer } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { isWithin } from "./cidr";
import { isFirewallEndpoint } from "./firewall-endpoint";
import { tablesOf } from "./reaches-stores";

/** Whether a subnet's route table sends a whole network through a firewall of its own VPC. */
export function isRoutedThroughFirewall(subnet: Resource, network: string, context: Context): Answer {
  const routes = tablesOf(subnet).flatMap(routesOf);
  return some(
    routes.map(({ destination, endpoint, exists }) =>
      every([covers(destination, network), exists, isFirewallEndpoint(endpoint, subnet, context)]),
    ),
  );
}

interface Route {
  readonly destination: Value;
  readonly endpoint: Value;
  readonly exists: Answer;
}

/** The routes that a table carries itself, and those that are added to it. */
function routesOf(table: Resource): readonly Route[] {
  const inside = table.value("route").items();
  const added = table.companions("aws_route", "route_table_id");
  return [
    ...inside.map((route) => ({
      destination: route.value("cidr_block"),
      endpoint: route.value("vpc_endpoint_id"),
      exists: table.exists,
    })),
    ...added.map((route) => ({
      destination: route.value("destination_cidr_block"),
      endpoint: route.value("vpc_endpoint_id"),
      exists: route.exists,
    })),
  ];
}

function covers(destination: Value, network: string): Answer {
  if (destination.isUnknown) return "unknown";
  return isWithin(network, destination.text ?? "") ? "yes" : "no";
}
