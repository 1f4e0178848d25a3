import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, type Verdict } from "../../verdict";
import { BALANCERS } from "./gateway-door";
import { inEveryStack } from "../in-every-stack";
import { namedBy } from "./named-by";

export const gatewayBalancer: WholeEstate = {
  kind: "whole",
  id: "ISO-021",
  title: "A gateway's balancer is internal, protected, and asks its security group about every consumer",
  severity: "high",
  controls: ["C20", "H61"],
  rationale:
    "PrivateLink traffic passes a balancer's security group unasked unless the balancer says otherwise: the door would have a frame and no lock.",
  remediation: "Let SecurityGateway make the balancer.",
  sources: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html",
  ],
  construct: "network/security-gateway",

  check: (context) => inEveryStack(context, context.model.resources("aws_vpc_endpoint_service"), isBehindSafeBalancers),
};

function isBehindSafeBalancers(service: Resource): Verdict {
  const arns = service.value("network_load_balancer_arns");
  const balancers = namedBy(service, "network_load_balancer_arns", ...BALANCERS);
  return all(
    arns.mustSatisfy("a balancer", () => arns.items().length > 0),
    service.value("gateway_load_balancer_arns").mustBeAbsent("no appliance of somebody else"),
    ...arns
      .items()
      .map((arn) => arn.mustReferTo("a balancer of its stack", BALANCERS, ({ stack }) => stack === service.stack)),
    ...balancers.flatMap(isSafe),
  );
}

function isSafe(balancer: Resource): readonly Verdict[] {
  const groups = balancer.value("security_groups");
  return [
    balancer.value("load_balancer_type").mustBe("network"),
    balancer.value("internal").mustBe(true),
    balancer.value("enable_deletion_protection").mustBe(true),
    balancer.value("enforce_security_group_inbound_rules_on_private_link_traffic").mustBe("on"),
    groups.mustSatisfy("a security group", () => groups.items().length > 0),
    ...groups
      .items()
      .map((group) =>
        group.mustReferTo("a group of its stack", ["aws_security_group"], ({ stack }) => stack === balancer.stack),
      ),
  ];
}
