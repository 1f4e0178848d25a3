import { ENCLAVE, enclavePlace, ORGANIZATION, sitePlaces, type StackPlace } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { once } from "../../once";
import { notApplicable, type Location, type Verdict } from "../../verdict";

/** Every account of a site or of the enclave: a member of the organization, that guardrails must bind. */
export function memberPlaces({ estate }: Context): readonly StackPlace[] {
  return [...sitePlaces(estate), enclavePlace(estate)];
}

/** The account's resource, told by the id that it is imported with or that the plan knows. */
export function memberResource({ account }: StackPlace, { model }: Context): Resource | undefined {
  return accountsById(model).get(account);
}

const accountsById = once((model: Context["model"]): ReadonlyMap<string | undefined, Resource> => {
  const accounts = model.resources("aws_organizations_account").map((each) => [existingId(each), each] as const);
  // Of two with one id, the first.
  return new Map([...accounts].reverse());
});

/** Of what exists already: the id that it is imported with, or that the plan knows; undefined for what is created. */
export function existingId(resource: Resource): string | undefined {
  return resource.importedId ?? resource.exported("id").text;
}

export const organizationAt: Location = { stack: ORGANIZATION, address: "stack", jsonPath: "" };

/** One verdict or more of each member that is meant, all by default, where the organization's stack is judged at all. */
export function ofEveryMember(
  context: Context,
  judge: (member: StackPlace) => Verdict | readonly Verdict[],
  isMeant: (member: StackPlace) => boolean = () => true,
): readonly Verdict[] {
  if (!context.model.stacks.includes(ORGANIZATION)) {
    return [notApplicable({ ...organizationAt, stack: context.model.stacks[0] ?? ORGANIZATION })];
  }
  return memberPlaces(context).filter(isMeant).flatMap(judge);
}

/** Of the members, the enclave alone. */
export function isEnclave({ stack }: StackPlace): boolean {
  return stack === ENCLAVE;
}
