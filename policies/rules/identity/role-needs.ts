import { parsePolicy, type PolicyDocument } from "../../access/document";
import type { Decision } from "../../access/evaluate";
import type { Layers } from "../../access/layers";
import type { Requests } from "../../access/request";
import { statementsAbout } from "../../access/statements-about";
import type { Context } from "../../context";
import { Kept } from "../../kept";
import type { Resource } from "../../model/resource";
import { legible } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { once } from "../../once";
import { all, fail, pass, undecided, type Location, type Verdict } from "../../verdict";
import { arnOf } from "../arn-of";
import { allowedAtWorst, layersAtWorst } from "../at-worst";
import { worldOf } from "../estate-world";
import { leftByOrganization } from "../organization/left-by-organization";
import { policiesOf } from "../policy-values";
import { heldPolicies } from "./held-policies";
import { grantedAtLeast } from "./policies-of-backup";

/** What somebody must be able to do in a role, to one resource. */
export interface Need extends Pick<Requests, "actions" | "resource"> {
  readonly context?: Requests["context"];
  /** The resource's, where it is another than the role's. */
  readonly account?: string;
  /** Of the calls, where it is known; else the role's, and the one that the resource's ARN names. */
  readonly region?: string;
  /** The resource's own policies, where they are to be asked too; an account's role needs none that lets it in. */
  readonly guards?: readonly PolicyDocument[];
  /** Whether they alone let anybody in, as a key's do. */
  readonly isSole?: boolean;
  /** Of the endpoint on the way, where there is one that does not let everything through. */
  readonly endpoint?: PolicyDocument;
}

/** Who is to do it: a role, of the output or not. */
export interface Actor {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  /** Where it is said what the role lacks. */
  readonly at: Location;
}

/** Passes when a need is met: by the role's own policies, by those of the resource, and by the organization's. */
export function mayIn(role: Resource, context: Context): (need: Need) => Verdict {
  const { layers, doubt } = holdings(context)(role);
  const { account, region } = role;
  const may = mayAs({ arn: arnOf(role), account, region, at: role.root.at }, layers, context);
  return (need) =>
    doubt
      ? undecided(
          doubt.at,
          `a policy that may not apply: ${doubt.legible}`,
          granting(need.actions.join(", "), need.resource),
        )
      : may(need);
}

/** The same of any role, whose own policies are given. */
export function mayAs(actor: Actor, layers: Layers, context: Context): (need: Need) => Verdict {
  return (need) => {
    const { actions, resource, account = actor.account } = need;
    const world = worldOf(context.estate, account);
    const verdicts = regionsOf(actor, need).flatMap((region) => {
      const requests = requestsIn(region, actor, need);
      const identity = layers.identity?.map((document) => statementsAbout(document, actions)) ?? [];
      const meeting = { ...layers, identity, ...guarding(actor, need), world };
      const decisions = allowedAtWorst(requests, meeting, layersAtWorst(meeting, requests.context));
      const asked = { requests, account: actor.account, resourceAccount: account, region };
      return [
        ...decisions.map((decision, index) => decided(decision, actor.at, granting(actions[index]!, resource))),
        leftByOrganization(asked, actor.at, context),
      ];
    });
    return all(pass(actor.at), ...verdicts);
  };
}

const granting = (action: string, resource: string) => `a grant of ${action} on ${resource}`;

/** What a role holds, and what may or may not be of it; looked for once, however much is to be done in it. */
const holdings = once((context: Context) =>
  once((role: Resource): { readonly layers: Layers; readonly doubt: Value | undefined } => {
    const { written, unread, unsure } = heldPolicies(role, context);
    const ofAws = unread.map((value) => ({ value, document: grantedAtLeast(value) }));
    const identity = [...written, ...ofAws].flatMap(({ document }) => document ?? []);
    const unknown = ofAws.filter(({ document }) => document === undefined).map(({ value }) => value);
    return { layers: { identity: byVersion(identity), ...boundaryOf(role) }, doubt: [...unknown, ...unsure][0] };
  }),
);

/** Policies that apply together are one: a role may have one for each store, and all of them are asked of each. */
function byVersion(documents: readonly PolicyDocument[]): readonly PolicyDocument[] {
  const versions = [...new Set(documents.map(({ version }) => version))];
  return versions.map((version) => documents.filter((document) => document.version === version).reduce(together));
}

/** AWS's services make their calls in a role themselves, encrypted, and through no endpoint of the account's. */
function requestsIn(region: string, { arn }: Actor, { actions, resource, context = {} }: Need): Requests {
  const circumstances = {
    "aws:RequestedRegion": [region],
    "aws:SecureTransport": ["true"],
    "aws:ViaAWSService": ["false"],
    ...context,
  };
  return { principal: { kind: "role", arn }, actions, resource, context: circumstances };
}

/** Where the resource's policy is not asked here, it is asked elsewhere whether it lets the role's account in. */
function guarding(
  { account }: Actor,
  { guards, isSole = false, endpoint }: Need,
): Pick<Layers, "endpoint" | "resource" | "resourceAuthority"> {
  const onTheWay = endpoint ? { endpoint } : {};
  const [first, ...others] = guards ?? [];
  if (!first) return { ...onTheWay, resource: lettingIn(account) };
  const resource = others.reduce(together, first);
  return { ...onTheWay, resource, resourceAuthority: isSole ? "sole" : "general" };
}

function together(one: PolicyDocument, other: PolicyDocument): PolicyDocument {
  return {
    ...one,
    statements: [...one.statements, ...other.statements],
    problems: [...one.problems, ...other.problems],
  };
}

/** A call may be taken for one to the role's region or to the resource's. */
function regionsOf({ region }: Actor, { region: known, resource }: Need): readonly string[] {
  return known === undefined ? [...new Set([region, resource.split(":")[3] || region])] : [known];
}

/** What is said of a decision that must be to allow. */
export function decided({ decision, why }: Decision, at: Location, expected: string): Verdict {
  if (decision === "allowed") return pass(at);
  if (decision === "unknown") return undecided(at, legible(why ?? "perhaps none"), expected);
  return fail(at, decision === "explicitDeny" ? "a denial" : "none", expected);
}

/** One that is not in the output, e.g. AWS's own, may leave nothing: its document proves nothing. */
function boundaryOf(role: Resource): { readonly boundary?: PolicyDocument } {
  const value = role.value("permissions_boundary");
  if (value.isAbsent || value.data === "") return {};
  const target = value.target("aws_iam_policy");
  const [policy] = target.kind === "resource" ? policiesOf(target.resource, "identity") : [];
  return { boundary: policy?.document ?? parsePolicy(undefined) };
}

const letIn = new Kept<PolicyDocument>();

/** Whether the resource lets the role's account in is asked of its own policy. */
function lettingIn(account: string): PolicyDocument {
  const everything = { Effect: "Allow", Principal: { AWS: account }, Action: "*", Resource: "*" };
  return letIn.of(account, () => parsePolicy({ Version: "2012-10-17", Statement: [everything] }));
}
