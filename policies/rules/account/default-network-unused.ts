import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { fail, pass, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";

const DEFAULTS = ["aws_default_vpc", "aws_default_subnet", "aws_default_vpc_dhcp_options"];
/** Made in the account's default network where they name no other one, each with what names one. */
const FALLS_BACK: Readonly<Record<string, readonly string[]>> = {
  aws_dax_cluster: ["subnet_group_name"],
  aws_db_instance: ["db_subnet_group_name", "replicate_source_db"],
  aws_dms_replication_instance: ["replication_subnet_group_id"],
  aws_docdb_cluster: ["db_subnet_group_name"],
  aws_elasticache_cluster: ["subnet_group_name", "replication_group_id"],
  aws_elasticache_replication_group: ["subnet_group_name"],
  aws_instance: ["subnet_id", "network_interface", "launch_template"],
  aws_memorydb_cluster: ["subnet_group_name"],
  aws_neptune_cluster: ["neptune_subnet_group_name"],
  aws_rds_cluster: ["db_subnet_group_name"],
  aws_redshift_cluster: ["cluster_subnet_group_name"],
  aws_security_group: ["vpc_id"],
};
const EXPECTED = "a network of the stack's own";

export const defaultNetworkUnused: WholeEstate = {
  kind: "whole",
  id: "ACC-009",
  title: "Nothing uses the default network that AWS gives every account",
  severity: "high",
  controls: ["G51", "C20"],
  rationale:
    "The default network is open to the internet, in every zone of the region, and nobody audits it: what runs there is outside every wall of the site.",
  remediation: "Put it into the IsolatedSegment of its stack.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"],
  construct: "network/isolated-segment",

  check({ model }) {
    const used = model
      .resources(...DEFAULTS)
      .map(({ root, type }) => fail(root.at, `a resource of type ${type}`, EXPECTED));
    const named = model.resources(...Object.keys(FALLS_BACK)).map(namesNetwork);
    return [...model.stacks.map((stack) => pass(stackAt(stack))), ...used, ...named];
  },
};

function namesNetwork(resource: Resource): Verdict {
  const [first, ...others] = FALLS_BACK[resource.type]!.map((attribute) => resource.value(attribute));
  const value = others.find((other) => !other.isAbsent) ?? first!;
  return value.isAbsent || value.isUnknown ? value.mustSatisfy(EXPECTED, () => false) : pass(value.at);
}
