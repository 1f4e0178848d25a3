import type { Answer } from "../answer";
import { once } from "../once";
import { casesOf } from "./cases";
import type { PolicyDocument } from "./document";
import { aloneOf, type Permission } from "./effects";
import { all, type Formula, judge, negation } from "./formula";
import { documentsOf, type Layers } from "./layers";
import type { Literal } from "./literal";
import { permissionOf } from "./permission";
import { narrowed } from "./narrowed";
import { Prover } from "./prover";
import type { Grant, Question } from "./question";
import type { Reader } from "./reader";
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
  return remembered(`evaluate ${formOf(layers)}`, documents, { ...request, actions, world }, () =>
    decide({ ...request, actions }, documents, granting, world, (reader) => permissionOf(layers, world, reader)),
  );
}

/** As `evaluate`, of one document that nothing stands beside. */
export function evaluateAlone({ action, ...request }: Request, document: PolicyDocument, world: World): Decision {
  const requests = { ...request, actions: [action] };
  const [decision] = remembered("evaluateAlone", [document], { ...requests, world }, () =>
    decide(requests, [document], [document], world, (reader) => aloneOf(document, reader)),
  );
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
  { actions, ...request }: Requests,
  documents: readonly PolicyDocument[],
  granting: readonly PolicyDocument[],
  world: World,
  permissionFor: (reader: Reader) => Permission,
): readonly Decision[] {
  const problems = documents.flatMap((document) => document.problems);
  if (problems.length > 0) return actions.map(() => ({ decision: "unknown", why: problems.join("; ") }));
  const decisions = casesOf(request, documents, world).map(({ reader, of }) => {
    const { denied, allowed } = permissionFor(reader);
    const read = once((document: PolicyDocument) => readBy(reader, document));
    return actions.map((action): Decision => {
      const holds = of(action);
      const denies = judge(denied, holds);
      const allows = judge(allowed, holds);
      if (denies === "yes") return { decision: "explicitDeny", ...deciding("Deny", documents.flatMap(read), holds) };
      if (allows === "no") return { decision: "implicitDeny" };
      if (denies === "no" && allows === "yes") {
        return { decision: "allowed", ...deciding("Allow", granting.flatMap(read), holds) };
      }
      return { decision: "unknown", why: "it turns on what is known only after deployment, or is not modelled" };
    });
  });
  return actions.map((_, at) => {
    const [first, ...others] = decisions.map((ofActions) => ofActions[at]!);
    if (others.every(({ decision }) => decision === first!.decision)) return first!;
    return { decision: "unknown", why: "it depends on the organization of an account" };
  });
}

interface Read {
  readonly statement: Statement;
  /** When it is about a request. */
  readonly isAbout: Formula;
}

function readBy(reader: Reader, { statements, version }: PolicyDocument): readonly Read[] {
  return statements.map((statement) => ({ statement, isAbout: statementFormula(statement, version, reader) }));
}

function deciding(
  effect: Statement["effect"],
  read: readonly Read[],
  holds: (literal: Literal) => Answer,
): Pick<Decision, "statement"> {
  const found = read.find(({ statement, isAbout }) => statement.effect === effect && judge(isAbout, holds) === "yes");
  return found ? { statement: found.statement } : {};
}
