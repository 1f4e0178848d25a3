import { deployRoleArn, drainPath } from "../../config/names";
import { globalArn } from "../../config/place";
import { organizationPlace, type StackPlace } from "../../config/places";
import { parsePolicy, type PolicyDocument } from "../access/document";
import type { Layers } from "../access/layers";
import type { Principal } from "../access/principal";
import { declaredPlaces, type Context } from "../context";
import type { Resource } from "../model/resource";
import { heldPolicies } from "../rules/identity/held-policies";
import { policiesOf } from "../rules/policy-values";

/** Somebody who makes requests, with what their own account lets them do. */
export interface Actor {
  readonly principal: Principal;
  /** Undefined for services and whoever is anonymous. */
  readonly account?: string;
  /** Where they call AWS, unless a circumstance says otherwise; undefined where the resource is. */
  readonly region?: string;
  readonly identity: readonly PolicyDocument[];
  readonly boundary?: PolicyDocument;
  /** Whom a service acts for. */
  readonly sourceAccount?: string;
}

/**
 * Of a role that the output does not hold, the worst is assumed: that its own account lets it do everything.
 */
const EVERYTHING = parsePolicy({
  Version: "2012-10-17",
  Statement: [{ Sid: "Everything", Effect: "Allow", Action: "*", Resource: "*" }],
});

/**
 * @param name e.g. `administrator of dublin`, `cloudtrail.amazonaws.com for dublin`
 * @throws Error for a name that nobody has
 */
export function actorOf(name: string, context: Context): Actor {
  if (name === "anonymous") return { principal: { kind: "anonymous" }, identity: [] };
  const [, what = "", stack = ""] = /^(.*) (?:of|for) ([\w-]+)$/.exec(name) ?? [];
  if (what.endsWith(".amazonaws.com")) {
    const account = stack === "a-stranger" ? STRANGER : placeOf(stack, context).account;
    return { principal: { kind: "service", service: what }, identity: [], sourceAccount: account };
  }
  const actor = fixedActors(context)[name] ?? memberActor(what, stack, context);
  if (!actor) throw new Error(`nobody in the matrix is called ${name}`);
  return actor;
}

/** An account of nobody whom the estate declares. */
export const STRANGER = "888888888888";

function fixedActors({ estate }: Context): Readonly<Record<string, Actor>> {
  const { organization, monitor } = estate;
  const role = (account: string, name: string) =>
    assumed(globalArn({ ...organizationPlace(estate), account }, "iam", `role/${name}`));
  return {
    "break-glass": assumed(organization.breakGlassRoleArn),
    "people who signed in": assumed(organization.peopleRoleArn),
    "the monitor's auditor": assumed(monitor.auditorPrincipals[0]!),
    "another role of the monitor's": role(monitor.account, "intern"),
    "the parent company": role(estate.counterparties[0]!.account, "administrator"),
    "a stranger": role(STRANGER, "administrator"),
  };
}

function memberActor(what: string, stack: string, context: Context): Actor | undefined {
  const place = placeOf(stack, context);
  const { estate } = context;
  const role = (name: string) => globalArn(place, "iam", `role/${name}`);
  switch (what) {
    case "administrator":
      return assumed(role("administrator"), place);
    case "root user":
      return { ...assumed(globalArn(place, "iam", "root"), place), principal: rootOf(place) };
    case "deploy role":
      return assumed(deployRoleArn(estate, place), place);
    case "drain operator":
      return assumed(drainPath(estate).operatorRoleArn, place);
    case "drain role with every permission":
      return assumed(drainPath(estate).replicationRoleArn, place);
    case "AWS Config":
      return assumed(role("aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"), place);
    case "Access Analyzer":
      return assumed(role("aws-service-role/access-analyzer.amazonaws.com/AWSServiceRoleForAccessAnalyzer"), place);
    case "workload":
      return { ...assumed(role("workload"), place), boundary: boundaryIn(stack, context) };
    case "GitHub's token":
      return { principal: { kind: "federated", provider: providerIn(place) }, identity: [] };
    default:
      return declaredRole(what, place, context);
  }
}

const providerIn = (place: StackPlace) => globalArn(place, "iam", "oidc-provider/token.actions.githubusercontent.com");

const rootOf = (place: StackPlace): Principal => ({ kind: "root", arn: globalArn(place, "iam", "root") });

function assumed(arn: string, place?: StackPlace): Actor {
  const account = arn.split(":")[4]!;
  return { principal: { kind: "role", arn }, account, region: place?.region, identity: [EVERYTHING] };
}

/** A role of the output with the policies that it has there. */
function declaredRole(purpose: string, place: StackPlace, context: Context): Actor | undefined {
  const name = `${context.estate.organization.prefix}-${place.stack}-${purpose}`;
  const role = context.model
    .resources("aws_iam_role")
    .find((each) => each.stack === place.stack && each.value("name").text === name);
  if (!role) return undefined;
  return {
    principal: { kind: "role", arn: globalArn(place, "iam", `role/${name}`) },
    account: place.account,
    region: place.region,
    identity: heldPolicies(role, context).written.map(({ document }) => document),
    ...boundaryOf(role),
  };
}

function boundaryOf(role: Resource): Pick<Layers, "boundary"> {
  const target = role.value("permissions_boundary").target("aws_iam_policy");
  return target.kind === "resource" ? { boundary: policiesOf(target.resource, "identity")[0]!.document } : {};
}

function boundaryIn(stack: string, { model }: Context): PolicyDocument {
  const found = model
    .resources("aws_iam_policy")
    .find((policy) => policy.stack === stack && policy.value("name").text?.endsWith("workload-boundary"));
  if (!found) throw new Error(`${stack} has no boundary of workloads`);
  return policiesOf(found, "identity")[0]!.document;
}

/** @throws Error for a stack that the estate does not declare */
export function placeOf(stack: string, { estate }: Context): StackPlace {
  const place = declaredPlaces(estate).find((each) => each.stack === stack);
  if (!place) throw new Error(`the estate declares no stack ${stack}`);
  return place;
}
