import type { VariableValues } from "./policy-variables";
import type { PrincipalClass } from "./principal-class";
import type { Scope } from "./scope";

/** What a statement is read against. */
export interface Reader {
  readonly principal: PrincipalClass;
  /** Tells which condition keys are modelled. */
  readonly scope: Scope;
  readonly variables: VariableValues;
  /** A `NotPrincipal` that denies spares nobody who has a permissions boundary. */
  readonly bounded?: boolean;
}
