import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpointService } from "@cdktf/provider-aws/lib/vpc-endpoint-service";
import { VpcEndpointServiceAllowedPrincipal } from "@cdktf/provider-aws/lib/vpc-endpoint-service-allowed-principal";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import type { AuditSinks } from "../../config/names";
import { globalArn } from "../../config/place";
import type { DataKey } from "../encryption/data-key";
import { GuaranteeError } from "../guarantee-error";
import { RegionLock } from "../region/region-lock";
import { GatewayInspection } from "./gateway-inspection";
import type { IsolatedSegment } from "./isolated-segment";

const HTTPS = 443;
/** A consumer's endpoint has an address of its own network, which is private and not known here. */
const PRIVATE_NETWORKS = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** Who may connect, and the declared flow that says so. */
export interface Consumer {
  readonly flowId: string;
  readonly account: string;
}

export interface SecurityGatewayProps {
  readonly segment: IsolatedSegment;
  /** Encrypts the firewall's rules. */
  readonly key: DataKey;
  readonly sinks: AuditSinks;
  /** The declared flows' consumers: a site without one has no gateway. */
  readonly consumers: readonly Consumer[];
}

/**
 * Guarantee: the segment's single door. Only the accounts of declared flows can ask for a connection,
 * each must be accepted by hand, and what comes through is inspected and logged to the monitor.
 *
 * Emits `aws_vpc_endpoint_service` with its allowed principals, the internal `aws_lb` behind it, whose
 * targets workloads register themselves, and `GatewayInspection`.
 * Controls: A9, C20, C26, H61.
 *
 * @throws gateway.no-flow when there is no consumer
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html
 */
export class SecurityGateway extends Construct {
  /** Where workloads register to be reached. */
  readonly targetGroupArn: string;

  constructor(scope: Construct, id: string, props: SecurityGatewayProps) {
    super(scope, id);
    if (props.consumers.length === 0) {
      throw new GuaranteeError(
        "gateway.no-flow",
        this.node.path,
        "'consumers' must name who a declared flow lets in, got none; declare a flow, or build no gateway",
      );
    }
    const { segment, key, sinks } = props;
    const balancer = this.loadBalancer(segment);
    this.targetGroupArn = this.forwardHttps(balancer, segment);
    new GatewayInspection(this, "inspection", { segment, key, sinks });
    const service = new VpcEndpointService(this, "service", {
      acceptanceRequired: true,
      networkLoadBalancerArns: [balancer.arn],
      tags: { Name: RegionLock.of(this).name("gateway") },
    });
    for (const { flowId, account } of props.consumers) {
      new VpcEndpointServiceAllowedPrincipal(this, `consumer-${flowId}`, {
        vpcEndpointServiceId: service.id,
        principalArn: globalArn({ ...RegionLock.of(this).place, account }, "iam", "root"),
      });
    }
  }

  private loadBalancer(segment: IsolatedSegment): Lb {
    const group = new SecurityGroup(this, "security-group", {
      name: RegionLock.of(this).name("gateway"),
      description: "The gateway: HTTPS from consumers to workloads",
      vpcId: segment.vpcId,
    });
    const https = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: HTTPS, toPort: HTTPS };
    PRIVATE_NETWORKS.forEach((cidrIpv4, index) => {
      new VpcSecurityGroupIngressRule(this, `from-consumers-${index}`, {
        ...https,
        cidrIpv4,
        description: "HTTPS from consumers",
      });
    });
    segment.tiers.workload.subnets.forEach(({ cidr }, index) => {
      new VpcSecurityGroupEgressRule(this, `to-workloads-${index}`, {
        ...https,
        cidrIpv4: cidr,
        description: "HTTPS to workloads",
      });
    });
    return new Lb(this, "balancer", {
      // 32 characters at most: the stack's id has up to 20.
      name: `${RegionLock.of(this).stack}-gateway`,
      internal: true,
      loadBalancerType: "network",
      subnets: segment.tiers.gateway.subnets.map((subnet) => subnet.id),
      securityGroups: [group.id],
      enableDeletionProtection: true,
      enableCrossZoneLoadBalancing: true,
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on",
    });
  }

  private forwardHttps(balancer: Lb, segment: IsolatedSegment): string {
    const targets = new LbTargetGroup(this, "targets", {
      name: `${RegionLock.of(this).stack}-gateway`,
      port: HTTPS,
      protocol: "TCP",
      targetType: "ip",
      vpcId: segment.vpcId,
      preserveClientIp: "false",
      healthCheck: { protocol: "TCP" },
    });
    new LbListener(this, "listener", {
      loadBalancerArn: balancer.arn,
      port: HTTPS,
      // Passed through: TLS ends at the workload, so that nothing in between holds a certificate or sees data.
      protocol: "TCP",
      defaultAction: [{ type: "forward", targetGroupArn: targets.arn }],
    });
    return targets.arn;
  }
}
