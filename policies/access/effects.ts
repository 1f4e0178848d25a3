import type { PolicyDocument } from "./document";
import { any, type Formula } from "./formula";
import type { Naming } from "./principal-formula";
import type { Reader } from "./reader";
import { statementFormula } from "./statement-formula";

/** When a request is denied explicitly, and when it is allowed if it is not. */
export interface Permission {
  readonly denied: Formula;
  readonly allowed: Formula;
}

/** What one document does on its own. */
export function aloneOf(document: PolicyDocument, reader: Reader): Permission {
  return { denied: refused(document, reader), allowed: granted(document, reader) };
}

export function granted(document: PolicyDocument, reader: Reader, namings?: readonly Naming[]): Formula {
  return statements(document, "Allow", reader, namings);
}

export function refused(document: PolicyDocument, reader: Reader): Formula {
  return statements(document, "Deny", reader);
}

function statements(
  document: PolicyDocument,
  effect: "Allow" | "Deny",
  reader: Reader,
  namings?: readonly Naming[],
): Formula {
  return any(
    ...document.statements
      .filter((statement) => statement.effect === effect)
      .map((statement) => statementFormula(statement, document.version, reader, namings)),
  );
}
