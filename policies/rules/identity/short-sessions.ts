import type { EachResource } from "../../policy";
import { notApplicable, pass } from "../../verdict";
import { admitsPeople } from "./access-trust";

/** The least that IAM offers, and its default. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const HOUR_SECONDS = 3600;

export const shortSessions: EachResource = {
  kind: "each",
  id: "IDN-006",
  title: "A person's session ends within the hour",
  severity: "medium",
  controls: ["E40"],
  rationale:
    "A session outlives what it was granted for: it goes on after the person has left the country, the team or the company. An hour is the shortest limit that IAM offers.",
  remediation: "Build the role with DataAccessRole.",
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html#id_roles_use_view-role-max-session"],
  construct: "identity/data-access-role",
  types: ["aws_iam_role"],

  check(role, context) {
    if (admitsPeople(role, context).answer === "no") return notApplicable(role.root.at);
    const limit = role.value("max_session_duration");
    return limit.isAbsent ? pass(limit.at) : limit.mustBe(HOUR_SECONDS);
  },
};
