import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { WholeEstate } from "../../policy";
import { all, pass, type Verdict } from "../../verdict";
import { overlap } from "./cidr";
import { BALANCERS } from "./gateway-door";
import { inEveryStack } from "../in-every-stack";
import { mustHave } from "./must-have";
import { resourceNamedBy, namedBy } from "./named-by";
import { isNetwork, reachedBy } from "./reached-by";
import { isRoutedThroughFirewall } from "./routed-through-firewall";

export const gatewayInspected: WholeEstate = {
  kind: "whole",
  id: "ISO-024",
  title: "Whatever a gateway's balancer may reach, it reaches through the firewall, there and back",
  severity: "critical",
  controls: ["A9", "C20"],
  rationale:
    "The network's own route joins all of its subnets. Only more specific routes lead what comes from outside past the firewall, and a firewall that sees half of a connection judges none.",
  remediation: "Let SecurityGateway make the gateway: its GatewayInspection adds both routes for each pair of subnets.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html"],
  construct: "network/gateway-inspection",

  check: (context) =>
    inEveryStack(context, context.model.resources("aws_vpc_endpoint_service"), (service) =>
      all(
        pass(service.root.at),
        ...namesAll(service, "network_load_balancer_arns", BALANCERS),
        ...namedBy(service, "network_load_balancer_arns", ...BALANCERS).flatMap((one) => inspected(one, context)),
      ),
    ),
};

function inspected(balancer: Resource, context: Context): readonly Verdict[] {
  const homes = homesOf(balancer);
  const gateways = homes.flatMap((home) => resourceNamedBy(home, "aws_subnet") ?? []);
  const { networks, verdicts } = reachedBy(balancer);
  const subnets = context.model.resourcesIn(balancer.stack, "aws_subnet");
  const reached = subnets.filter((subnet) => networks.some((network) => overlap(network, cidrOf(subnet))));
  return [
    ...homes.map((home) => home.mustReferTo("a subnet", ["aws_subnet"], ({ stack }) => stack === balancer.stack)),
    ...namesAll(balancer, "security_groups", ["aws_security_group"]),
    ...verdicts,
    ...subnets.map((subnet) => isNetwork(subnet.value("cidr_block"))),
    ...gateways.flatMap((gateway) => networks.map((network) => leads(gateway, network, context))),
    ...reached.flatMap((subnet) => gateways.map((gateway) => leads(subnet, cidrOf(gateway), context))),
  ];
}

/** What is not known to be one of the output's cannot be followed. */
function namesAll(resource: Resource, attribute: string, types: readonly string[]): readonly Verdict[] {
  const values = resource.value(attribute).items();
  return values.map((value) => value.mustReferTo("one of the stack", types, ({ stack }) => stack === resource.stack));
}

/** The values that name a balancer's subnets. */
function homesOf(balancer: Resource): readonly Value[] {
  const mapped = balancer
    .value("subnet_mapping")
    .items()
    .map((mapping) => mapping.value("subnet_id"));
  return [...balancer.value("subnets").items(), ...mapped];
}

function leads(subnet: Resource, network: string, context: Context): Verdict {
  const expected = `a route to ${network} through a firewall`;
  return mustHave(subnet.root.at, expected, isRoutedThroughFirewall(subnet, network, context));
}

function cidrOf(subnet: Resource): string {
  return subnet.value("cidr_block").text ?? "";
}
