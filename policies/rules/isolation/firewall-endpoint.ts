import { every, type Answer } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { holesOf } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { resourceNamedBy, namedBy } from "./named-by";

/**
 * How a configuration names the endpoint that AWS makes for a firewall in a subnet: among the attachments of the
 * firewall, the one in that subnet.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/networkfirewall_firewall#firewall_status
 */
const ENDPOINT =
  /^one\(\[for (\w+) in (aws_networkfirewall_firewall\.[\w-]+)\.firewall_status\[0\]\.sync_states\[\*\]\.attachment\[0\] : \1\.endpoint_id if \1\.subnet_id == (aws_subnet\.[\w-]+)\.id\]\)$/;

/** Whether a value is the endpoint of a firewall in the network of a subnet or a route table. */
export function isFirewallEndpoint(value: Value, of: Resource | undefined, context: Context): Answer {
  if (value.text !== undefined) return isKnownEndpoint(value, of, context);
  const { model } = context;
  const [expression] = value.isUnknown ? holesOf(String(value.data)) : [];
  const [, , firewallAddress, subnetAddress] = ENDPOINT.exec(expression ?? "") ?? [];
  if (firewallAddress === undefined || subnetAddress === undefined) return value.isUnknown ? "unknown" : "no";
  const firewall = model.resource(value.resource.stack, firewallAddress);
  const subnet = model.resource(value.resource.stack, subnetAddress);
  return firewall && subnet ? every([isMapped(firewall, subnet), isInNetworkOf(firewall, of)]) : "no";
}

/** A plan of a firewall that exists has the endpoints that AWS made for it. */
function isKnownEndpoint(value: Value, of: Resource | undefined, { model }: Context): Answer {
  const firewalls = model
    .resources("aws_networkfirewall_firewall")
    .filter(({ stack }) => stack === value.resource.stack);
  const firewall = firewalls.find((candidate) => endpointsOf(candidate).includes(value.text));
  return firewall ? isInNetworkOf(firewall, of) : "no";
}

function endpointsOf(firewall: Resource): readonly (string | undefined)[] {
  const states = firewall.exported("firewall_status").value("sync_states").items();
  return states.flatMap((state) =>
    state
      .value("attachment")
      .items()
      .map((each) => each.value("endpoint_id").text),
  );
}

function isMapped(firewall: Resource, subnet: Resource): Answer {
  const mappings = firewall.value("subnet_mapping").items();
  return mappings.some((mapping) => resourceNamedBy(mapping.value("subnet_id"), "aws_subnet") === subnet)
    ? "yes"
    : "no";
}

function isInNetworkOf(firewall: Resource, of: Resource | undefined): Answer {
  const [one, other] = [firewall, of].map((resource) => resource && namedBy(resource, "vpc_id", "aws_vpc")[0]);
  if (!one || !other) return "unknown";
  return one === other ? "yes" : "no";
}
