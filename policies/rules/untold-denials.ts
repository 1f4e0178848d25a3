import type { PolicyDocument } from "../access/document";
import type { Condition } from "../access/statement";
import { once } from "../once";

/**
 * Condition keys of which it is known that a request of a service, or of a role that works for one, has them not, where
 * they are not told: what the principal, the network, the connection and the sign-in determine, and the headers of
 * encryption, which are asked about apart.
 */
const TOLD =
  /^(aws:(called|federatedprovider|multifactorauth|principal|resourceaccount|resourceorg|secure|source|tokenissue|user(id|name)|viaaws|vpcsource)|s3:(tlsversion|x-amz-server-side-encryption))/i;

/**
 * A document whose denials count whatever else a request says, and the keys on which that turns. AWS's services say more
 * than they document: a user agent, a version of the signature, a context of encryption. A denial that turns on one of
 * those may meet what they do.
 *
 * @returns undefined where no denial turns on any
 */
export function deniedWhateverIsSaid(
  document: PolicyDocument,
  told: Readonly<Record<string, unknown>>,
): { readonly document: PolicyDocument; readonly keys: readonly string[] } | undefined {
  const said = Object.keys(told).map((key) => key.toLowerCase());
  const untold = untoldIn(document).filter((key) => !said.includes(key.toLowerCase()));
  if (untold.length === 0) return undefined;
  const statements = document.statements.map((statement) =>
    statement.effect === "Deny"
      ? { ...statement, conditions: statement.conditions.filter(({ key }) => !untold.includes(key)) }
      : statement,
  );
  return { document: { ...document, statements }, keys: untold };
}

const untoldIn = once(({ statements }: PolicyDocument): readonly string[] => {
  const conditions = statements.flatMap((statement): readonly Condition[] =>
    statement.effect === "Deny" ? statement.conditions : [],
  );
  return [...new Set(conditions.map(({ key }) => key).filter((key) => !TOLD.test(key)))];
});
