import type { DataClass } from "../../config/estate";
import type { Answer } from "../answer";
import { Kept } from "../kept";
import { fail, pass, undecided, type Location, type Verdict } from "../verdict";
import { isObject, type Data } from "./data";
import { withDynamic } from "./dynamic";
import { isUnknown } from "./expression";
import type { SourceLine } from "./construct-origin";
import { hasHole, hole, holesOf, legible } from "./symbolic";

/** A resource of the judged output, with the place where it would be. */
export interface Resource {
  readonly stack: string;
  readonly type: string;
  readonly name: string;
  /** Terraform's, without the stack. */
  readonly address: string;
  readonly constructPath: string | undefined;
  /** The line of the program that made it, where the output carries it. */
  readonly source: SourceLine | undefined;
  /** Id of what exists already and is taken over; undefined when it is created, or the plan no longer says. */
  readonly importedId: string | undefined;
  /** Unknown when `count` or `for_each` decides how many there are. */
  readonly exists: Answer;
  /** Twelve digits, or a hole. */
  readonly account: string;
  /** A region's code, or a hole: the resource's own, else its provider's. */
  readonly region: string;
  readonly partition: string;
  /** ISO code of the country of its region; undefined when the region is not known. */
  readonly country: string | undefined;
  /** What the data in it is; without a tag that says so it counts as restricted. */
  readonly dataClass: DataClass;
  /** The whole block. */
  readonly root: Value;
  /**
   * What stands at a path; unknown where changes to it are ignored, since it may come to be anything.
   *
   * @param path e.g. `rule[0].apply_server_side_encryption_by_default[0].sse_algorithm`; empty for the whole
   */
  value(path: string): Value;
  /** A tag of its own, of its group where its type takes none, or one of its provider's defaults. */
  tag(name: string): Value;
  /** What an attribute will be: configured, computed from what is configured, or what AWS will choose. */
  attribute(name: string): Data | undefined;
  /** Whether an attribute is this text; unknown too where it may be handed over by a condition that no plan tells. */
  has(attribute: string, text: string): Answer;
  /** What a plan knows of an attribute that nobody configured; absent in a configuration. */
  exported(name: string): Value;
  /** Every text that names this resource: its ARN, id, name and the like. */
  names(): ReadonlySet<string>;
  /** The resources whose `attribute` names this one. */
  companions(type: string, attribute: string): readonly Resource[];
  /** The resource that a text names, as seen from this one. */
  find(text: string, ...types: readonly string[]): Resource | undefined;
}

/** Whom a value names: resources of the judged output, something that is not in it, or what cannot be known. */
export type Target =
  | { readonly kind: "resource"; readonly resource: Resource }
  | { readonly kind: "elsewhere"; readonly text: string }
  | { readonly kind: "unknown"; readonly expression: string }
  | { readonly kind: "absent" };

/**
 * What stands in an attribute, with its place and the questions that policies ask of it.
 *
 * Literal, symbolic, unknown and absent are told apart here, once, so that no policy can forget the unknown.
 */
export class Value {
  constructor(
    readonly resource: Resource,
    readonly jsonPath: string,
    /** Undefined when it is absent. */
    readonly data: Data | undefined,
  ) {}

  get at(): Location {
    return { stack: this.resource.stack, address: this.resource.address, jsonPath: this.jsonPath };
  }

  get isAbsent(): boolean {
    return this.data === undefined || this.data === null;
  }

  /** Whether all of it is one thing that cannot be known. */
  get isUnknown(): boolean {
    return isUnknown(this.data ?? undefined);
  }

  /** The text, number or boolean as text, with its marks; undefined when it is absent, unknown or a structure. */
  get text(): string | undefined {
    if (this.isUnknown || this.isAbsent || typeof this.data === "object") return undefined;
    return String(this.data);
  }

  /** As a person reads it, e.g. in a finding. */
  get legible(): string {
    if (this.isAbsent) return "nothing";
    return legible(typeof this.data === "string" ? this.data : JSON.stringify(this.data));
  }

  /** @param path e.g. `rule[0].apply_server_side_encryption_by_default[0].sse_algorithm` */
  value(path: string): Value {
    const found = stepsOf(path).reduce(stepInto, this.data);
    const jsonPath = this.jsonPath && path ? `${this.jsonPath}.${path}` : this.jsonPath + path;
    return new Value(this.resource, jsonPath, found);
  }

  /** Its elements; a block that stands without its list counts as one, and what is unknown as one unknown. */
  items(): readonly Value[] {
    if (this.isAbsent) return [];
    if (!Array.isArray(this.data)) return [this];
    const list = this.data as readonly Data[];
    return list.map((item, index) => new Value(this.resource, `${this.jsonPath}[${index}]`, item));
  }

  /** The names of its entries, e.g. of a map of tags. */
  keys(): readonly string[] {
    return isObject(this.data) ? Object.keys(this.data) : [];
  }

  /** Whether it is one of these, as Terraform converts: `"true"` and `"1"` are `true`. */
  is(...allowed: readonly (string | number | boolean)[]): Answer {
    if (this.isUnknown) return "unknown";
    if (this.isAbsent || typeof this.data === "object") return "no";
    const text = String(this.data);
    if (allowed.some((candidate) => isSame(candidate, text))) return "yes";
    return hasHole(text) ? "unknown" : "no";
  }

