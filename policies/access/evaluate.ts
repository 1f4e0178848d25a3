import { type Case, casesOf } from "./cases";
import type { PolicyDocument } from "./document";
import { aloneOf, type Permission } from "./effects";
import { all, judge, negation } from "./formula";
import { documentsOf, type Layers } from "./layers";
import { permissionOf } from "./permission";
import { narrowed } from "./narrowed";
import { Prover } from "./prover";
import type { Grant, Question } from "./question";
import { remembered } from "./remembered";
import type { Request, Requests } from "./request";
import { statementFormula } from "./statement-formula";
import type { Statement } from "./statement";
import type { World } from "./world";

export interface Decision {
  /** What is surely not allowed is `implicitDeny` even where an explicit deny may apply as well. */
  readonly decision: "allowed" | "implicitDeny" | "explicitDeny" | "unknown";
  /** The first statement that denies for certain, or that allows. A root user may need none. */
  readonly statement?: Statement;
  /** For what is unknown, in symbolic text. */
  readonly why?: string;
}

const NOTHING_KNOWN: World = { organizationOf: () => undefined };

/**
 * What all layers together make of one request. An explicit deny wins over every allow; a decision that turns on what
 * is not known yet, or is not modelled, is unknown.
 */
export function evaluate({ action, ...request }: Request, layers: Layers): Decision {
  const [decision] = evaluateEach({ ...request, actions: [action] }, layers);
  return decision!;
}

/** As `evaluate`, of each action. */
export function evaluateEach({ actions, ...request }: Requests, layers: Layers): readonly Decision[] {
  const world = layers.world ?? NOTHING_KNOWN;
  const documents = documentsOf(layers);
  const granting = [layers.resource ?? [], layers.identity ?? []].flat();
  const permission = ({ reader }: Case) => permissionOf(layers, world, reader);
  return remembered(`evaluate ${formOf(layers)}`, documents, { ...request, actions, world }, () =>
    actions.map((action) => decide({ ...request, action }, documents, granting, world, permission)),
  );
}

/** As `evaluate`, of one document that nothing stands beside. */
export function evaluateAlone(request: Request, document: PolicyDocument, world: World): Decision {
  const [decision] = remembered("evaluateAlone", [document], { ...request, world }, () => [
    decide(request, [document], [document], world, ({ reader }) => aloneOf(document, reader)),
  ]);
  return decision!;
}

/** Do all layers together allow any request within the question? `yes` comes with one, `no` is a proof over all. */
export function allowsAny(layers: Layers, question: Question): Grant {
  const documents = documentsOf(layers);
  const asked = narrowed(documents, question);
  const [grant] = remembered(`allowsAny ${formOf(layers)}`, documents, asked, () => [
    new Prover(documents, asked).prove((reader) => {
      const { denied, allowed } = permissionOf(layers, asked.world, reader);
      return all(allowed, negation(denied));
    }),
  ]);
  return grant!;
}

/** Which document stands in which layer. */
function formOf({ serviceControl = [], resourceControl = [], identity = [], ...others }: Layers): string {
  const { boundary, session, resource, endpoint, resourceAuthority } = others;
  const levels = [serviceControl, resourceControl].map((control) => control.map((level) => level.length));
  const single = [boundary, session, resource, endpoint].map((document) => document !== undefined);
  return JSON.stringify([levels, identity.length, single, resourceAuthority]);
}

function decide(
  request: Request,
  documents: readonly PolicyDocument[],
  granting: readonly PolicyDocument[],
  world: World,
  permission: (given: Case) => Permission,
): Decision {
  const problems = documents.flatMap((document) => document.problems);
  if (problems.length > 0) return { decision: "unknown", why: problems.join("; ") };
  const [first, ...others] = casesOf(request, documents, world).map((given): Decision => {
    const { denied, allowed } = permission(given);
    const denies = judge(denied, given.of);
    const allows = judge(allowed, given.of);
    if (denies === "yes") return { decision: "explicitDeny", ...deciding("Deny", documents, given) };
    if (allows === "no") return { decision: "implicitDeny" };
    if (denies === "no" && allows === "yes") return { decision: "allowed", ...deciding("Allow", granting, given) };
    return { decision: "unknown", why: "it turns on what is known only after deployment, or is not modelled" };
  });
  if (others.every(({ decision }) => decision === first!.decision)) return first!;
  return { decision: "unknown", why: "it depends on the organization of an account" };
}

function deciding(
  effect: Statement["effect"],
  documents: readonly PolicyDocument[],
  { reader, of }: Case,
): Pick<Decision, "statement"> {
  for (const { statements, version } of documents) {
    for (const statement of statements) {
      if (statement.effect === effect && judge(statementFormula(statement, version, reader), of) === "yes") {
        return { statement };
      }
    }
  }
  return {};
}
