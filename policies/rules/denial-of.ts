import { parsePolicy, type PolicyDocument } from "../access/document";

/** What somebody may be granted, as the elements of a statement: without an action every one, on everything. */
export interface Permitted {
  /** Absent for identity policies, whose holder is not named. */
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A document that denies exactly the requests that are permitted, so that what is left to ask about is all others. */
export function denialOf(permitted: readonly Permitted[]): PolicyDocument {
  return parsePolicy({
    Version: "2012-10-17",
    Statement: permitted.map((each) => ({ Effect: "Deny", Action: "*", Resource: "*", ...each })),
  });
}
