import { DefaultNetworkAcl } from "@cdktf/provider-aws/lib/default-network-acl";
import { DefaultRouteTable } from "@cdktf/provider-aws/lib/default-route-table";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";

export interface ClosedDefaultsProps {
  readonly vpc: Vpc;
}

/**
 * Guarantee: what AWS puts into every new network lets nothing through: whoever forgets to choose a
 * security group, a network ACL or a route table gets none.
 *
 * Emits `aws_default_security_group`, `aws_default_network_acl` and `aws_default_route_table`, all empty.
 * Controls: C21.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2
 */
export class ClosedDefaults extends Construct {
  constructor(scope: Construct, id: string, { vpc }: ClosedDefaultsProps) {
    super(scope, id);
    new DefaultSecurityGroup(this, "security-group", { vpcId: vpc.id });
    new DefaultNetworkAcl(this, "acl", {
      defaultNetworkAclId: vpc.defaultNetworkAclId,
      // Subnets join and leave it as theirs are created and deleted.
      lifecycle: { ignoreChanges: ["subnet_ids"] },
    });
    new DefaultRouteTable(this, "routes", { defaultRouteTableId: vpc.defaultRouteTableId, route: [] });
  }
}
