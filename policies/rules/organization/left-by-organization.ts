import { ORGANIZATION } from "../../../config/places";
import { parsePolicy } from "../../access/document";
import { evaluate, type Decision } from "../../access/evaluate";
import type { Request } from "../../access/request";
import type { Context } from "../../context";
import { Kept } from "../../kept";
import { legible } from "../../model/symbolic";
import { once } from "../../once";
import { all, fail, pass, undecided, type Location, type Verdict } from "../../verdict";
import { worldOf } from "../estate-world";
import type { WrittenPolicy } from "../policy-values";
import { guardrailsOf, type Guardrails } from "./guardrails";
import { memberPlaces, memberResource } from "./members";
import { denialsOf } from "./denials-of";

/** Who asks, and whose it is. */
export interface Asked {
  readonly request: Request;
  /** Of who makes the request; none where AWS makes it on its own behalf, which no service control policy binds. */
  readonly account?: string;
  /** Of the resource. */
  readonly resourceAccount: string;
  /** Of the call. */
  readonly region: string;
}

/** Long after every declared day: what is forbidden from some day on must not be this. */
const ONE_DAY = "2999-12-31T12:00:00Z";
const EVERYTHING = parsePolicy({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });
const TO_EVERYBODY = parsePolicy({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] });
const LEFT: Decision = { decision: "allowed" };
const NOTHING: Guardrails = { policies: [], isComplete: true };

/**
 * Passes when nothing that the organization attaches denies a request, today or later: a service control policy on the
 * account that makes it, or a resource control policy on the resource's. Where the organization is not judged, and of
 * accounts that are no members, there is nothing to ask.
 */
export function leftByOrganization(asked: Asked, at: Location, context: Context): Verdict {
  const expected = `${asked.request.action} left to ${asked.account ?? "AWS"} by the organization`;
  const [principals, resources] = bindingBoth(asked, context);
  const complete = principals.isComplete && resources.isComplete;
  const policies = [...principals.policies, ...resources.policies];
  const times = [`${context.today}T12:00:00Z`, ...(policies.some(readsClock) ? [ONE_DAY] : [])];
  const decisions = times.map((time) => decided(asked, time, [principals, resources], context));
  return all(
    complete ? pass(at) : undecided(at, "what is attached, or to what, cannot be known", expected),
    ...decisions.map((decision) => judged(decision, policies, at, expected)),
  );
}

const readsClock = once(({ document }: WrittenPolicy): boolean =>
  document.statements.some(({ conditions }) => conditions.some(({ key }) => /^aws:(current|epoch)time$/i.test(key))),
);

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

function decided(
  asked: Asked,
  time: string,
  [principals, resources]: readonly [Guardrails, Guardrails],
  context: Context,
): Decision {
  return decisionsIn(context).of(JSON.stringify([asked, time]), () => {
    const { request, region, resourceAccount } = asked;
    const about = ({ policies }: Guardrails) => policies.map(({ document }) => denialsOf(document, request.action));
    const documents = [principals, resources].flatMap(about);
    if (documents.every(({ statements, problems }) => statements.length + problems.length === 0)) return LEFT;
    const circumstances = { "aws:CurrentTime": [time], "aws:RequestedRegion": [region], ...transit(request.action) };
    return evaluate(
      { ...request, context: { ...circumstances, ...request.context } },
      {
        // AWS's own FullAWSAccess is attached beside whatever is.
        serviceControl: [[EVERYTHING, ...about(principals)]],
        resourceControl: [about(resources)],
        identity: [EVERYTHING],
        resource: TO_EVERYBODY,
        world: worldOf(context.estate, resourceAccount),
      },
    );
  });
}

const decisionsIn = once((_: Context) => new Kept<Decision>());

/** AWS's services speak the newest TLS. */
function transit(action: string): Request["context"] {
  return { "aws:SecureTransport": ["true"], ...(action.startsWith("s3:") ? { "s3:TlsVersion": ["1.3"] } : {}) };
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
