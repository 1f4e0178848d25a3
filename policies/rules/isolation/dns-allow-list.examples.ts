import type { Examples, Resources } from "../../examples";

const GROUP = "${aws_route53_resolver_firewall_rule_group.rules.id}";
const OURS = ["*.eu-west-1.amazonaws.com."];

const list = (domains: unknown) => ({ name: "list", domains });
const rule = (name: string, action: string, different: Readonly<Record<string, unknown>> = {}) => ({
  firewall_rule_group_id: GROUP,
  firewall_domain_list_id: `\${aws_route53_resolver_firewall_domain_list.${name}.id}`,
  action,
  ...different,
});
const allowed = rule("allowed", "ALLOW");
const blocked = rule("rest", "BLOCK", { block_response: "NXDOMAIN" });

const firewall = (domains: unknown, rules: Readonly<Record<string, unknown>> = { allowed, blocked }): Resources => ({
  aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } },
  aws_route53_resolver_firewall_rule_group: { rules: { name: "rules" } },
  aws_route53_resolver_firewall_rule_group_association: {
    rules: { vpc_id: "${aws_vpc.segment.id}", firewall_rule_group_id: GROUP },
  },
  aws_route53_resolver_firewall_domain_list: { allowed: list(domains), rest: list(["*."]) },
  aws_route53_resolver_firewall_rule: rules as Resources[string],
});

/** Rules of another group, for a network that a data source names. */
const before = (action: string): Resources => {
  const others = firewall(OURS);
  const group = "${aws_route53_resolver_firewall_rule_group.before.id}";
  const rules = others["aws_route53_resolver_firewall_rule"];
  const associations = others["aws_route53_resolver_firewall_rule_group_association"];
  return {
    ...others,
    aws_route53_resolver_firewall_rule_group: { rules: { name: "rules" }, before: { name: "before" } },
    aws_route53_resolver_firewall_rule_group_association: {
      ...associations,
      before: { vpc_id: "${data.aws_vpc.here.id}", firewall_rule_group_id: group, priority: 100 },
    },
    aws_route53_resolver_firewall_rule: { ...rules, before: rule("rest", action, { firewall_rule_group_id: group }) },
  };
};

export const dnsAllowListExamples: Examples = {
  policy: "ISO-014",
  pass: {
    "AWS's names in this region resolve and the rest does not": firewall(OURS),
    "no name resolves": firewall([]),
  },
  fail: {
    "the rest resolves": firewall(OURS, { allowed }),
    "only some kinds of question about the rest are blocked": firewall(OURS, {
      allowed,
      blocked: { ...blocked, q_type: "A" },
    }),
    "AWS's names in other regions resolve": firewall(["*.amazonaws.com."]),
    "a name resolves whose owner is not AWS": firewall([...OURS, "collector.example.com."]),
    "a name only looks like AWS's": firewall(["*.evil-eu-west-1.amazonaws.com."]),
    "an answer may lead to any other name": firewall(OURS, {
      allowed: { ...allowed, firewall_domain_redirection_action: "TRUST_REDIRECTION_DOMAIN" },
      blocked,
    }),
    "a question is answered with a name of somebody's choice": firewall(OURS, {
      allowed,
      blocked: { ...blocked, block_response: "OVERRIDE", block_override_domain: "collector.example.com" },
    }),
    "every name resolves by rules that may be this network's": before("ALLOW"),
    "a rule is of a group that is not in the output": firewall(OURS, {
      allowed,
      blocked,
      other: rule("rest", "ALLOW", { firewall_rule_group_id: "rslvr-frg-0123456789abcdef" }),
    }),
    "the network has no rules": { aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } } },
  },
  undecided: {
    "the names come from a variable": firewall("${var.domains}"),
    "a part of a name comes from a variable": firewall(["*.${var.region}.amazonaws.com."]),
    "an expression decides whether the rest is blocked": firewall(OURS, {
      allowed,
      blocked: { ...blocked, count: "${var.strict ? 1 : 0}" },
    }),
  },
};
