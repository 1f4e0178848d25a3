import { ENCLAVE } from "../../../config/places";
import { resourceType } from "../../catalogue/resource-type";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { notApplicable, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";

/** What `judge` says where the enclave's stack is judged; nothing is asked where it is not. */
export function ofEnclave(context: Context, judge: () => readonly Verdict[]): readonly Verdict[] {
  const { stacks } = context.model;
  return stacks.includes(ENCLAVE) ? judge() : stacks.map((stack) => notApplicable(stackAt(stack)));
}

/** Whether it is in the enclave's stack, or in its account by whatever stack. */
export function isInEnclave({ stack, account }: Resource, { estate }: Context): boolean {
  return stack === ENCLAVE || account === estate.enclave.account;
}

export function enclaveResources(context: Context): readonly Resource[] {
  return context.model.resources().filter((resource) => isInEnclave(resource, context));
}

/** Whether it holds data of users, or can: everything that does not say that its data are audit records. */
export function holdsUserData(resource: Resource): boolean {
  return resourceType(resource.type)?.holds !== "metadata" && resource.dataClass !== "audit";
}