  /** Whom it names, by ARN, id, name or URL. @param types of the resource that it may name */
  target(...types: readonly string[]): Target {
    if (this.isAbsent) return { kind: "absent" };
    const { text } = this;
    if (text === undefined || hasHole(text)) return { kind: "unknown", expression: this.legible };
    const resource = this.resource.find(text, ...types);
    return resource ? { kind: "resource", resource } : { kind: "elsewhere", text };
  }

  mustBe(...allowed: readonly (string | number | boolean)[]): Verdict {
    return this.mustSatisfy(listed(allowed), () => this.is(...allowed));
  }

  /** Passes when it is absent too. */
  mustNotBe(...refused: readonly (string | number | boolean)[]): Verdict {
    const expected = `not ${listed(refused)}`;
    if (this.isAbsent) return pass(this.at);
    if (this.isUnknown) return this.cannotBeKnown(expected);
    const found = this.is(...refused);
    if (found === "unknown") return this.cannotBeKnown(expected);
    return found === "yes" ? fail(this.at, this.legible, expected) : pass(this.at);
  }

  mustBeAbsent(why = "nothing"): Verdict {
    if (this.isAbsent || this.isEmptyList || this.data === "") return pass(this.at);
    return this.isUnknown ? this.cannotBeKnown(why) : fail(this.at, this.legible, why);
  }

  /** Passes when it is a number of at least this. @param unit e.g. `days` */
  mustBeAtLeast(least: number, unit: string): Verdict {
    return this.mustBeNumber(`at least ${least} ${unit}`, (number) => number >= least);
  }

  /** Passes when it is a number of at most this. @param unit e.g. `days` */
  mustBeAtMost(most: number, unit: string): Verdict {
    return this.mustBeNumber(`at most ${most} ${unit}`, (number) => number <= most);
  }

  private mustBeNumber(expected: string, accepts: (number: number) => boolean): Verdict {
    return this.mustSatisfy(expected, ({ text = "" }) => {
      if (hasHole(text)) return "unknown";
      return text.trim() !== "" && accepts(Number(text)) ? "yes" : "no";
    });
  }

  /** Passes when it names a resource of the judged output that satisfies `accepts`. */
  mustReferTo(expected: string, types: readonly string[], accepts: (target: Resource) => Answer | boolean): Verdict {
    const target = this.target(...types);
    if (target.kind === "unknown") return this.cannotBeKnown(expected);
    if (target.kind !== "resource") return fail(this.at, this.legible, expected);
    return this.judged(expected, accepts(target.resource));
  }

  /** Passes when it is there, known as a whole, and satisfies `accepts`. */
  mustSatisfy(expected: string, accepts: (value: Value) => Answer | boolean): Verdict {
    if (this.isUnknown) return this.cannotBeKnown(expected);
    if (this.isAbsent) return fail(this.at, this.legible, expected);
    return this.judged(expected, accepts(this));
  }

  private judged(expected: string, answer: Answer | boolean): Verdict {
    if (answer === "unknown") return this.cannotBeKnown(expected);
    return answer === true || answer === "yes" ? pass(this.at) : fail(this.at, this.legible, expected);
  }

  private cannotBeKnown(expected: string): Verdict {
    const holes = typeof this.data === "string" ? holesOf(this.data) : [];
    const what = holes.length > 0 ? holes.join(", ") : this.legible;
    return undecided(this.at, `cannot be known before deployment: ${what}`, expected);
  }

  private get isEmptyList(): boolean {
    return Array.isArray(this.data) && this.data.length === 0;
  }
}

/** A name, or a place in a list. */
export type Step = string | number;

const steps = new Kept<readonly Step[]>();

/** @param path e.g. `rule[0].apply_server_side_encryption_by_default[0].sse_algorithm` */
export function stepsOf(path: string): readonly Step[] {
  return steps.of(path, () =>
    path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  );
}

export function stepInto(node: Data | undefined, step: Step): Data | undefined {
  if (isUnknown(node)) return node;
  if (typeof step === "number") {
    // Terraform's JSON syntax lets a block that occurs once stand without its list.
    if (step === 0 && isObject(node)) return node as Data;
    return Array.isArray(node) ? (node[step] as Data | undefined) : undefined;
  }
  if (Array.isArray(node) && node.length > 0) {
    return node.length === 1 ? stepInto(node[0] as Data, step) : hole(`${step} of one of ${node.length} blocks`);
  }
  if (!isObject(node)) return undefined;
  return withDynamic(node, step, Object.hasOwn(node, step) ? (node[step] as Data) : undefined);
}

/** @see https://pkg.go.dev/github.com/zclconf/go-cty/cty/convert */
function isSame(candidate: string | number | boolean, text: string): boolean {
  if (typeof candidate === "boolean" && (text === "1" || text === "0")) return candidate === (text === "1");
  return String(candidate) === text;
}

function listed(values: readonly (string | number | boolean)[]): string {
  return values.map((value) => JSON.stringify(value)).join(" or ");
}
