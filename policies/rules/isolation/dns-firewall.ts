import type { EachResource } from "../../policy";
import { all } from "../../verdict";
import { attachedTo, judgeOne } from "./attached";
import { mustHave } from "./must-have";

export const dnsFirewall: EachResource = {
  kind: "each",
  id: "ISO-013",
  title: "A network asks no name without its DNS firewall, which cannot be taken away and fails closed",
  severity: "high",
  controls: ["C23"],
  rationale:
    "A name that is asked can carry data out, a few bytes in each, through a resolver that no route and no security group stops.",
  remediation: "Build the network with IsolatedSegment, whose DnsFirewall does this.",
  sources: [
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-vpc-configuration.html",
    "https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_AssociateFirewallRuleGroup.html",
  ],
  construct: "network/dns-firewall",
  types: ["aws_vpc"],

  check(vpc, context) {
    const type = "aws_route53_resolver_firewall_rule_group_association";
    const { named, perhaps } = attachedTo(vpc, context, type, "vpc_id");
    const config = attachedTo(vpc, context, "aws_route53_resolver_firewall_config", "resource_id");
    return all(
      mustHave(
        vpc.root.at,
        `an ${type} of this network`,
        named.length > 0 ? "yes" : perhaps.length > 0 ? "unknown" : "no",
      ),
      ...named.map((association) => association.value("mutation_protection").mustBe("ENABLED")),
      judgeOne(config, vpc, "one aws_route53_resolver_firewall_config of this network", (one) =>
        one.value("firewall_fail_open").mustBe("DISABLED"),
      ),
    );
  },
};
