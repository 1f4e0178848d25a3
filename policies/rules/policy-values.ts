import { parsePolicy, type PolicyDocument } from "../access/document";
import { resourceType, resourceTypes, type PolicyKind } from "../catalogue/resource-type";
import { Kept } from "../kept";
import type { Resource } from "../model/resource";
import type { Value } from "../model/value";
import { valuesAt } from "../model/values-at";

/** An IAM policy document where it stands. */
export interface WrittenPolicy {
  readonly value: Value;
  /** What is not known before deployment is a problem of it, so that it proves nothing. */
  readonly document: PolicyDocument;
}

/** The documents of one kind that a resource carries; none where the attribute is absent. */
export function policiesOf(resource: Resource, kind: PolicyKind): readonly WrittenPolicy[] {
  const paths = Object.entries(resourceType(resource.type)?.policies ?? {}).filter(([, each]) => each === kind);
  return paths
    .flatMap(([path]) => valuesAt(resource, path))
    .filter((value) => !value.isAbsent && value.data !== "")
    .map((value) => ({ value, document: documentIn(value) }));
}

/** The resource types of the catalogue that carry documents of one kind. */
export function typesWithPolicies(kind: PolicyKind): readonly string[] {
  return resourceTypes().filter((type) => Object.values(resourceType(type)!.policies).includes(kind));
}

/** The same object for the same text, wherever it stands: what is made of a document is made once. */
export function documentIn(value: Value): PolicyDocument {
  const { data } = value;
  return typeof data === "string" ? documents.of(data, () => readDocument(value)) : readDocument(value);
}

const documents = new Kept<PolicyDocument>();

function readDocument(value: Value): PolicyDocument {
  if (!value.isUnknown) return parsePolicy(value.data);
  return { ...parsePolicy({ Statement: [] }), problems: [`cannot be known before deployment: ${value.legible}`] };
}
