import { Route53ResolverFirewallConfig } from "@cdktf/provider-aws/lib/route53-resolver-firewall-config";
import { Route53ResolverFirewallDomainList } from "@cdktf/provider-aws/lib/route53-resolver-firewall-domain-list";
import { Route53ResolverFirewallRule } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule";
import { Route53ResolverFirewallRuleGroup } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group";
import { Route53ResolverFirewallRuleGroupAssociation } from "@cdktf/provider-aws/lib/route53-resolver-firewall-rule-group-association";
import { Construct } from "constructs";
import { dnsSuffix } from "../../config/place";
import { RegionLock } from "../region/region-lock";

/** The first that is open to customers. @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_AssociateFirewallRuleGroup.html */
const FIRST_PRIORITY = 101;

export interface DnsFirewallProps {
  readonly vpcId: string;
}

/**
 * Guarantee: in this network the names of AWS's services in its own region resolve, and no other name
 * does; when the firewall cannot decide, nothing resolves.
 *
 * Emits `aws_route53_resolver_firewall_rule_group` with its two domain lists, its rules, its association
 * (protected against removal) and the configuration that fails closed.
 * Controls: C23.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html
 */
export class DnsFirewall extends Construct {
  constructor(scope: Construct, id: string, { vpcId }: DnsFirewallProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    const { region, partition } = lock.place;
    const group = new Route53ResolverFirewallRuleGroup(this, "rules", { name: lock.name("dns") });
    this.addRule(group, "aws-of-this-region", [`*.${region}.${dnsSuffix(partition)}.`], {
      priority: 100,
      action: "ALLOW",
    });
    this.addRule(group, "everything-else", ["*."], { priority: 200, action: "BLOCK", blockResponse: "NXDOMAIN" });
    new Route53ResolverFirewallRuleGroupAssociation(this, "association", {
      name: lock.name("dns"),
      firewallRuleGroupId: group.id,
      vpcId,
      priority: FIRST_PRIORITY,
      mutationProtection: "ENABLED",
    });
    new Route53ResolverFirewallConfig(this, "fail-closed", { resourceId: vpcId, firewallFailOpen: "DISABLED" });
  }

  private addRule(
    group: Route53ResolverFirewallRuleGroup,
    name: string,
    domains: string[],
    rule: { readonly priority: number; readonly action: string; readonly blockResponse?: string },
  ): void {
    const list = new Route53ResolverFirewallDomainList(this, `${name}-domains`, {
      name: RegionLock.of(this).name(name),
      domains,
    });
    new Route53ResolverFirewallRule(this, name, {
      name,
      firewallRuleGroupId: group.id,
      firewallDomainListId: list.id,
      ...rule,
    });
  }
}
