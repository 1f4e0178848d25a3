import { LineCounter, parseDocument, visit, type Alias, type Document, type YAMLError } from "yaml";

/** Why a text is no plain YAML document, and where. */
export interface YamlProblem {
  readonly code: "not-yaml" | "duplicate-key" | "alias-bomb";
  /** From the beginning of the text, up to the end of what is wrong. */
  readonly range: readonly [number, number];
  /** Completes "must …". */
  readonly rule: string;
  readonly fix: string;
}

export interface PlainYaml {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly problems: readonly YamlProblem[];
  /** What it says, where there is no problem. */
  readonly value: unknown;
}

interface Options {
  /** Anchors are convenient; a file that unfolds more often than this is a bomb. */
  readonly mostAliases: number;
  /** `failsafe` takes every scalar for a text. */
  readonly schema?: "failsafe";
}

/** So many lists in lists on one line take all of the parser's memory before it can give up on them. */
const BOTTOMLESS = /^ *(?:[-?:][ \t]+){1000}/m;

/** Reads one YAML document that says each thing once, in tags that are known and with aliases of what stands before. */
export function parsePlainYaml(text: string, { mostAliases, schema }: Options): PlainYaml {
  const lines = new LineCounter();
  const options = { lineCounter: lines, uniqueKeys: true, strict: true, logLevel: "error" as const, schema };
  const bottomless = BOTTOMLESS.exec(text);
  const document = parseDocument(bottomless ? "" : text, options);
  const problems = bottomless
    ? [tooDeep(bottomless.index)]
    : [...[...document.errors, ...document.warnings].map(syntaxProblem), ...aliasProblems(document, mostAliases)];
  const { value, bomb } = problems.length > 0 ? {} : unfolded(document, mostAliases);
  return { document, lines, value, problems: bomb ? [bomb] : problems };
}

function unfolded(document: Document.Parsed, most: number): { readonly value?: unknown; readonly bomb?: YamlProblem } {
  try {
    return { value: document.toJS({ maxAliasCount: most }) };
  } catch {
    // Aliases of aliases: few of them, and each stands for many.
    return { bomb: tooMany([0, 0], most) };
  }
}

function syntaxProblem({ code, pos }: YAMLError): YamlProblem {
  if (code === "DUPLICATE_KEY") {
    return { code: "duplicate-key", range: pos, rule: "say a thing once", fix: "remove one of the two" };
  }
  if (code === "RESOURCE_EXHAUSTION") return tooDeep(pos[0]);
  return { code: "not-yaml", range: pos, rule: `be one YAML document (${code})`, fix: "correct the syntax there" };
}

function aliasProblems(document: Document.Parsed, most: number): readonly YamlProblem[] {
  const found: { readonly alias: Alias; readonly within: readonly unknown[] }[] = [];
  visit(document, { Alias: (_key, alias, within) => void found.push({ alias, within }) });
  if (found.length > most) return [tooMany(rangeOf(found[most]!.alias), most)];
  return found.flatMap(({ alias, within }) => {
    const target = alias.resolve(document);
    if (target && !within.includes(target)) return [];
    const rule = target ? "hold no alias of what it stands in" : "name by an alias what an anchor before it has named";
    return [{ code: "not-yaml" as const, range: rangeOf(alias), rule, fix: "write what it stands for" }];
  });
}

const rangeOf = ({ range }: Alias): readonly [number, number] => [range?.[0] ?? 0, range?.[1] ?? 0];

const tooMany = (range: readonly [number, number], most: number): YamlProblem => ({
  code: "alias-bomb",
  range,
  rule: most === 0 ? "hold no alias" : `unfold to a plain value with at most ${most} aliases`,
  fix: "write the repeated parts out",
});

const tooDeep = (at: number): YamlProblem => ({
  code: "not-yaml",
  range: [at, at],
  rule: "be nested less deep",
  fix: "write each part on a line of its own",
});
