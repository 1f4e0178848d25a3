import type { Answer } from "../../answer";
import type { Context } from "../../context";
import type { Model } from "../../model/model";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { namedBy } from "./named-by";
import { once } from "../../once";

/** Types of balancers that PrivateLink can stand before. */
export const BALANCERS = ["aws_lb", "aws_alb"];

/** Security groups of balancers behind endpoint services, and the stacks in which it is not known which they are. */
const doors = once((model: Model) => {
  const services = model.resources("aws_vpc_endpoint_service");
  const balancers = services.flatMap((service) => namedBy(service, "network_load_balancer_arns", ...BALANCERS));
  const isOpen = (of: Resource, attribute: string) =>
    of
      .value(attribute)
      .items()
      .some((value) => value.target().kind === "unknown");
  return {
    groups: new Set(balancers.flatMap((balancer) => namedBy(balancer, "security_groups", "aws_security_group"))),
    unknown: new Set([
      ...services.filter((service) => isOpen(service, "network_load_balancer_arns")).map(({ stack }) => stack),
      ...balancers.filter((balancer) => isOpen(balancer, "security_groups")).map(({ stack }) => stack),
    ]),
  };
});

/** Whether a value names the security group of a balancer behind an endpoint service. */
export function isGatewayDoor(group: Value, { model }: Context): Answer {
  const { groups, unknown } = doors(model);
  const target =
    group.jsonPath === ""
      ? ({ kind: "resource", resource: group.resource } as const)
      : group.target("aws_security_group");
  if (target.kind === "resource" && groups.has(target.resource)) return "yes";
  return target.kind === "unknown" || unknown.has(group.resource.stack) ? "unknown" : "no";
}
