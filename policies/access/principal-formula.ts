import { type Answer, some } from "../answer";
import { hasHole, hasMark, hole } from "../model/symbolic";
import { all, always, any, doubt, type Formula, isNever, literal, negation, never } from "./formula";
import { lettersOf } from "./letters";
import { matches } from "./matching";
import { textLiteral } from "./literal";
import { patternList, patternOf } from "./pattern";
import { hasAccount, type PrincipalClass } from "./principal-class";
import type { PrincipalElement } from "./statement";

/** By what a `Principal` element names somebody: decides which other policies still bound what it grants. */
export type Naming = "everyone" | "account" | "identity" | "session" | "other";

export const NAMINGS: readonly Naming[] = ["everyone", "account", "identity", "session", "other"];

const SESSION = /:sts::.*:(assumed-role|federated-user)\//;
const USER = /:iam::.*:user\//;

/** Whether a `Principal` element names a principal, in one of some ways. */
export function principalFormula(
  element: PrincipalElement,
  principal: PrincipalClass,
  namings: readonly Naming[] = NAMINGS,
): Formula {
  const by = (naming: Naming, formula: () => Formula) => (namings.includes(naming) ? formula() : never);
  return any(
    by("everyone", () => (element.everyone ? always : mayBeEveryone(element))),
    by("account", () => formulaOf(listsAccount(element, principal))),
    by("identity", () => identity(element, principal)),
    by("session", () => formulaOf(listsSession(element, principal))),
    by("other", () => others(element, principal)),
  );
}

/**
 * Whether a statement with a `NotPrincipal` element is about a principal.
 *
 * A user is exempt when it and its account are listed, a role's session when it, its role and its account are. Of what
 * is listed in part, AWS only says that it *might* be denied.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function notPrincipalFormula(element: PrincipalElement, principal: PrincipalClass): Formula {
  if (element.everyone) return never;
  if (!isNever(mayBeEveryone(element))) return OPEN;
  if (!hasAccount(principal)) return negation(others(element, principal));
  const account = formulaOf(listsAccount(element, principal));
  if (principal.kind === "root") return negation(account);
  const self = identity(element, principal);
  const session = principal.kind === "role" ? formulaOf(listsSession(element, principal)) : always;
  const named = principal.kind === "role" ? any(self, session) : self;
  const canonical = element.canonicalUsers.length > 0 ? doubt("which account a canonical user id is") : never;
  return any(
    all(negation(named), negation(canonical)),
    all(
      negation(all(account, self, session)),
      doubt("'NotPrincipal' lists a principal, but not all that it is known by"),
    ),
  );
}

const OPEN = doubt("whom a principal names is known only after deployment");

function formulaOf(answer: Answer): Formula {
  if (answer === "unknown") return OPEN;
  return answer === "yes" ? always : never;
}

/** A hole alone may become `*`. */
function mayBeEveryone({ aws }: PrincipalElement): Formula {
  const everyone = lettersOf("*");
  return aws.some((name) => hasHole(name) && matches(patternOf(name, { wildcards: false }), everyone) !== "no")
    ? OPEN
    : never;
}

function listsAccount(element: PrincipalElement, principal: PrincipalClass): Answer {
  const { account } = principal;
  if (account === undefined) return "no";
  return some(
    element.aws.map((name): Answer => {
      if (!hasMark(name)) return name === account || name.endsWith(`:iam::${account}:root`) ? "yes" : "no";
      const pattern = patternOf(name, { wildcards: false });
      const partition = /^arn:([\w-]+):/.exec(name)?.[1] ?? principal.names[0]!.split(":")[1]!;
      return some([account, `arn:${partition}:iam::${account}:root`].map((text) => matches(pattern, lettersOf(text))));
    }),
  );
}

function listsSession(element: PrincipalElement, principal: PrincipalClass): Answer {
  if (principal.kind !== "role") return "no";
  const anySession = `arn:${hole("partition")}:sts::${principal.account}:assumed-role/${hole("role")}/${hole("session")}`;
  return some(
    element.aws
      .filter((name) => SESSION.test(name) || hasMark(name))
      .map((name): Answer => {
        if (principal.session === undefined && !hasMark(name)) return "no";
        return matches(patternOf(name, { wildcards: false }), lettersOf(principal.session ?? anySession));
      }),
  );
}

/** By the ARN of a role, user or federated user. */
function identity(element: PrincipalElement, principal: PrincipalClass): Formula {
  if (!hasAccount(principal)) return never;
  const names = element.aws.filter(
    (name) => mayBeOf(name, principal.account) && (principal.kind === "federatedUser" || !SESSION.test(name)),
  );
  // Whose federated session it is does not show in its ARN.
  const theUser =
    principal.kind === "federatedUser" && names.some((name) => USER.test(name) && name.includes(principal.account));
  return any(
    names.length === 0 ? never : equals("aws:principalarn", names),
    theUser ? doubt("which user a federated session belongs to") : never,
  );
}

/** Whether an ARN, as far as it is known, may be of an account: most statements name somebody else's. */
function mayBeOf(name: string, account: string): boolean {
  return hasMark(name) || name.split(":")[4] === account;
}

function others(element: PrincipalElement, principal: PrincipalClass): Formula {
  if (principal.kind === "service") return equals("aws:principalservicename", element.services);
  if (principal.kind === "federated") return equals("aws:federatedprovider", element.federated);
  if (!hasAccount(principal) || element.canonicalUsers.length === 0) return never;
  return doubt("which account a canonical user id is");
}

function equals(variable: string, names: readonly string[]): Formula {
  if (names.length === 0) return never;
  const how = { variable, quantifier: "one", negated: false, whenAbsent: false, wanted: true } as const;
  return literal(textLiteral(patternList(names, { wildcards: false }), how));
}
