import { Route53ResolverQueryLogConfig } from "@cdktf/provider-aws/lib/route53-resolver-query-log-config";
import { Route53ResolverQueryLogConfigAssociation } from "@cdktf/provider-aws/lib/route53-resolver-query-log-config-association";
import { Construct } from "constructs";
import type { AuditSinks } from "../../config/names";
import { RegionLock } from "../region/region-lock";

export interface DnsQueryLogShippingProps {
  readonly vpcId: string;
  readonly sinks: AuditSinks;
}

/**
 * Guarantee: every name that is looked up in the network is delivered to the monitor.
 *
 * Emits `aws_route53_resolver_query_log_config` and its association: without one the other logs nothing.
 * Controls: D29, D34.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-choosing-target-resource.html
 */
export class DnsQueryLogShipping extends Construct {
  constructor(scope: Construct, id: string, { vpcId, sinks }: DnsQueryLogShippingProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    const config = new Route53ResolverQueryLogConfig(this, "config", {
      name: lock.name("dns-queries"),
      destinationArn: `${sinks.archiveBucketArn}/${lock.stack}`,
    });
    new Route53ResolverQueryLogConfigAssociation(this, "association", {
      resolverQueryLogConfigId: config.id,
      resourceId: vpcId,
    });
  }
}
