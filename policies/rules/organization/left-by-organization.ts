import { ORGANIZATION } from "../../../config/places";
import { parsePolicy, type PolicyDocument } from "../../access/document";
import type { Decision } from "../../access/evaluate";
import type { Requests } from "../../access/request";
import type { Context } from "../../context";
import { Kept } from "../../kept";
import { legible } from "../../model/symbolic";
import { once } from "../../once";
import { all, fail, pass, undecided, type Location, type Verdict } from "../../verdict";
import { allowedAtWorst, atWorst } from "../at-worst";
import { worldOf } from "../estate-world";
import { EVERYTHING } from "../everything";
import type { WrittenPolicy } from "../policy-values";
import { guardrailsOf, type Guardrails } from "./guardrails";
import { memberPlaces, memberResource } from "./members";
import { denialsOf } from "../../access/statements-about";

/** Who asks, and whose it is. */
export interface Asked {
  readonly requests: Requests;
  /** Of who makes the requests; none where AWS makes them on its own behalf, which no service control policy binds. */
  readonly account?: string;
  /** Of the resource. */
  readonly resourceAccount: string;
  /** Of the calls. */
  readonly region: string;
  /** What is denied from some later day on is left today. */
  readonly isOfToday?: boolean;
}

/** Long after every declared day: what is forbidden from some day on must not be this. */
const ONE_DAY = "2999-12-31T12:00:00Z";
const TO_EVERYBODY = parsePolicy({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] });
const NOTHING: Guardrails = { policies: [], isComplete: true };

/**
 * Passes when nothing that the organization attaches denies any of some requests, today or later: a service control
 * policy on the account that makes them, or a resource control policy on the resource's. Where the organization is not
 * judged, and of accounts that are no members, there is nothing to ask.
 */
export function leftByOrganization(asked: Asked, at: Location, context: Context): Verdict {
  const expected = (actions: string) => `${actions} left to ${asked.account ?? "AWS"} by the organization`;
  const [principals, resources] = bindingBoth(asked, context);
  const policies = [...principals.policies, ...resources.policies];
  const { actions } = asked.requests;
  return all(
    principals.isComplete && resources.isComplete
      ? pass(at)
      : undecided(at, "what is attached, or to what, cannot be known", expected(actions.join(", "))),
    ...decided(asked, [principals, resources], context).map((decision, index) =>
      judged(decision, policies, at, expected(actions[index % actions.length]!)),
    ),
  );
}

function bindingBoth({ account, resourceAccount }: Asked, context: Context): readonly [Guardrails, Guardrails] {
  const binding = bindingIn(context);
  return [
    account === undefined ? NOTHING : binding(account, "SERVICE_CONTROL_POLICY"),
    binding(resourceAccount, "RESOURCE_CONTROL_POLICY"),
  ];
}

/** Looked for once for each account. */
const bindingIn = once((context: Context) => {
  const known = new Kept<Guardrails>();
  return (account: string, type: string) =>
    known.of(`${account} ${type}`, () => {
      const member = memberPlaces(context).find((place) => place.account === account);
      const resource = member && memberResource(member, context);
      return resource && context.model.stacks.includes(ORGANIZATION) ? guardrailsOf(resource, context, type) : NOTHING;
    });
});

/** Of each action, at each time at which a denial might begin; of none where nothing is denied. */
function decided(asked: Asked, [principals, resources]: readonly [Guardrails, Guardrails], context: Context) {
  const { actions } = asked.requests;
  const about = ({ policies }: Guardrails) => policies.map(({ document }) => denialsOf(document, actions));
  const denials = [about(principals), about(resources)] as const;
  const documents = denials.flat();
  if (documents.every(({ statements, problems }) => statements.length + problems.length === 0)) return [];
  // Where every denial is of whatever resource, one answer is that of all of them.
  const resource = documents.every(isOfAnyResource) ? "*" : asked.requests.resource;
  const requests = { ...asked.requests, resource };
  return decisionsIn(context).of(JSON.stringify({ ...asked, requests }), () =>
    decisionsOf({ ...asked, requests }, denials, context),
  );
}

const decisionsIn = once((_: Context) => new Kept<readonly Decision[]>());

const isOfAnyResource = once(({ statements }: PolicyDocument): boolean =>
  statements.every(({ resources }) => resources?.includes("*")),
);

function decisionsOf(
  { requests, region, resourceAccount, isOfToday = false }: Asked,
  [ofPrincipals, ofResources]: readonly [readonly PolicyDocument[], readonly PolicyDocument[]],
  context: Context,
): readonly Decision[] {
  const layers = {
    // AWS's own FullAWSAccess is attached beside whatever is.
    serviceControl: [[EVERYTHING, ...ofPrincipals]],
    resourceControl: [ofResources],
    identity: [EVERYTHING],
    resource: TO_EVERYBODY,
    world: worldOf(context.estate, resourceAccount),
  };
  const begins = !isOfToday && [...ofPrincipals, ...ofResources].some(readsClock);
  const times = [`${context.today}T12:00:00Z`, ...(begins ? [ONE_DAY] : [])];
  return times.flatMap((time) => {
    const circumstances = { "aws:CurrentTime": [time], "aws:RequestedRegion": [region], ...transit(requests.actions) };
    const told = { ...circumstances, ...requests.context };
    const worst = (document: PolicyDocument) => atWorst(document, told);
    return allowedAtWorst({ ...requests, context: told }, layers, {
      ...layers,
      serviceControl: [[EVERYTHING, ...ofPrincipals.map(worst)]],
      resourceControl: [ofResources.map(worst)],
    });
  });
}

const readsClock = once(({ statements }: PolicyDocument): boolean =>
  statements.some(({ conditions }) => conditions.some(({ key }) => /^aws:(current|epoch)time$/i.test(key))),
);

/** AWS's services speak the newest TLS. */
function transit(actions: readonly string[]): Requests["context"] {
  const isOfS3 = actions.some((action) => action.startsWith("s3:"));
  return { "aws:SecureTransport": ["true"], ...(isOfS3 ? { "s3:TlsVersion": ["1.3"] } : {}) };
}

/** The finding is at the policy that denies, where one is found. */
function judged(
  { decision, statement, why }: Decision,
  policies: readonly WrittenPolicy[],
  at: Location,
  expected: string,
): Verdict {
  if (decision === "allowed") return pass(at);
  const denying = policies.find(({ document }) => statement !== undefined && document.statements.includes(statement));
  const where = denying?.value.at ?? at;
  if (decision === "unknown") return undecided(where, legible(why ?? "perhaps a denial"), expected);
  return fail(where, "a denial", expected);
}
