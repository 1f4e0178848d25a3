import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, type Verdict } from "../../verdict";
import { attachedTo, judgeOne } from "./attached";
import { mustHave } from "./must-have";

/** What is about a network, by the attribute that names it: what names none of the output may be about any. */
const ABOUT: Readonly<Record<string, string>> = {
  aws_route53_resolver_firewall_rule_group_association: "vpc_id",
  aws_route53_resolver_firewall_config: "resource_id",
};
const [ASSOCIATION, CONFIG] = Object.keys(ABOUT) as [string, string];

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
  types: ["aws_vpc", ASSOCIATION, CONFIG],

  check(resource, context) {
    const about = ABOUT[resource.type];
    if (about === undefined) return isFirewalled(resource, context);
    const ofStack = ({ stack }: Resource) => stack === resource.stack;
    return resource.value(about).mustReferTo("a network of its stack", ["aws_vpc"], ofStack);
  },
};

function isFirewalled(vpc: Resource, context: Context): Verdict {
  const { named, perhaps } = attachedTo(vpc, context, ASSOCIATION, ABOUT[ASSOCIATION]!);
  const config = attachedTo(vpc, context, CONFIG, ABOUT[CONFIG]!);
  return all(
    mustHave(
      vpc.root.at,
      `an ${ASSOCIATION} of this network`,
      named.length > 0 ? "yes" : perhaps.length > 0 ? "unknown" : "no",
    ),
    ...named.map((association) => association.value("mutation_protection").mustBe("ENABLED")),
    judgeOne(config, vpc, `one ${CONFIG} of this network`, (one) => one.value("firewall_fail_open").mustBe("DISABLED")),
  );
}
