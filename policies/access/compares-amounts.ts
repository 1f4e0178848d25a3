import type { PolicyDocument } from "./document";
import { once } from "../once";

type Context = Readonly<Record<string, readonly string[] | string>>;

/**
 * Whether a document may compare an account's id, or what looks like one, by its amount, and not only as a name.
 *
 * @param context what requests carry under some condition keys
 */
export function comparesAmounts(document: PolicyDocument, context: Context = {}): boolean {
  const { keys, some } = amountsIn(document);
  return some || Object.entries(context).some(([key, values]) => keys.has(key.toLowerCase()) && hasAccount(values));
}

const amountsIn = once(({ statements }: PolicyDocument) => {
  const amounts = statements.flatMap(({ conditions }) =>
    conditions.filter(({ operator }) => /Numeric|Date/i.test(operator)),
  );
  return {
    keys: new Set(amounts.map(({ key }) => key.toLowerCase())),
    some: amounts.some(({ key, values }) => /account|id$/i.test(key) || hasAccount(values)),
  };
});

function hasAccount(values: readonly string[] | string): boolean {
  return /\d{12}/.test(String(values));
}
