import { NetworkAcl, type NetworkAclEgress, type NetworkAclIngress } from "@cdktf/provider-aws/lib/network-acl";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Construct } from "constructs";
import { RegionLock } from "../region/region-lock";
import { subnetCidr, type Tier } from "./subnet-plan";

const HTTPS = 443;
/** Ports that answers come back to. @see https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html */
const EPHEMERAL = { fromPort: 1024, toPort: 65535 };

export interface SubnetTierProps {
  readonly vpcId: string;
  readonly tier: Tier;
  /** Of the whole segment. */
  readonly cidr: string;
  /** Availability-zone ids; one subnet is in each. */
  readonly zones: readonly string[];
}

/** A tier's subnet in one zone. */
export interface TierSubnet {
  readonly id: string;
  /** Its Terraform address, for expressions. */
  readonly address: string;
  readonly cidr: string;
  readonly routeTableId: string;
}

/**
 * Guarantee: a tier's subnets have no public addresses, no route out of the segment, and accept no
 * connection that comes from outside of it.
 *
 * Emits `aws_subnet`, `aws_route_table` and its association for each zone, and one `aws_network_acl`.
 * Controls: C20, C21.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export class SubnetTier extends Construct {
  readonly subnets: readonly TierSubnet[];

  constructor(scope: Construct, id: string, props: SubnetTierProps) {
    super(scope, id);
    this.subnets = props.zones.map((zone, index) => this.addSubnet(props, zone, index));
    new NetworkAcl(this, "acl", {
      vpcId: props.vpcId,
      subnetIds: this.subnets.map((subnet) => subnet.id),
      ...(props.tier === "workload" ? workloadRules(props.cidr) : segmentRules(props.cidr)),
      tags: { Name: RegionLock.of(this).name(props.tier) },
    });
  }

  private addSubnet({ vpcId, tier, cidr }: SubnetTierProps, zone: string, index: number): TierSubnet {
    const Name = `${RegionLock.of(this).name(tier)}-${zone}`;
    const cidrBlock = subnetCidr(cidr, tier, index);
    const subnet = new Subnet(this, zone, {
      vpcId,
      cidrBlock,
      availabilityZoneId: zone,
      mapPublicIpOnLaunch: false,
      assignIpv6AddressOnCreation: false,
      tags: { Name },
    });
    // No inline routes: what a table may route to is added, one by one, by what guarantees it.
    const table = new RouteTable(this, `${zone}-routes`, { vpcId, tags: { Name } });
    new RouteTableAssociation(this, `${zone}-association`, { subnetId: subnet.id, routeTableId: table.id });
    return { id: subnet.id, address: subnet.fqn, cidr: cidrBlock, routeTableId: table.id };
  }
}

interface Rules {
  readonly ingress: NetworkAclIngress[];
  readonly egress: NetworkAclEgress[];
}

const within = (cidr: string) => ({
  ruleNo: 100,
  action: "allow",
  protocol: "-1",
  cidrBlock: cidr,
  fromPort: 0,
  toPort: 0,
});

function segmentRules(cidr: string): Rules {
  return { ingress: [within(cidr)], egress: [within(cidr)] };
}

/**
 * Workloads also reach S3 and DynamoDB through gateway endpoints, whose addresses are public and which
 * a network ACL cannot name by their prefix list. No route leads to any other public address: what is
 * open here for HTTPS and its answers can reach those endpoints and nothing else.
 */
function workloadRules(cidr: string): Rules {
  const anywhere = { action: "allow", protocol: "tcp", cidrBlock: "0.0.0.0/0" };
  return {
    ingress: [within(cidr), { ...anywhere, ruleNo: 200, ...EPHEMERAL }],
    egress: [within(cidr), { ...anywhere, ruleNo: 200, fromPort: HTTPS, toPort: HTTPS }],
  };
}
