import { dayAfter } from "../../config/calendar";
import { globalArn } from "../../config/place";
import { organizationPlace } from "../../config/places";
import { evaluate } from "../access/evaluate";
import { parsePolicy, type PolicyDocument } from "../access/document";
import type { Layers } from "../access/layers";
import type { Context } from "../context";
import { legible } from "../model/symbolic";
import { guardrailsOf } from "../rules/organization/guardrails";
import { memberPlaces, memberResource } from "../rules/organization/members";
import { worldOf } from "../rules/estate-world";
import { actorOf, STRANGER, type Actor } from "./cast";
import { type Circumstance, NOTHING_ALLOWS_IT, type Row } from "./row";
import { thingOf, type Thing } from "./things";

/** What the policies of the output make of a request, and the statement that decides it. */
export interface Outcome {
  readonly outcome: "allowed" | "denied" | "unknown";
  readonly by: string;
}

const FULL_ACCESS = parsePolicy({
  Version: "2012-10-17",
  Statement: [{ Sid: "FullAWSAccess", Effect: "Allow", Action: "*", Resource: "*" }],
});

/**
 * @param without the name of a statement of the organization's that is taken away, to see what depends on it
 */
export function decide(row: Row, context: Context, without?: string): Outcome {
  const actor = actorOf(row.who, context);
  const thing = thingOf(row.to, actor, context);
  const request = {
    principal: actor.principal,
    action: row.does,
    resource: thing.arn,
    context: circumstancesOf(row, actor, thing, context),
  };
  const { decision, statement, why } = evaluate(request, layersOf(row, actor, thing, context, without));
  if (decision === "unknown") return { outcome: "unknown", by: legible(why ?? "") };
  if (decision === "implicitDeny") return { outcome: "denied", by: NOTHING_ALLOWS_IT };
  return { outcome: decision === "allowed" ? "allowed" : "denied", by: statement?.sid ?? "no policy is needed" };
}

function layersOf({ does }: Row, actor: Actor, thing: Thing, context: Context, without?: string): Layers {
  const asksPolicy = thing.resourceAuthority !== "sole" || !does.startsWith("iam:");
  return {
    serviceControl: [[FULL_ACCESS], ...guardrails(actor.account, "SERVICE_CONTROL_POLICY", context, without)],
    resourceControl: guardrails(thing.account, "RESOURCE_CONTROL_POLICY", context, without),
    identity: actor.identity,
    ...(actor.boundary ? { boundary: actor.boundary } : {}),
    ...(asksPolicy && thing.resource ? { resource: thing.resource } : {}),
    ...(asksPolicy && thing.resourceAuthority ? { resourceAuthority: thing.resourceAuthority } : {}),
    world: worldAround(thing, context),
  };
}

/** Whatever is attached on the way to an account; AWS's own, which allows everything, is beside it. */
function guardrails(
  account: string | undefined,
  type: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY",
  context: Context,
  without: string | undefined,
): readonly (readonly PolicyDocument[])[] {
  const member = memberPlaces(context).find((place) => place.account === account);
  const resource = member && memberResource(member, context);
  if (!resource) return [];
  const documents = guardrailsOf(resource, context, type).policies.map(({ document }) => lacking(document, without));
  return [[FULL_ACCESS, ...documents]];
}

function lacking(document: PolicyDocument, without: string | undefined): PolicyDocument {
  if (without === undefined) return document;
  return { ...document, statements: document.statements.filter(({ sid }) => sid !== without) };
}

/** Strangers, and whoever a flow may reach, are in organizations of their own. */
function organizationOf(account: string, { estate }: Context): string | undefined {
  if (account === STRANGER) return "o-stranger";
  if (estate.counterparties.some((party) => party.account === account)) return "o-counterparty";
  return worldOf(estate).organizationOf(account);
}

function worldAround({ account }: Thing, context: Context) {
  const resourceOrganization = organizationOf(account, context);
  return {
    ...worldOf(context.estate, account),
    organizationOf: (each: string) => organizationOf(each, context),
    ...(resourceOrganization ? { resourceOrganization } : {}),
  };
}

const AUDIENCE = "token.actions.githubusercontent.com:aud";

type Keys = Readonly<Record<string, readonly string[]>>;

function circumstancesOf(row: Row, actor: Actor, thing: Thing, context: Context): Keys {
  const { estate, today } = context;
  const usual: Keys = {
    "aws:CurrentTime": [`${today}T12:00:00Z`],
    "aws:RequestedRegion": [actor.region && row.does.startsWith("sts:") ? actor.region : thing.region],
    "aws:SecureTransport": ["true"],
    ...(row.does.startsWith("s3:") ? { "s3:TlsVersion": ["1.3"] } : {}),
    ...(actor.account ? { "aws:ViaAWSService": ["false"] } : {}),
    ...(actor.sourceAccount
      ? {
          "aws:SourceAccount": [actor.sourceAccount],
          ...sourceOrganization(actor.sourceAccount, context),
        }
      : {}),
  };
  const special: Readonly<Record<Circumstance, Keys>> = {
    "through its doors": { "aws:SourceVpce": doorsOf(actor, context) },
    "through S3": {
      "aws:ViaAWSService": ["true"],
      "kms:ViaService": [`s3.${thing.region}.amazonaws.com`],
      "kms:CallerAccount": [actor.account ?? ""],
    },
    "in us-west-2": { "aws:RequestedRegion": ["us-west-2"] },
    "in eu-north-1": { "aws:RequestedRegion": ["eu-north-1"] },
    "in eu-west-1": { "aws:RequestedRegion": ["eu-west-1"] },
    "after the sunset": { "aws:CurrentTime": [`${dayAfter(estate.enclave.sunset)}T08:00:00Z`] },
    "without TLS": { "aws:SecureTransport": ["false"] },
    "with TLS 1.1": { "s3:TlsVersion": ["1.1"] },
    "with its second factor": { "aws:MultiFactorAuthPresent": ["true"] },
    "for somebody else": { "kms:GrantIsForAWSResource": ["false"] },
    "as a multi-region key": { "kms:MultiRegion": ["true"] },
    "for an AWS resource": { "kms:GrantIsForAWSResource": ["true"] },
    "tagging a country of work": { "aws:TagKeys": ["country-of-work"] },
    "tagging a class of data": { "aws:TagKeys": ["data-class"] },
    "with the external id": { "sts:ExternalId": [estate.monitor.externalId] },
    "with a token for AWS": { [AUDIENCE]: ["sts.amazonaws.com"] },
    "with a token for somebody else": { [AUDIENCE]: ["example.org"] },
    "attaching AWSDenyAll": {
      "iam:PolicyARN": [globalArn({ ...organizationPlace(estate), account: "aws" }, "iam", "policy/AWSDenyAll")],
    },
  };
  return Object.assign({}, usual, ...row.when.map((each) => special[each]));
}

function sourceOrganization(account: string, context: Context): Keys {
  const id = organizationOf(account, context);
  return id ? { "aws:SourceOrgID": [id] } : {};
}

/** The endpoint of S3 in the network of whoever calls. */
function doorsOf({ account }: Actor, { model }: Context): readonly string[] {
  const door = model
    .resources("aws_vpc_endpoint")
    .find((each) => each.account === account && each.value("service_name").text?.endsWith(".s3"));
  return door ? [String(door.attribute("id"))] : [];
}
