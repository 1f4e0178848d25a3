import { hasMark } from "../model/symbolic";
import type { PrincipalElement } from "./statement";

const KINDS = { AWS: "aws", Service: "services", Federated: "federated", CanonicalUser: "canonicalUsers" } as const;
const ACCOUNT_OR_ARN =
  /^(\d{12}|arn:[\w-]+:iam::\d{12}:(root|user\/[^*?]+|role\/[^*?]+)|arn:[\w-]+:sts::\d{12}:(assumed-role|federated-user)\/[^*?]+)$/;

/**
 * A `Principal` or `NotPrincipal` element. What AWS would refuse to save, such as a wildcard inside an ARN, is reported.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipals(value: unknown, report: (problem: string) => void): PrincipalElement {
  const found = {
    everyone: value === "*",
    aws: [] as string[],
    services: [] as string[],
    federated: [] as string[],
    canonicalUsers: [] as string[],
  };
  if (value === "*") return found;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    report("a principal must be * or an object");
    return found;
  }
  for (const [kind, names] of Object.entries(value)) {
    if (!Object.hasOwn(KINDS, kind)) {
      report(`'${kind}' is no kind of principal`);
      continue;
    }
    const list: readonly unknown[] = Array.isArray(names) ? names : [names];
    if (list.length === 0) report(`a principal of kind '${kind}' must be named`);
    for (const name of list) {
      if (kind === "AWS" && name === "*") found.everyone = true;
      else if (typeof name !== "string" || name === "") report(`a principal of kind '${kind}' must be a text`);
      else {
        found[KINDS[kind as keyof typeof KINDS]].push(name);
        reportName(kind, name, report);
      }
    }
  }
  return found;
}

function reportName(kind: string, name: string, report: (problem: string) => void): void {
  if (/[*?]/.test(name)) report(`'${name}': a principal takes no wildcard but * alone, for everyone`);
  else if (kind === "AWS" && !hasMark(name) && !ACCOUNT_OR_ARN.test(name)) {
    report(`'${name}' is no account, root, user, role or session`);
  }
}
