import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcBlockPublicAccessOptions } from "@cdktf/provider-aws/lib/vpc-block-public-access-options";
import { Token } from "cdktf";
import { Construct } from "constructs";
import type { AuditSinks } from "../../config/names";
import { DnsQueryLogShipping } from "../audit/dns-query-log-shipping";
import { FlowLogShipping } from "../audit/flow-log-shipping";
import { GuaranteeError } from "../guarantee-error";
import { RegionLock } from "../region/region-lock";
import { ClosedDefaults } from "./closed-defaults";
import { DnsFirewall } from "./dns-firewall";
import { TIERS, type Tier } from "./subnet-plan";
import { SubnetTier } from "./subnet-tier";

/** A segment is cut into sixteen subnets; below /20 the endpoints' addresses no longer fit into one. */
const SMALLEST_SEGMENT_BITS = 20;

export interface IsolatedSegmentProps {
  /** A private network of /16 to /20 that no other segment overlaps. */
  readonly cidr: string;
  /** One to three availability-zone ids of the region. */
  readonly zones: readonly string[];
  readonly sinks: AuditSinks;
}

/**
 * Guarantee: a network that nothing enters and nothing leaves: no gateway, no peering, no public
 * address, no default route and no name outside AWS's own in its region. What it does inside, and what
 * it tries, the monitor sees.
 *
 * Emits `aws_vpc`, four tiers of subnets, emptied defaults, `aws_vpc_block_public_access_options`, the
 * DNS firewall, flow logs and DNS query logs.
 * Controls: C19, C20, C21, C23, C26, D28, D29.
 *
 * @throws segment.no-zone when there is no zone, or more than three
 * @throws segment.cidr-too-small when the subnets would be too small
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 */
export class IsolatedSegment extends Construct {
  readonly vpcId: string;
  readonly cidr: string;
  readonly tiers: Readonly<Record<Tier, SubnetTier>>;

  constructor(scope: Construct, id: string, props: IsolatedSegmentProps) {
    super(scope, id);
    this.requireRoom(props);
    const { cidr, zones, sinks } = props;
    const vpc = new Vpc(this, "vpc", {
      cidrBlock: cidr,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: RegionLock.of(this).name("segment") },
    });
    this.vpcId = vpc.id;
    this.cidr = cidr;
    new VpcBlockPublicAccessOptions(this, "block-public-access", { internetGatewayBlockMode: "block-bidirectional" });
    new ClosedDefaults(this, "closed-defaults", { vpc });
    new DnsFirewall(this, "dns-firewall", { vpcId: vpc.id });
    new FlowLogShipping(this, "flow-logs", { vpcId: vpc.id, sinks });
    new DnsQueryLogShipping(this, "dns-query-logs", { vpcId: vpc.id, sinks });
    this.tiers = Object.fromEntries(
      TIERS.map((tier) => [tier, new SubnetTier(this, tier, { vpcId: vpc.id, tier, cidr, zones })]),
    ) as Record<Tier, SubnetTier>;
  }

  private requireRoom({ cidr, zones }: IsolatedSegmentProps): void {
    if (zones.length < 1 || zones.length > 3) {
      throw new GuaranteeError(
        "segment.no-zone",
        this.node.path,
        `'zones' must be one to three zone ids, got ${zones.length}; name the placement's`,
      );
    }
    if (!Token.isUnresolved(cidr) && Number(cidr.split("/")[1]) > SMALLEST_SEGMENT_BITS) {
      throw new GuaranteeError(
        "segment.cidr-too-small",
        this.node.path,
        `'cidr' must be a /${SMALLEST_SEGMENT_BITS} or larger, got ${cidr}; choose a larger network`,
      );
    }
  }
}
