import { ENCLAVE, MONITOR, ORGANIZATION } from "../../config/places";
import type { Context } from "../context";

/** What a stack is in the declared estate. */
export type DeclaredKind = "site" | "enclave" | "monitor" | "organization" | "undeclared";

const NAMED: Readonly<Record<string, DeclaredKind>> = {
  [ENCLAVE]: "enclave",
  [MONITOR]: "monitor",
  [ORGANIZATION]: "organization",
};

export function declaredKind({ estate }: Context, stack: string): DeclaredKind {
  if (estate.sites.some(({ id }) => id === stack)) return "site";
  return Object.hasOwn(NAMED, stack) ? NAMED[stack]! : "undeclared";
}
