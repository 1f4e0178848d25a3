import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { Construct } from "constructs";
import type { Statement } from "../iam/policy-document";
import { LAMBDA_NETWORK_INTERFACES } from "../identity/lambda-network-interfaces";
import type { WorkloadBoundary } from "../identity/workload-boundary";
import type { IsolatedSegment } from "../network/isolated-segment";
import type { PrivateEndpoints } from "../network/private-endpoints";
import { RegionLock } from "../region/region-lock";

const HTTPS = 443;

/** The parts of a segment that a function needs. */
export interface FunctionSegment {
  readonly network: IsolatedSegment;
  readonly endpoints: PrivateEndpoints;
  readonly boundary: WorkloadBoundary;
}

export interface FunctionNetworkProps {
  /** The function's. */
  readonly name: string;
  readonly segment: FunctionSegment;
}

/**
 * Guarantee: a function has an address in the segment's workload subnets and nowhere else, accepts no
 * connection, and opens none but HTTPS to the segment's endpoints.
 *
 * Emits `aws_security_group` and its egress rules.
 * Controls: C20, C21.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export class FunctionNetwork extends Construct {
  readonly configuration: { readonly subnetIds: string[]; readonly securityGroupIds: string[] };
  /** What Lambda itself does in the function's role, and the function's code may not. */
  readonly permissions: readonly Statement[] = [LAMBDA_NETWORK_INTERFACES];

  constructor(scope: Construct, id: string, { name, segment }: FunctionNetworkProps) {
    super(scope, id);
    const group = new SecurityGroup(this, "security-group", {
      name: RegionLock.of(this).name(name),
      description: `The function ${name}: HTTPS to the segment's endpoints`,
      vpcId: segment.network.vpcId,
    });
    const https = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: HTTPS, toPort: HTTPS };
    new VpcSecurityGroupEgressRule(this, "to-segment", {
      ...https,
      description: "HTTPS to endpoints in the segment",
      cidrIpv4: segment.network.cidr,
    });
    segment.endpoints.storePrefixLists.forEach((prefixListId, index) => {
      new VpcSecurityGroupEgressRule(this, `to-store-${index}`, {
        ...https,
        description: "HTTPS to a store, through its gateway endpoint",
        prefixListId,
      });
    });
    this.configuration = {
      subnetIds: segment.network.tiers.workload.subnets.map((subnet) => subnet.id),
      securityGroupIds: [group.id],
    };
  }
}
