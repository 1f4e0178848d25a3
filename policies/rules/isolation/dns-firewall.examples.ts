import type { Examples, Resources } from "../../examples";

const network = { aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } } };
const firewall = (mutation_protection: unknown, vpc_id = "${aws_vpc.segment.id}"): Resources => ({
  ...network,
  aws_route53_resolver_firewall_rule_group_association: {
    rules: { vpc_id, firewall_rule_group_id: "rslvr-frg-1", priority: 101, mutation_protection },
  },
});
const config = (firewall_fail_open: unknown) => ({
  aws_route53_resolver_firewall_config: { closed: { resource_id: "${aws_vpc.segment.id}", firewall_fail_open } },
});

export const dnsFirewallExamples: Examples = {
  policy: "ISO-013",
  pass: {
    "it is associated, protected and fails closed": { ...firewall("ENABLED"), ...config("DISABLED") },
  },
  fail: {
    "a network has none": { ...network, ...config("DISABLED") },
    "it can be taken away": { ...firewall("DISABLED"), ...config("DISABLED") },
    "it is not said that it cannot be taken away": { ...firewall(undefined), ...config("DISABLED") },
    "it fails open": { ...firewall("ENABLED"), ...config("ENABLED") },
    "it is not said how it fails": firewall("ENABLED"),
    "other rules are for a network that is not in the output, which may be this one": {
      ...firewall("ENABLED"),
      ...config("DISABLED"),
      aws_route53_resolver_firewall_rule_group_association: {
        ...firewall("ENABLED")["aws_route53_resolver_firewall_rule_group_association"],
        others: { vpc_id: "vpc-0123456789abcdef0", firewall_rule_group_id: "rslvr-frg-2", priority: 100 },
      },
    },
  },
  undecided: {
    "its network comes from a variable": { ...firewall("ENABLED", "${var.network}"), ...config("DISABLED") },
    "a data source tells which network other rules are for": {
      ...firewall("ENABLED"),
      ...config("DISABLED"),
      aws_route53_resolver_firewall_rule_group_association: {
        ...firewall("ENABLED")["aws_route53_resolver_firewall_rule_group_association"],
        others: { vpc_id: "${data.aws_vpc.here.id}", firewall_rule_group_id: "rslvr-frg-2", priority: 100 },
      },
    },
    "how it fails comes from a variable": { ...firewall("ENABLED"), ...config("${var.fail}") },
  },
};
