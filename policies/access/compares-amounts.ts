import type { PolicyDocument } from "./document";
import { once } from "./once";

/** Whether a document may compare an account's id, or what looks like one, by its amount, and not only as a name. */
export const comparesAmounts = once((document: PolicyDocument): boolean =>
  document.statements.some(({ conditions }) =>
    conditions.some(({ operator, key, values }) => {
      const isOfAmounts = /Numeric|Date/i.test(operator);
      return isOfAmounts && (/account|id$/i.test(key) || values.some((value) => /\d{12}/.test(value)));
    }),
  ),
);
