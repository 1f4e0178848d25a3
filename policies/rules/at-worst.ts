import type { PolicyDocument } from "../access/document";
import { evaluateEach, type Decision } from "../access/evaluate";
import { documentsOf, type Layers } from "../access/layers";
import type { Requests } from "../access/request";
import type { Statement } from "../access/statement";
import { once } from "../once";

/**
 * Condition keys of which it is known what a request of a service, or of a role that works for one, has of them where it
 * is not told: what the principal, the network, the connection, the sign-in and the resource's owner determine, and the
 * headers of encryption, which are asked about apart.
 */
const DETERMINED =
  /^(aws:(called|currenttime|epochtime|federatedprovider|multifactorauth|principal|resourceaccount|resourceorg|secure|source|tokenissue|user(id|name)|viaaws|vpcsource)|kms:calleraccount$|s3:(resourceaccount|tlsversion|x-amz-server-side-encryption))/i;

/**
 * A document as it is at worst for a request of which not everything is told: a denial that turns on what is not told
 * denies, and a grant that does grants nothing. AWS's services say more than they document: the source of an event, a
 * user agent, a version of the signature, a context of encryption.
 *
 * @returns the document itself where nothing turns on such a key
 */
export function atWorst(document: PolicyDocument, told: Requests["context"]): PolicyDocument {
  const untold = new Set(untoldKeys(document, told));
  if (untold.size === 0) return document;
  const statements = document.statements.flatMap((statement): readonly Statement[] => {
    const conditions = statement.conditions.filter(({ key }) => !untold.has(key));
    if (conditions.length === statement.conditions.length) return [statement];
    return statement.effect === "Deny" ? [{ ...statement, conditions }] : [];
  });
  return { ...document, statements };
}

/** The condition keys of a document that a request may have, and does not tell. */
export function untoldKeys(document: PolicyDocument, told: Requests["context"]): readonly string[] {
  const known = Object.keys(told).map((key) => key.toLowerCase());
  return openKeys(document).filter((key) => !known.includes(key.toLowerCase()));
}

const openKeys = once(({ statements }: PolicyDocument): readonly string[] => {
  const keys = statements.flatMap(({ conditions }) => conditions.map(({ key }) => key));
  return [...new Set(keys.filter((key) => !DETERMINED.test(key)))];
});

/** The same of what meets in one decision, but for what an organization attaches. */
export function layersAtWorst(layers: Layers, told: Requests["context"]): Layers {
  const worst = (document: PolicyDocument) => atWorst(document, told);
  const { identity, boundary, resource, endpoint } = layers;
  return {
    ...layers,
    ...(identity && { identity: identity.map(worst) }),
    ...(boundary && { boundary: worst(boundary) }),
    ...(resource && { resource: worst(resource) }),
    ...(endpoint && { endpoint: worst(endpoint) }),
  };
}

/** What is decided of some requests: what is allowed, and not at worst, is not known. */
export function allowedAtWorst(requests: Requests, layers: Layers, worst: Layers): readonly Decision[] {
  const decisions = evaluateEach(requests, layers);
  const [written, worsened] = [documentsOf(layers), documentsOf(worst)];
  if (worsened.every((document, index) => document === written[index])) return decisions;
  const others = evaluateEach(requests, worst);
  return decisions.map((decision, index) => {
    const other = others[index]!;
    if (decision.decision !== "allowed" || other.decision === "allowed") return decision;
    const statement = other.statement && asWritten(other.statement, worsened, written);
    return { decision: "unknown", why: "a condition key of which nothing is told", ...(statement && { statement }) };
  });
}

function asWritten(
  statement: Statement,
  worsened: readonly PolicyDocument[],
  written: readonly PolicyDocument[],
): Statement | undefined {
  const document = written[worsened.findIndex(({ statements }) => statements.includes(statement))];
  return document?.statements.find(({ index }) => index === statement.index);
}
