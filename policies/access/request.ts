import type { Principal } from "./principal";

/** One request, as policies see it. Any text may hold the marks of `model/symbolic.ts`. */
export interface Request {
  readonly principal: Principal;
  /** `service:Action`. */
  readonly action: string;
  readonly resource: string;
  /**
   * Condition keys and their values. A key that is not listed is absent, unless the principal or the world determines
   * it, as they do `aws:PrincipalAccount`.
   */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** Requests that differ in nothing but their action. */
export interface Requests extends Omit<Request, "action"> {
  readonly actions: readonly string[];
}
