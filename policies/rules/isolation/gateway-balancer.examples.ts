import type { Examples, Resources } from "../../examples";

const gateway = (
  balancer: Readonly<Record<string, unknown>> = {},
  network_load_balancer_arns: unknown = ["${aws_lb.gateway.arn}"],
): Resources => ({
  aws_security_group: { gateway: { name: "gateway" } },
  aws_lb: {
    gateway: {
      load_balancer_type: "network",
      internal: true,
      enable_deletion_protection: true,
      enforce_security_group_inbound_rules_on_private_link_traffic: "on",
      security_groups: ["${aws_security_group.gateway.id}"],
      ...balancer,
    },
  },
  aws_vpc_endpoint_service: { gateway: { acceptance_required: true, network_load_balancer_arns } },
});

export const gatewayBalancerExamples: Examples = {
  policy: "ISO-021",
  pass: {
    "there is no gateway": {},
    "its security group is asked": gateway(),
  },
  fail: {
    "its security group is not asked": gateway({
      enforce_security_group_inbound_rules_on_private_link_traffic: "off",
    }),
    "it has no security group": gateway({ security_groups: [] }),
    "it faces the internet": gateway({ internal: false }),
    "it can be deleted in passing": gateway({ enable_deletion_protection: false }),
    "the gateway stands before an appliance": {
      aws_vpc_endpoint_service: { gateway: { gateway_load_balancer_arns: ["arn:aws:elasticloadbalancing:::gwy"] } },
    },
    "the gateway stands before a balancer that is not in the output": gateway({}, [
      "arn:aws:elasticloadbalancing:eu-west-1:200000000002:loadbalancer/net/other/1",
    ]),
  },
  undecided: {
    "a variable decides whether its security group is asked": gateway({
      enforce_security_group_inbound_rules_on_private_link_traffic: "${var.enforce}",
    }),
    "a variable names the balancers": gateway({}, "${var.balancers}"),
  },
};
