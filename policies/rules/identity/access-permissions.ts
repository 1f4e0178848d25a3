import { allowsAny } from "../../access/evaluate";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, notApplicable, pass, undecided } from "../../verdict";
import { denialOf } from "../denial-of";
import { worldOf } from "../estate-world";
import { nothingGranted } from "../nothing-granted";
import { accessesAt, admitsPeople } from "./access-trust";
import { heldPolicies } from "./held-policies";
import { permittedReads } from "./permitted-reads";

export const accessPermissions: EachResource = {
  kind: "each",
  id: "IDN-005",
  title:
    "People can read the stores of their declared access through the segment's endpoints until its last day, and do nothing else",
  severity: "critical",
  controls: ["E40", "H62"],
  rationale:
    "A declared access is for reading, of one site, from inside its segment. Whoever can write, reach another store, or come from anywhere has more of somebody's data than was ever agreed to.",
  remediation: "Build the role with DataAccessRole, and give it no other policy.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce",
  ],
  construct: "identity/data-access-role",
  types: ["aws_iam_role"],

  check(role, context) {
    if (admitsPeople(role, context).answer === "no") return notApplicable(role.root.at);
    const { written, unread } = heldPolicies(role, context);
    const documents = [...written.map(({ document }) => document), permittedDenied(role, context)];
    const found = allowsAny(
      { identity: documents },
      {
        principals: [{ kind: "principal", arn: String(role.attribute("arn")) }],
        actions: ["*"],
        resources: ["*"],
        world: worldOf(context.estate, role.account),
      },
    );
    const expected = "reading of this access's stores through its endpoints until its last day";
    const at = written[0]?.value.at ?? role.root.at;
    return all(
      pass(role.root.at),
      nothingGranted(at, [found], expected),
      ...unread.map((value) => undecided(value.at, `a policy that is not in the output: ${value.legible}`, expected)),
    );
  },
};

function permittedDenied(role: Resource, context: Context) {
  const accesses = accessesAt(context, role.stack);
  return denialOf(accesses.flatMap((access) => permittedReads(access, role, context)));
}
