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
  },
  undecided: {
    "its network comes from a variable": { ...firewall("ENABLED", "${var.network}"), ...config("DISABLED") },
    "how it fails comes from a variable": { ...firewall("ENABLED"), ...config("${var.fail}") },
  },
};
