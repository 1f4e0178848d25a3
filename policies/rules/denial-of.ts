import { parsePolicy, type PolicyDocument } from "../access/document";
import { Kept } from "../kept";

/** What somebody may be granted, as the elements of a statement: without an action every one, on everything. */
export interface Permitted {
  /** Absent for identity policies, whose holder is not named. */
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const denials = new Kept<PolicyDocument>();

/**
 * A document that denies exactly the requests that are permitted, so that what is left to ask about is all others. One
 * for the same permissions, so that what is found out about it is found again.
 */
export function denialOf(permitted: readonly Permitted[]): PolicyDocument {
  const statements = permitted.map((each) => ({ Effect: "Deny", Action: "*", Resource: "*", ...each }));
  return denials.of(JSON.stringify(statements), () => parsePolicy({ Version: "2012-10-17", Statement: statements }));
}
