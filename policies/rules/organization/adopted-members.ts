import type { StackPlace } from "../../../config/places";
import type { Resource } from "../../model/resource";
import { hasHole, legible } from "../../model/symbolic";
import type { WholeEstate } from "../../policy";
import type { Context } from "../../context";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { existingId, memberPlaces, memberResource, ofEveryMember, organizationAt } from "./members";
import { lineageOf } from "./targets";

export const adoptedMembers: WholeEstate = {
  kind: "whole",
  id: "ORG-001",
  title:
    "The declared accounts, and no others, exist already, are members of the organization, and are never closed by Terraform",
  severity: "high",
  controls: ["E43", "G53"],
  rationale:
    "An account that Terraform creates is one that nobody declared; one that it closes takes its users' data with it; and one that is outside every unit has no guardrail.",
  remediation: "Build the account with AdoptedOrganization, which imports it into its unit and never closes it.",
  sources: [
    "https://developer.hashicorp.com/terraform/language/import",
    "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/organizations_account",
  ],
  construct: "organization/adopted-organization",

  check(context) {
    return [...ofEveryMember(context, (member) => adopted(member, context)), ...strangers(context)];
  },
};

function adopted(member: StackPlace, context: Context): Verdict {
  const account = memberResource(member, context);
  if (!account) return fail(organizationAt, "nothing", `an imported account ${member.account}, of ${member.stack}`);
  const { exists, root } = account;
  return all(
    exists === "yes" ? pass(root.at) : undecided(root.at, "a number that an expression decides", "one account"),
    account.value("close_on_deletion").mustNotBe(true),
    isKept(account),
    isPlaced(account, context),
  );
}

/** Accounts that nobody declared: in the organization, they are trusted like its own. */
function strangers(context: Context): readonly Verdict[] {
  const declared = memberPlaces(context).map((member) => memberResource(member, context));
  const others = context.model.resources("aws_organizations_account").filter((account) => !declared.includes(account));
  return others.map((account) => {
    const id = existingId(account) ?? "an account that is created";
    const expected = "no account but the declared ones";
    return hasHole(id) ? undecided(account.root.at, legible(id), expected) : fail(account.root.at, id, expected);
  });
}

/** A plan does not carry it: there the configuration is judged beside. */
function isKept(account: Resource): Verdict {
  const lifecycle = account.value("lifecycle");
  if (account.importedId === undefined) return pass(lifecycle.at);
  return lifecycle.value("prevent_destroy").mustBe(true);
}

/** In a unit, or under the root: the guardrails themselves say what binds it there. */
function isPlaced(account: Resource, context: Context): Verdict {
  const expected = "a unit or the root of the organization";
  const last = lineageOf(account, context).at(-1)!;
  if (last === "root") return pass(account.value("parent_id").at);
  const { at, isAbsent, legible } = last.value("parent_id");
  return isAbsent ? fail(at, "nothing", expected) : undecided(at, `what is not in the output: ${legible}`, expected);
}
