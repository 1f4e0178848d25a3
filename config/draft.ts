import { type z } from "zod";
import type {
  Access,
  Approvals,
  Counterparty,
  Enclave,
  Estate,
  Flow,
  Monitor,
  Organization,
  Site,
  StateBackend,
} from "./estate";
import type { Path, Problem } from "./problem";
import { MEMBERS, PARTS } from "./schema";

/** Something well-formed, with its place in the file. */
export interface Declared<T> {
  readonly value: T;
  readonly path: Path;
}

/**
 * What is well-formed of an estate: parts that are not are left out, so that the rules between the
 * parts can be checked on the rest and everything wrong is found in one run.
 */
export interface Draft {
  readonly organization?: Organization;
  readonly protectedJurisdictions?: Estate["protectedJurisdictions"];
  readonly monitor?: Monitor;
  readonly enclave?: Enclave;
  readonly state?: StateBackend;
  readonly approvals?: Approvals;
  readonly sites: readonly Declared<Site>[];
  readonly counterparties: readonly Declared<Counterparty>[];
  readonly accesses: readonly Declared<Access>[];
  readonly flows: readonly Declared<Flow>[];
  /** Lists with a member that is not well-formed: what is missing from them may well be declared. */
  readonly incomplete: ReadonlySet<List>;
}

export type List = keyof typeof MEMBERS;

const LISTS = Object.keys(MEMBERS) as List[];
const SECTIONS = [...Object.keys(PARTS), ...LISTS];

/** @param root the file's content, any JSON value */
export function draftOf(root: unknown): { readonly draft: Draft; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  if (root === null || typeof root !== "object" || Array.isArray(root)) {
    problems.push({
      code: "estate.not-a-mapping",
      path: [],
      value: root,
      rule: "be a mapping of sections",
      fix: `begin with ${SECTIONS[0]}:`,
    });
    return { draft: { sites: [], counterparties: [], accesses: [], flows: [], incomplete: new Set(LISTS) }, problems };
  }
  const sections = root as Record<string, unknown>;
  problems.push(
    ...Object.keys(sections)
      .filter((key) => !SECTIONS.includes(key))
      .map((key) => unknownKey([key], SECTIONS)),
  );

  const incomplete = new Set<List>();
  const draft: Record<string, unknown> = { incomplete };
  for (const [name, schema] of Object.entries(PARTS)) {
    draft[name] = parse(schema, sections[name], [name], problems);
  }
  for (const name of LISTS) {
    const members = sections[name] ?? (name === "sites" ? undefined : []);
    if (!Array.isArray(members)) problems.push(notAList(name, members));
    const declared = (Array.isArray(members) ? members : []).flatMap((member: unknown, index) => {
      const value = parse(MEMBERS[name], member, [name, index], problems);
      return value === undefined ? [] : [{ value, path: [name, index] }];
    });
    if (!Array.isArray(members) || declared.length < members.length) incomplete.add(name);
    draft[name] = declared;
  }
  return { draft: draft as unknown as Draft, problems };
}

/** An estate of which nothing was left out. */
export function estateOf(name: string, draft: Draft): Estate {
  const { organization, protectedJurisdictions, monitor, enclave, state, approvals } = draft;
  const values = <T>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value);
  return {
    name,
    organization: organization!,
    protectedJurisdictions: protectedJurisdictions!,
    monitor: monitor!,
    enclave: enclave!,
    state: state!,
    sites: values(draft.sites),
    counterparties: values(draft.counterparties),
    accesses: values(draft.accesses),
    flows: values(draft.flows),
    approvals: approvals!,
  };
}

/** A value in its form, or nothing, with what is wrong with it among the problems. */
export function parse(schema: z.ZodType, value: unknown, path: Path, problems: Problem[]): unknown {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push(...problemsOf(issue, path));
  return undefined;
}

function problemsOf(issue: z.core.$ZodIssue, base: Path): readonly Problem[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  const { input } = issue;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey([...path, key], []));
    case "custom":
      return [{ ...(issue.params as { code: string; rule: string; fix: string }), path, value: input }];
    case "invalid_value":
      return [
        {
          code: "estate.unknown-value",
          path,
          value: input,
          rule: `be one of ${issue.values.join(", ")}`,
          fix: "choose one",
        },
      ];
    case "invalid_union":
      return [{ code: "estate.unknown-value", path, value: input, rule: "be one of local, s3", fix: "choose one" }];
    case "invalid_type":
      return input === undefined
        ? [{ code: "estate.missing", path, value: input, rule: "be declared", fix: `add ${String(path.at(-1))}` }]
        : [
            {
              code: "estate.wrong-type",
              path,
              value: input,
              rule: `be ${article(issue.expected)}`,
              fix: issue.expected === "string" ? "quote it" : `write ${article(issue.expected)}`,
            },
          ];
    case "too_small":
      return [
        {
          code: "estate.too-small",
          path,
          value: input,
          rule: `be at least ${issue.minimum}${issue.origin === "array" ? " long" : ""}`,
          fix: "raise it",
        },
      ];
    case "too_big":
      return [
        {
          code: "estate.too-big",
          path,
          value: input,
          rule: `be at most ${issue.maximum}${issue.origin === "array" ? " long" : ""}`,
          fix: "lower it",
        },
      ];
    default:
      return [{ code: "estate.malformed", path, value: input, rule: issue.message, fix: "see docs/estate.md" }];
  }
}

function unknownKey(path: Path, known: readonly string[]): Problem {
  const fix = known.length > 0 ? `the sections are ${known.join(", ")}` : "remove it; docs/estate.md lists the fields";
  return { code: "estate.unknown-key", path, value: path.at(-1), rule: "be a field that an estate has", fix };
}

function notAList(name: string, value: unknown): Problem {
  return {
    code: "estate.missing",
    path: [name],
    value,
    rule: "be a list",
    fix: `write ${name}: and one entry a line, each beginning with a hyphen`,
  };
}

const article = (form: string) => `${/^[aeiou]/.test(form) ? "an" : "a"} ${form}`;
