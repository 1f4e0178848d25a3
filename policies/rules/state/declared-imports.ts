import { operatorPlaces, ORGANIZATION } from "../../../config/places";
import type { EachResource } from "../../policy";
import { hasHole, legible } from "../../model/symbolic";
import { fail, notApplicable, pass, undecided } from "../../verdict";

export const declaredImports: EachResource = {
  kind: "each",
  id: "STA-009",
  title: "Nothing that exists already is taken over but the declared organization and its accounts",
  severity: "high",
  controls: ["G55", "E43"],
  rationale:
    "What was made elsewhere may already be shared, open or copied; taken over, it would pass for something that this program made.",
  remediation: "Declare the account, or create the resource anew.",
  sources: ["https://developer.hashicorp.com/terraform/language/import"],
  construct: "organization/adopted-organization",
  types: [],

  check({ importedId, root, stack, type }, { estate }) {
    if (importedId === undefined) return notApplicable(root.at);
    const declared: Readonly<Record<string, readonly string[]>> = {
      aws_organizations_organization: [estate.organization.id],
      aws_organizations_account: operatorPlaces(estate).map(({ account }) => account),
    };
    const allowed = stack === ORGANIZATION ? (declared[type] ?? []) : [];
    const expected = allowed.length > 0 ? `one of ${allowed.join(", ")}` : "nothing that exists already";
    if (allowed.includes(importedId)) return pass(root.at);
    if (allowed.length > 0 && hasHole(importedId)) return undecided(root.at, legible(importedId), expected);
    return fail(root.at, `the import of ${legible(importedId)}`, expected);
  },
};
