import { posix } from "node:path";
import { z } from "zod";
import type { Report } from "../../policies/report";

/** @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
/** @see https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md */
const PREDICATE_TYPE = "https://in-toto.io/attestation/test-result/v0.1";

const SUBJECT = z.object({
  name: z.string().refine(isPlainPath, "must be the path of a file below the bundle"),
  digest: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in lower-case hex") }),
});
const STATEMENT = z.object({
  _type: z.literal(STATEMENT_TYPE),
  subject: z
    .array(SUBJECT)
    .min(1)
    .refine((subjects) => new Set(subjects.map(({ name }) => name)).size === subjects.length, "names a file twice"),
  predicateType: z.literal(PREDICATE_TYPE),
  predicate: z.object({ result: z.enum(["PASSED", "WARNED", "FAILED"]) }),
});

/** What is read of a statement; fields that are not known are ignored, as in-toto demands. */
export type Statement = z.infer<typeof STATEMENT>;

/** What was judged with: an in-toto resource descriptor. */
export interface Descriptor {
  readonly name: string;
  readonly digest: { readonly sha256: string } | { readonly gitCommit: string };
}

/**
 * The in-toto statement about a bundle: the SHA-256 of each file, and what the policies came to.
 *
 * A policy passed when it asked something and nothing objected, is warned of when what it objected to is waived, and
 * failed when a finding is left, undecided ones among them. One that asked nothing is named nowhere.
 */
export function statementOf(
  files: readonly Descriptor[],
  configuration: readonly Descriptor[],
  report: Report,
): string {
  const failed = new Set(report.findings.map(({ policy }) => policy));
  const warned = new Set(report.waived.map(({ finding }) => finding.policy).filter((id) => !failed.has(id)));
  const passed = report.policies.filter(({ policy, counts }) => counts.pass > 0 && !failed.has(policy.id));
  const statement = {
    _type: STATEMENT_TYPE,
    subject: files,
    predicateType: PREDICATE_TYPE,
    predicate: {
      result: failed.size > 0 ? "FAILED" : warned.size > 0 ? "WARNED" : "PASSED",
      configuration,
      passedTests: passed.map(({ policy }) => policy.id).filter((id) => !warned.has(id)),
      warnedTests: [...warned].sort(),
      failedTests: [...failed].sort(),
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

/** The statement, or what is wrong with it. */
export function parseStatement(text: string): Statement | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return "it is no JSON";
  }
  const { data, error } = STATEMENT.safeParse(json);
  if (data) return data;
  const [first] = error.issues;
  return `'${first?.path.join(".")}' ${first?.message}`;
}

function isPlainPath(name: string): boolean {
  return name !== "" && !posix.isAbsolute(name) && posix.normalize(name) === name && !/^\.\.(\/|$)|\\|\/$/.test(name);
}
