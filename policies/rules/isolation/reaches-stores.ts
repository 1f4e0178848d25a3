import { every, some, type Answer } from "../../answer";
import type { Context } from "../../context";
import type { Model } from "../../model/model";
import type { Resource } from "../../model/resource";
import { attachedTo } from "./attached";
import { resourceNamedBy, namedBy } from "./named-by";
import { once } from "../../once";

/** The route tables that lead to gateway endpoints, and the stacks in which it is not known which do. */
const storeTables = once((model: Model) => {
  const gateways = model.resources("aws_vpc_endpoint").filter((endpoint) => {
    const type = endpoint.value("vpc_endpoint_type");
    return type.isAbsent || type.is("Gateway") === "yes";
  });
  const unknown = gateways.filter((endpoint) =>
    endpoint
      .value("route_table_ids")
      .items()
      .some((id) => id.target("aws_route_table").kind === "unknown"),
  );
  return {
    tables: new Set(gateways.flatMap((endpoint) => namedBy(endpoint, "route_table_ids", "aws_route_table"))),
    unknown: new Set(unknown.map(({ stack }) => stack)),
  };
});

/**
 * Whether every subnet of a network ACL routes to a gateway endpoint, whose addresses are public ones that an ACL
 * cannot name by their prefix list.
 */
export function reachesStores(acl: Resource, context: Context): Answer {
  const associations = acl.companions("aws_network_acl_association", "network_acl_id");
  const ids = [...acl.value("subnet_ids").items(), ...associations.map((one) => one.value("subnet_id"))];
  if (ids.length === 0) return "no";
  return every(
    ids.map((id): Answer => {
      const subnet = resourceNamedBy(id, "aws_subnet");
      if (!subnet) return id.target("aws_subnet").kind === "unknown" ? "unknown" : "no";
      return hasRoute(subnet, context);
    }),
  );
}

function hasRoute(subnet: Resource, context: Context): Answer {
  const { tables, unknown } = storeTables(context.model);
  const { perhaps } = attachedTo(subnet, context, "aws_route_table_association", "subnet_id");
  const isOpen = unknown.has(subnet.stack) || perhaps.length > 0;
  return some([
    ...tablesOf(subnet).map((table): Answer => (tables.has(table) ? "yes" : "no")),
    isOpen ? "unknown" : "no",
  ]);
}

/** The route tables that a subnet is associated with. */
export function tablesOf(subnet: Resource): readonly Resource[] {
  const associations = subnet.companions("aws_route_table_association", "subnet_id");
  return associations.flatMap((association) => namedBy(association, "route_table_id", "aws_route_table"));
}
