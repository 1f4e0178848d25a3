import type { EachResource } from "../../policy";
import { all, notApplicable } from "../../verdict";
import { GROUPS, securityGroupsClosed } from "./security-groups-closed";
import { valuesNamed } from "./values-named";

/** `vpc_security_group_ids` and the like, and the names that machines outside of any network of the output give. */
const NAMING = /(^|_)security_groups?(_ids?|_id_list|_arns|_names)?$/;
/** A switch, a set of rules of another service's, and what tells who may sign in. */
const OTHERS = ["associate_default_security_group", "use_opsworks_security_groups", "input_security_groups"];

export const ownGroups: EachResource = {
  kind: "each",
  id: "ISO-026",
  title: "What is in a network is guarded by the security groups of its own stack",
  severity: "high",
  controls: ["C20", "C21"],
  rationale:
    "Every rule of every group that is in the output was judged. Of one that is not, nobody knows whom it lets in.",
  remediation: "Name a security group of the stack.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html"],
  construct: "network/private-endpoints",
  types: [],

  check(resource) {
    // What a rule names is asked by the policy on rules.
    if (securityGroupsClosed.types.includes(resource.type)) return notApplicable(resource.root.at);
    const [first, ...others] = valuesNamed(resource, NAMING)
      .filter(({ jsonPath }) => !OTHERS.some((other) => jsonPath.endsWith(other)))
      .map((group) =>
        group.mustReferTo("a security group of its stack", GROUPS, ({ stack }) => stack === resource.stack),
      );
    return first ? all(first, ...others) : notApplicable(resource.root.at);
  },
};
