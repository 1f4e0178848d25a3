import type { Access } from "../../../config/estate";
import type { Context } from "../../context";
import type { WholeEstate } from "../../policy";
import { fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { accessesAt, letsIn } from "./access-trust";

export const declaredAccessRoles: WholeEstate = {
  kind: "whole",
  id: "IDN-004",
  title: "Every declared access has a role that lets its people in until its last day",
  severity: "medium",
  controls: ["E40", "E41"],
  rationale:
    "Where the declared way in does not work, people find another one, and that one is neither dated nor watched.",
  remediation: "Let the stack build a DataAccessRole for each declared access.",
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html"],
  construct: "identity/data-access-role",

  check(context) {
    return context.model.stacks.flatMap((stack) => {
      const accesses = accessesAt(context, stack);
      const none = [notApplicable({ stack, address: "stack", jsonPath: "" })];
      return accesses.length === 0 ? none : accesses.map((access) => roleOf(access, context));
    });
  },
};

function roleOf(access: Access, context: Context): Verdict {
  const at = { stack: access.at, address: "stack", jsonPath: "" };
  const expected = `a role for access '${access.id}' that lets in ${access.role} of ${access.countryOfWork}`;
  const roles = context.model.resourcesIn(access.at, "aws_iam_role");
  const answers = roles.map((role) => {
    const days = [context.today, access.expires].map((day) => letsIn(role, access, day, context).answer);
    if (role.exists !== "yes" || days.includes("unknown")) return "unknown";
    return days.every((answer) => answer === "yes") ? "yes" : "no";
  });
  const found = roles[answers.indexOf("yes")];
  if (found) return pass(found.root.at);
  const doubtful = roles.find(
    (role, index) => answers[index] === "unknown" && isMeantFor(access, role.tag("access").text),
  );
  if (doubtful) return undecided(doubtful.value("assume_role_policy").at, "who is let in cannot be known", expected);
  const meant = roles.find((role) => role.tag("access").text === access.id);
  return meant
    ? fail(meant.value("assume_role_policy").at, "it does not let them in", expected)
    : fail(at, "no role", expected);
}

/** A role that says for which access it is settles it; one that does not may be for any. */
function isMeantFor(access: Access, tag: string | undefined): boolean {
  return tag === undefined || tag === access.id;
}
