import { ENCLAVE } from "../../../config/places";
import type { Context } from "../../context";
import type { PolicyDocument } from "../../access/document";
import type { Resource } from "../../model/resource";
import { policiesOf } from "../policy-values";
import { isOfVisit, isVisit } from "./visits";

/** The stacks of segments, in which people and workloads act on user data: the sites' and the enclave's. */
export function segmentsOf({ model, estate }: Context): readonly string[] {
  const segments = [...estate.sites.map(({ id }) => id), ENCLAVE];
  return segments.filter((stack) => model.stacks.includes(stack));
}

/**
 * The policies that roles of a stack carry as their boundary, the monitor's apart; where no role carries one, every
 * policy of the stack that is not the monitor's.
 */
export function boundariesOf(stack: string, context: Context): readonly Resource[] {
  const here = (type: string) => context.model.resourcesIn(stack, type);
  const segments = here("aws_iam_role").filter((role) => !isVisit(role, context));
  const carried = segments.flatMap((role) => {
    const target = role.value("permissions_boundary").target("aws_iam_policy");
    return target.kind === "resource" ? [target.resource] : [];
  });
  return carried.length > 0
    ? [...new Set(carried)]
    : here("aws_iam_policy").filter((policy) => !isOfVisit(policy, context));
}

/** The boundary of a role, or of the role that a policy is for; nothing where none can be read. */
export function carriedBoundary(resource: Resource): PolicyDocument | undefined {
  const boundary = holderOf(resource)?.value("permissions_boundary").target("aws_iam_policy");
  return boundary?.kind === "resource" ? policiesOf(boundary.resource, "identity")[0]?.document : undefined;
}

/** The role itself, or the one that an inline policy is for; nothing where it is not known. */
export function holderOf(resource: Resource): Resource | undefined {
  if (resource.type === "aws_iam_role") return resource;
  const target = resource.value("role").target("aws_iam_role");
  return target.kind === "resource" ? target.resource : undefined;
}
