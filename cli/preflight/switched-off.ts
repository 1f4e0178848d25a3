import { ListRootsCommand, paginateListAWSServiceAccessForOrganization } from "@aws-sdk/client-organizations";
import type { Block } from "../../policies/model/source";
import type { Clients } from "./clients";
import type { Seen } from "./seen";

/** What the organization has on and the stack does not list: importing the organization, Terraform switches it off. */
export async function trustedServicesSeen({ organizations: client }: Clients, block: Block): Promise<Seen> {
  const on: string[] = [];
  for await (const { EnabledServicePrincipals } of paginateListAWSServiceAccessForOrganization({ client }, {})) {
    on.push(...(EnabledServicePrincipals ?? []).map(({ ServicePrincipal }) => ServicePrincipal!));
  }
  return seen(block, "aws_service_access_principals", "trusted services", on);
}

/** The same of types of policies, which no longer bind anybody then. */
export async function policyTypesSeen({ organizations }: Clients, block: Block): Promise<Seen> {
  const { Roots } = await organizations.send(new ListRootsCommand({}));
  const on = Roots![0]!.PolicyTypes!.filter(({ Status }) => Status === "ENABLED").map(({ Type }) => Type!);
  return seen(block, "enabled_policy_types", "policy types", on);
}

function seen({ address, body }: Block, attribute: string, what: string, on: readonly string[]): Seen {
  const listed = [body[attribute] ?? []].flat();
  const lost = on.filter((one) => !listed.includes(one)).sort();
  const message =
    lost.length === 0
      ? `the organization has no ${what} on but those that ${attribute} lists`
      : `the organization has ${what} on that ${attribute} does not list, and Terraform would switch them off: ${lost.join(", ")}`;
  return { address, outcome: lost.length === 0 ? "clear" : "lost", message, commands: [] };
}
