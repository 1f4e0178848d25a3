import { deployRoleArn } from "../../../config/names";
import { globalRegion } from "../../../config/audit-deliveries";
import { ENCLAVE, ORGANIZATION, type StackPlace } from "../../../config/places";
import type { Requests } from "../../access/request";
import { resourceType } from "../../catalogue/resource-type";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, notApplicable, type Verdict } from "../../verdict";
import { arnOf } from "../arn-of";
import { DEPLOYING_CALLS } from "./deploying-calls";
import { leftByOrganization } from "./left-by-organization";
import { memberPlaces, organizationAt } from "./members";

/** Services whose calls go to one region of the partition, wherever what they make is used. */
const GLOBAL = ["account", "iam"];

export const deploymentLeft: WholeEstate = {
  kind: "whole",
  id: "ORG-020",
  title: "The guardrails leave to the deploy role what it takes to deploy what is in the output",
  severity: "high",
  controls: ["F50", "G55"],
  rationale:
    "A guardrail that also stops the pipeline is found in the middle of a deployment, with half of a site there. It is then taken off in a hurry, for everybody.",
  remediation: "Except the deploy role of the account, by its whole name, from the denial that is named.",
  sources: [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html",
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  ],
  construct: "organization/guardrail-policies",

  check(context) {
    const resources = context.model.resources(...Object.keys(DEPLOYING_CALLS));
    if (resources.length === 0) return [notApplicable(organizationAt)];
    const members = new Map(memberPlaces(context).map((member) => [member.account, member]));
    return resources.map((resource) => canBeDeployed(resource, members.get(resource.account), context));
  },
};

function canBeDeployed(resource: Resource, member: StackPlace | undefined, context: Context): Verdict {
  const isJudged = context.model.stacks.includes(ORGANIZATION);
  if (!member || !isJudged || isClosed(resource, member, context)) return notApplicable(resource.root.at);
  const [first, ...others] = byService(DEPLOYING_CALLS[resource.type]!).map((actions) =>
    isLeft(actions, resource, member, context),
  );
  return all(first!, ...others);
}

/** What the enclave is denied on purpose: new stores while it is draining, and everything after its sunset. */
function isClosed({ type }: Resource, { stack }: StackPlace, { estate, today }: Context): boolean {
  const { phase, sunset } = estate.enclave;
  return stack === ENCLAVE && (today > sunset || (phase !== "serving" && resourceType(type)?.holds === "data"));
}

function isLeft(actions: readonly string[], resource: Resource, member: StackPlace, context: Context): Verdict {
  const { account, region } = resource;
  const requests = {
    principal: { kind: "role", arn: deployRoleArn(context.estate, member) } as const,
    actions,
    resource: arnOf(resource),
    context: saidOf(resource),
  };
  // The enclave's freeze is of a later day.
  const asked = { requests, account, resourceAccount: account, isOfToday: member.stack === ENCLAVE };
  const where = GLOBAL.includes(serviceOf(actions[0]!)) ? globalRegion(member) : region;
  return leftByOrganization({ ...asked, region: where }, resource.root.at, context);
}

/** What a call says of what it makes, as far as a guardrail asks. */
function saidOf(resource: Resource): Requests["context"] {
  if (resource.type !== "aws_kms_key") return {};
  const value = resource.value("multi_region");
  return { "kms:MultiRegion": [value.isAbsent ? "false" : (value.text ?? value.legible)] };
}

/** Calls of one service are made in one region. */
function byService(actions: readonly string[]): readonly (readonly string[])[] {
  const services = [...new Set(actions.map(serviceOf))];
  return services.map((service) => actions.filter((action) => serviceOf(action) === service));
}

function serviceOf(action: string): string {
  return action.split(":")[0]!;
}
