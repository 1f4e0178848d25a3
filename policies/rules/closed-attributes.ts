import type { Resource } from "../model/resource";
import type { Value } from "../model/value";
import { valuesAt } from "../model/values-at";
import { all, pass, type Verdict } from "../verdict";
import { mustNotExist } from "./in-every-stack";

type Literal = string | boolean;

/** What keeps a resource of some type closed; a path means the attribute in every element of the lists on its way. */
export type Closed =
  /** Nothing: the type has no closed form. */
  | "never"
  /** The attribute is one of these; where it is absent, the resource is open. */
  | { readonly path: string; readonly is: readonly Literal[] }
  /** The attribute is none of these; where it is absent, the resource is closed. */
  | { readonly path: string; readonly isNot: readonly Literal[] }
  /** The attribute is there, or it is not. */
  | { readonly path: string; readonly present: boolean };

/** Terraform type → all that must hold. */
export type ClosedTable = Readonly<Record<string, Closed | readonly Closed[]>>;

/** @param table has the resource's type */
export function mustBeClosed(resource: Resource, table: ClosedTable, expected: string): Verdict {
  const required = [table[resource.type] ?? []].flat();
  return all(pass(resource.root.at), ...required.flatMap((closed) => verdictsOn(resource, closed, expected)));
}

function verdictsOn(resource: Resource, closed: Closed, expected: string): readonly Verdict[] {
  if (closed === "never") return [mustNotExist(resource, expected)];
  const found = valuesAt(resource, closed.path);
  if ("present" in closed) {
    return found.map((value) =>
      closed.present ? value.mustSatisfy(expected, isNotEmpty) : value.mustBeAbsent(expected),
    );
  }
  const each = found.flatMap((value) => (value.isAbsent ? [value] : value.items()));
  return each.map((value) => ("is" in closed ? value.mustBe(...closed.is) : value.mustNotBe(...closed.isNot)));
}

function isNotEmpty({ data }: Value): boolean {
  return !Array.isArray(data) || data.length > 0;
}
