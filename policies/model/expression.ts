import type { Data } from "./data";
import { endOfInterpolation } from "./interpolation";
import { hasMark, hole } from "./symbolic";

/** What the names in an expression stand for; nothing when it cannot be said. */
export interface Scope {
  /** @param path after the resource's name, e.g. `["arn"]` or `["tags", "owner"]` */
  attribute(type: string, name: string, path: readonly string[]): Data | undefined;
  local(name: string, path: readonly string[]): Data | undefined;
  data(type: string, name: string, path: readonly string[]): Data | undefined;
}

/** Roots of a reference that are no resource type. @see https://developer.hashicorp.com/terraform/language/expressions/references */
const OTHER_ROOTS = new Set(["var", "module", "path", "terraform", "each", "count", "self", "ephemeral"]);

/** Deeper than anybody writes; past it nothing is read, so that no input exhausts the stack. */
const DEEPEST = 100;
/** Longer than any attribute that AWS takes: texts that double in each step would fill the memory. */
const LONGEST = 2 ** 20;
/** @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences */
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/**
 * What a string of Terraform's JSON syntax means: literal text, a reference's value, or text with holes where
 * something stands that only Terraform can compute.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
 */
export function resolveTemplate(text: string, scope: Scope): Data {
  if (!text.includes("${") && !text.includes("%{")) return text;
  const meaning = new Parser(text, scope).template(undefined);
  return meaning === undefined ? hole(text) : meaning;
}

/** Reads the part of Terraform's expression language that has a literal meaning; all else is a hole. */
class Parser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly scope: Scope,
  ) {}

  /** Up to the closing quote, or to the end of the text; nothing when it cannot be read. */
  template(closing: '"' | undefined): Data | undefined {
    const parts: Data[] = [];
    let literal = "";
    const flush = () => {
      if (literal !== "") parts.push(literal);
      literal = "";
    };
    while (this.at < this.text.length && !(closing && this.text[this.at] === closing)) {
      const two = this.text.slice(this.at, this.at + 2);
      if ((two === "$$" || two === "%%") && this.text[this.at + 2] === "{") {
        literal += `${two[0]}{`;
        this.at += 3;
      } else if (two === "%{") return undefined;
      else if (two === "${") {
        flush();
        const part = this.interpolation();
        if (part === undefined) return undefined;
        parts.push(part);
      } else {
        const run = closing ? this.quotedRun() : this.run();
        if (run === undefined) return undefined;
        literal += run;
      }
    }
    flush();
    if (parts.length === 0) return "";
    if (parts.length === 1) return parts[0];
    const text = parts.map((part) => inText(part)).join("");
    return text.length > LONGEST ? hole(`a text of more than ${LONGEST} characters`) : text;
  }

  /** Literal text, up to where something may begin. */
  private run(): string {
    const begins = this.at;
    do this.at++;
    while (this.at < this.text.length && this.text[this.at] !== "$" && this.text[this.at] !== "%");
    return this.text.slice(begins, this.at);
  }

  /** As `run`, between quotes; nothing when an escape is none of Terraform's. */
  private quotedRun(): string | undefined {
    if (this.text[this.at] !== "\\") return this.take(/[$%]|[^$%"\\]+/y);
    const code = this.take(/\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}/y)?.slice(2);
    if (code !== undefined)
      return parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(code, 16)) : undefined;
    const escaped = ESCAPES[this.text[this.at + 1] ?? ""];
    this.at += 2;
    return escaped;
  }

  /** Nothing where it trims the text beside it, which is then not what is written. */
  private interpolation(): Data | undefined {
    const begins = this.at + 2;
    this.at = begins;
    if (this.text[begins] === "~") return undefined;
    const value = this.expression();
    this.space();
    if (value !== undefined && this.text[this.at] === "}") {
      this.at++;
      return value;
    }
    const ends = endOfInterpolation(this.text, begins);
    if (this.text[ends - 1] === "~") return undefined;
    this.at = ends + 1;
    return hole(this.text.slice(begins, ends).trim());
  }

  /** Nothing when it is not of the part that is read; the caller makes a hole of the whole. */
  private expression(): Data | undefined {
    if (this.depth >= DEEPEST) return undefined;
    this.depth++;
    const value = this.term();
    this.depth--;
    return value;
  }

  private term(): Data | undefined {
    this.space();
    const next = this.text[this.at];
    if (next === '"') return this.quoted();
    if (next === "{") return this.object();
    if (next === "[") return this.tuple();
    const number = this.take(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (number !== undefined) return Number(number);
    if (this.take(/jsonencode\(/y) !== undefined) return this.encoded();
    const root = this.take(/[A-Za-z_][\w-]*/y);
    if (root === undefined) return undefined;
    if (root === "true") return true;
    if (root === "false") return false;
    if (root === "null") return null;
    return this.reference(root);
  }

  private reference(root: string): Data | undefined {
    const path: string[] = [];
    for (;;) {
      const step = this.take(/\.(?:[A-Za-z_][\w-]*|\d+)|\[\d+\]|\["[\w./:-]+"\]/y);
      if (step === undefined) break;
      path.push(step.replace(/^\.|^\["?|"?\]$/g, ""));
    }
    if (OTHER_ROOTS.has(root) || path.length === 0) return undefined;
    const [name, ...rest] = path as [string, ...string[]];
    if (root === "local") return this.scope.local(name, rest);
    if (root !== "data") return this.scope.attribute(root, name, rest);
    return rest[0] === undefined ? undefined : this.scope.data(name, rest[0], rest.slice(1));
  }

  private encoded(): Data | undefined {
    const value = this.expression();
    this.space();
    if (value === undefined || this.text[this.at] !== ")") return undefined;
    this.at++;
    return JSON.stringify(value);
  }

  private quoted(): Data | undefined {
    this.at++;
    const value = this.template('"');
    if (value === undefined || this.text[this.at] !== '"') return undefined;
    this.at++;
    return value;
  }

  private object(): Data | undefined {
    const entries: [string, Data][] = [];
    this.at++;
    for (this.space(); this.text[this.at] !== "}"; this.space()) {
      const key = this.text[this.at] === '"' ? this.quoted() : this.take(/[A-Za-z_][\w-]*/y);
      this.space();
      if (typeof key !== "string" || this.take(/=(?!=)|:/y) === undefined) return undefined;
      const value = this.expression();
      if (value === undefined || this.take(/[^\S\n]*(?:[,\n]|(?=\}))/y) === undefined) return undefined;
      entries.push([key, value]);
    }
    this.at++;
    return Object.fromEntries(entries);
  }

  private tuple(): Data | undefined {
    const items: Data[] = [];
    this.at++;
    for (this.space(); this.text[this.at] !== "]"; this.space()) {
      const item = this.expression();
      if (item === undefined || this.take(/\s*(?:,|(?=\]))/y) === undefined) return undefined;
      items.push(item);
    }
    this.at++;
    return items;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private space(): void {
    this.take(/\s*/y);
  }
}

/** A value as part of a longer text. */
function inText(value: Data): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return hole(JSON.stringify(value));
}

/** Whether the whole of a value is one thing that cannot be known. */
export function isUnknown(value: Data | undefined): value is string {
  return typeof value === "string" && hasMark(value) && /^\uE000[^\uE001]*\uE001$/.test(value);
}
