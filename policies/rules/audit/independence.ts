import type { Estate } from "../../../config/estate";
import { auditSources } from "../../../config/names";
import { MONITOR, operatorPlaces } from "../../../config/places";
import { once } from "../../once";
import { grants } from "../../access/question";
import type { Answer } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, notApplicable, pass, type Verdict } from "../../verdict";
import { beyond } from "../beyond";
import { worldOf } from "../estate-world";
import { principalsOf } from "./named-principals";
import { nothingGranted } from "../nothing-granted";
import { policiesOf, type WrittenPolicy } from "../policy-values";

const operatedAccounts = once((estate: Estate) => operatorPlaces(estate).map(({ account }) => account));
const forwardingRoles = once((estate: Estate) => auditSources(estate).map(({ alertRoleArn }) => alertRoleArn));

export const independence: EachResource = {
  kind: "each",
  id: "AUD-018",
  title: "Nothing of the monitor's is in an account of the operator's, or lets a principal of the operator's in",
  severity: "critical",
  controls: ["D32", "E40"],
  rationale:
    "The monitor is there because the operator cannot be its own witness. A role, a key or a bucket of the monitor's that the operator can use makes it one again.",
  remediation: "Let the monitor's own roles administer what it keeps; let other parties in with an external id alone.",
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html"],
  construct: "audit/audit-archive",
  types: [],

  check(resource, context) {
    if (resource.stack !== MONITOR) return notApplicable(resource.root.at);
    const { estate } = context;
    const operated = operatedAccounts(estate);
    if (operated.includes(resource.account) || operated.includes(estate.monitor.account)) {
      return fail(resource.root.at, resource.account, "an account that the operator does not have");
    }
    return all(
      pass(resource.root.at),
      ...principalsOf(resource).map((principal) => isNotOf(principal, operated, context)),
      ...policiesOf(resource, "resource").map((policy) => keepsOut(policy, operated, context)),
      ...policiesOf(resource, "trust").map((policy) => asksForExternalId(policy, operated, context)),
    );
  },
};

function isNotOf(principal: Value, operated: readonly string[], { estate }: Context): Verdict {
  const operators = [...operated, estate.organization.id, "*"];
  return principal.mustSatisfy("no principal of the operator's", ({ text = "" }): Answer => {
    if (hasHole(text)) return "unknown";
    return operators.some((part) => text.includes(part)) ? "no" : "yes";
  });
}

/** The operator's forwarding roles, and they alone, put their alerts onto the monitor's bus. */
function keepsOut({ value, document }: WrittenPolicy, operated: readonly string[], context: Context): Verdict {
  // A permission for a role that the policy does not name excuses nothing in it.
  const text = JSON.stringify(document);
  const roles = forwardingRoles(context.estate).filter((role) => text.includes(role));
  const Condition = { ArnEquals: { "aws:PrincipalArn": roles } };
  const permitted = roles.length > 0 ? [{ Principal: "*" as const, Action: ["events:PutEvents"], Condition }] : [];
  const rest = beyond(document, permitted);
  const question = { ...asking(value.resource, operated, context), actions: ["*"] };
  return nothingGranted(value.at, grants(rest, question), "no principal of the operator's");
}

function asksForExternalId({ value, document }: WrittenPolicy, operated: readonly string[], context: Context): Verdict {
  const question = { ...asking(value.resource, operated, context), actions: ["sts:*"] };
  const { account } = context.estate.monitor;
  const strangers = { ...question, principals: [{ kind: "outside", accounts: [account] }] as const };
  return all(
    nothingGranted(value.at, grants(document, question), "no principal of the operator's"),
    nothingGranted(
      value.at,
      grants(document, { ...strangers, context: { "sts:ExternalId": "absent" } }),
      "an external id from whoever is of another account",
    ),
  );
}

function asking(resource: Resource, operated: readonly string[], { estate }: Context) {
  return {
    principals: operated.map((account) => ({ kind: "account", account }) as const),
    resources: ["*"],
    world: worldOf(estate, resource.account),
  };
}
