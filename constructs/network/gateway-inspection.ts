import { NetworkfirewallFirewall } from "@cdktf/provider-aws/lib/networkfirewall-firewall";
import { NetworkfirewallFirewallPolicy } from "@cdktf/provider-aws/lib/networkfirewall-firewall-policy";
import { NetworkfirewallLoggingConfiguration } from "@cdktf/provider-aws/lib/networkfirewall-logging-configuration";
import { NetworkfirewallRuleGroup } from "@cdktf/provider-aws/lib/networkfirewall-rule-group";
import { Route } from "@cdktf/provider-aws/lib/route";
import { Construct } from "constructs";
import type { AuditSinks } from "../../config/names";
import type { DataKey } from "../encryption/data-key";
import { RegionLock } from "../region/region-lock";
import type { IsolatedSegment } from "./isolated-segment";
import type { TierSubnet } from "./subnet-tier";

const HTTPS = 443;
/** Room for rules; it can never be changed afterwards. @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/rule-group-managing.html */
const RULE_CAPACITY = 100;
/** Of the three kinds of log, the two that this firewall's rules give rise to. */
const LOG_TYPES = ["ALERT", "FLOW"];

export interface GatewayInspectionProps {
  readonly segment: IsolatedSegment;
  readonly key: DataKey;
  readonly sinks: AuditSinks;
}

/**
 * Guarantee: what passes between the gateway's subnets and the workloads' passes a firewall, in both
 * directions; it lets HTTPS from the gateway to the workloads through, drops everything else, and the
 * monitor sees both.
 *
 * Emits `aws_networkfirewall_firewall` with its policy, rules and logging, and the routes that lead
 * through it: each is more specific than the segment's own.
 * Controls: C20, H57, H60.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-two-zone-igw.html
 */
export class GatewayInspection extends Construct {
  constructor(scope: Construct, id: string, props: GatewayInspectionProps) {
    super(scope, id);
    const { segment, key, sinks } = props;
    key.allowGrantsThrough("network-firewall");
    const name = RegionLock.of(this).name("gateway");
    const encryptionConfiguration = { type: "CUSTOMER_KMS", keyId: key.arn };
    const firewall = new NetworkfirewallFirewall(this, "firewall", {
      name,
      firewallPolicyArn: this.policy(segment, encryptionConfiguration).arn,
      vpcId: segment.vpcId,
      subnetMapping: segment.tiers.firewall.subnets.map((subnet) => ({ subnetId: subnet.id })),
      deleteProtection: true,
      subnetChangeProtection: true,
      firewallPolicyChangeProtection: true,
      encryptionConfiguration,
    });
    new NetworkfirewallLoggingConfiguration(this, "logging", {
      firewallArn: firewall.arn,
      loggingConfiguration: {
        logDestinationConfig: LOG_TYPES.map((logType) => ({
          logType,
          logDestinationType: "S3",
          logDestination: { bucketName: sinks.archiveBucket, prefix: RegionLock.of(this).stack },
        })),
      },
    });
    this.routeThrough(firewall, segment);
  }

  private policy(segment: IsolatedSegment, encryptionConfiguration: { readonly type: string; readonly keyId: string }) {
    const name = RegionLock.of(this).name("gateway");
    const rules = new NetworkfirewallRuleGroup(this, "rules", {
      name,
      type: "STATEFUL",
      capacity: RULE_CAPACITY,
      ruleGroup: {
        ruleVariables: {
          ipSets: [ipSet("GATEWAY", segment.tiers.gateway.subnets), ipSet("WORKLOAD", segment.tiers.workload.subnets)],
        },
        rulesSource: {
          rulesString: `pass tcp $GATEWAY any -> $WORKLOAD ${HTTPS} (msg:"HTTPS from the gateway"; sid:1; rev:1;)`,
        },
        statefulRuleOptions: { ruleOrder: "STRICT_ORDER" },
      },
      encryptionConfiguration,
    });
    return new NetworkfirewallFirewallPolicy(this, "policy", {
      name,
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
        statefulDefaultActions: ["aws:drop_strict", "aws:alert_strict"],
        statefulEngineOptions: { ruleOrder: "STRICT_ORDER", streamExceptionPolicy: "DROP" },
        statefulRuleGroupReference: [{ resourceArn: rules.arn, priority: 1 }],
      },
      encryptionConfiguration,
    });
  }

  /** There and back through the firewall of the gateway's zone: it must see both halves of a connection. */
  private routeThrough(firewall: NetworkfirewallFirewall, segment: IsolatedSegment): void {
    const { gateway, workload } = segment.tiers;
    gateway.subnets.forEach((from, zone) => {
      const vpcEndpointId = endpointIn(firewall, segment.tiers.firewall.subnets[zone]!);
      workload.subnets.forEach((to, other) => {
        const ways = {
          [`to-workload-${zone}-${other}`]: [from, to],
          [`to-gateway-${other}-${zone}`]: [to, from],
        } as const;
        for (const [id, [source, destination]] of Object.entries(ways)) {
          new Route(this, id, {
            routeTableId: source!.routeTableId,
            destinationCidrBlock: destination!.cidr,
            vpcEndpointId,
          });
        }
      });
    });
  }
}

const ipSet = (key: string, subnets: readonly TierSubnet[]) => ({
  key,
  ipSet: { definition: subnets.map(({ cidr }) => cidr) },
});

/** The firewall's endpoint in a subnet; AWS makes one for each as it deploys the firewall. */
function endpointIn(firewall: NetworkfirewallFirewall, subnet: TierSubnet): string {
  const attachments = `${firewall.fqn}.firewall_status[0].sync_states[*].attachment[0]`;
  return `\${one([for attachment in ${attachments} : attachment.endpoint_id if attachment.subnet_id == ${subnet.address}.id])}`;
}
