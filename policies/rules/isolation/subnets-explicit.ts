import type { EachResource } from "../../policy";
import { all } from "../../verdict";
import { attachedTo, judgeOne } from "./attached";

const ACL = "aws_network_acl";

export const subnetsExplicit: EachResource = {
  kind: "each",
  id: "ISO-009",
  title: "A subnet has a route table and a network ACL of its own choosing",
  severity: "medium",
  controls: ["C21"],
  rationale:
    "A subnet that names none gets the network's defaults, and whoever changes those changes what its data can reach.",
  remediation: "Let IsolatedSegment make the subnet: its tiers associate both.",
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
  ],
  construct: "network/subnet-tier",
  types: ["aws_subnet"],

  check(subnet, context) {
    const inline = attachedTo(subnet, context, ACL, "subnet_ids");
    const associated = attachedTo(subnet, context, "aws_network_acl_association", "subnet_id");
    const acls = {
      named: [...inline.named, ...associated.named],
      perhaps: [...inline.perhaps, ...associated.perhaps],
    };
    const tables = attachedTo(subnet, context, "aws_route_table_association", "subnet_id");
    return all(
      judgeOne(tables, subnet, "one aws_route_table_association of this subnet", (association) =>
        association.value("route_table_id").mustReferTo("a route table", ["aws_route_table"], ofStack(subnet.stack)),
      ),
      judgeOne(acls, subnet, `one ${ACL} of this subnet`, (acl) =>
        acl.type === ACL
          ? acl.value("vpc_id").mustReferTo("the segment's network", ["aws_vpc"], ofStack(subnet.stack))
          : acl.value("network_acl_id").mustReferTo("a network ACL", [ACL], ofStack(subnet.stack)),
      ),
    );
  },
};

const ofStack = (stack: string) => (target: { readonly stack: string }) => target.stack === stack;
