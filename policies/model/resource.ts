import { DATA_CLASSES, type DataClass } from "../../config/estate";
import { findRegion } from "../../config/geography";
import type { Answer } from "../answer";
import { resourceType } from "../catalogue/resource-type";
import { fillTemplate } from "../catalogue/template";
import type { SourceLine } from "./construct-origin";
import { isObject, type Data } from "./data";
import { withDynamic } from "./dynamic";
import { isUnknown } from "./expression";
import { own } from "./own";
import type { Place } from "./provider";
import type { Block } from "./source";
import { listOf } from "./synth-source";
import { hasHole, hole, identity, isAssigned, piecesOf } from "./symbolic";
import { stepInto, stepsOf, Value, type Resource, type Step } from "./value";

export type { Resource } from "./value";

/** What a resource asks of the output around it. */
export interface Surroundings {
  /** What a value of that stack's configuration means. */
  resolve(stack: string, node: unknown): Data;
  find(from: Resource, text: string, ...types: readonly string[]): Resource | undefined;
  companions(of: Resource, type: string, attribute: string): readonly Resource[];
}

/** Types that cannot be tagged: the attribute that names their group, and its type. */
const GROUPED: Readonly<Record<string, readonly [attribute: string, type: string]>> = {
  aws_scheduler_schedule: ["group_name", "aws_scheduler_schedule_group"],
};
const CIRCLE = hole("an attribute that refers to itself");
/** Attributes that tell one resource from every other, when AWS chooses them. */
const IDENTIFIES = /(^|_)(arn|id|url|dns_name|endpoint|identifier)$/;
/** `${self.arn == "arn:…"}`: a condition without which the deployment stops. */
const HANDED_OVER = /^\$\{self\.(\w+) == "([^"$]+)"\}$/;

/** A block of one stack, resolved when it is asked: what it says is kept. */
export class ModelResource implements Resource {
  private readonly read = new Map<string, Data | undefined>();
  private wholeBlock: Value | undefined;
  private ignoredAttributes: ReadonlySet<string> | undefined;
  private readonly resolved = new Map<string, Data | undefined>();

  constructor(
    private readonly surroundings: Surroundings,
    readonly stack: string,
    private readonly block: Block,
    private readonly place: Place,
  ) {}

  get type(): string {
    return this.block.type;
  }

  get name(): string {
    return this.block.name;
  }

  get address(): string {
    return this.block.address;
  }

  get constructPath(): string | undefined {
    return this.block.constructPath;
  }

  get source(): SourceLine | undefined {
    return this.block.source;
  }

  get importedId(): string | undefined {
    const id = this.surroundings.resolve(this.stack, this.block.importedId ?? null);
    return typeof id === "string" ? id : undefined;
  }

  get exists(): Answer {
    return this.block.exists;
  }

  get account(): string {
    return this.place.account;
  }

  get region(): string {
    // To a few types `region` names another place than their own.
    const own = resourceType(this.type)?.to["region"] ? undefined : this.configured("region");
    return typeof own === "string" ? own : this.place.region;
  }

  get partition(): string {
    return findRegion(this.region)?.partition ?? "aws";
  }

  get country(): string | undefined {
    return findRegion(this.region)?.country;
  }

  get root(): Value {
    this.wholeBlock ??= new Value(this, "", this.whole());
    return this.wholeBlock;
  }

  value(path: string): Value {
    if (path === "") return this.root;
    const [first, ...others] = stepsOf(path) as [string, ...Step[]];
    const data = this.isIgnored(first) ? ignoredChanges(first) : this.configured(first);
    return new Value(this, path, others.reduce<Data | undefined>(stepInto, data ?? null));
  }

  tag(name: string): Value {
    const own = this.configured("tags");
    const tag = isObject(own) ? (own[name] as Data | undefined) : own;
    const group = tag === undefined ? this.group : undefined;
    if (group) return group.tag(name);
    return new Value(this, `tags.${name}`, tag ?? this.place.defaultTags[name]);
  }

  get dataClass(): DataClass {
    const tagged = this.tag("data-class").text;
    return DATA_CLASSES.find((dataClass) => dataClass === tagged) ?? "restricted";
  }

  /** What carries the tags of a resource that takes none. */
  private get group(): Resource | undefined {
    const [attribute, type] = own(GROUPED, this.type) ?? [];
    if (attribute === undefined || type === undefined) return undefined;
    const { text } = this.value(attribute);
    return text === undefined ? undefined : this.find(text, type);
  }

  companions(type: string, attribute: string): readonly Resource[] {
    return this.surroundings.companions(this, type, attribute);
  }

  find(text: string, ...types: readonly string[]): Resource | undefined {
    return this.surroundings.find(this, text, ...types);
  }

  attribute(name: string): Data | undefined {
    if (!this.resolved.has(name)) {
      this.resolved.set(name, CIRCLE);
      this.resolved.set(name, this.handedOver(name) ?? this.named(name) ?? this.known(name) ?? this.computed(name));
    }
    return this.resolved.get(name);
  }

  has(attribute: string, text: string): Answer {
    const found = this.attribute(attribute);
    if (found === text) return "yes";
    if (typeof found !== "string") return "no";
    const { lifecycle } = this.block.body;
    const isUntold = typeof lifecycle === "string" && isUnknown(lifecycle);
    return hasHole(found) || (isUntold && isAssigned(found)) ? "unknown" : "no";
  }

  exported(name: string): Value {
    return new Value(this, name, this.block.exported?.[name] as Data | undefined);
  }

  names(): ReadonlySet<string> {
    const attributes = [...Object.keys(resourceType(this.type)?.computed ?? {}), "arn", "id", "name", "bucket"];
    const texts = attributes.map((attribute) => this.attribute(attribute));
    return new Set(texts.filter((text): text is string => typeof text === "string" && !isUnknown(text)));
  }

  private isIgnored(name: string): boolean {
    this.ignoredAttributes ??= new Set(ignoredBy(this.block));
    return this.ignoredAttributes.has(name) || this.ignoredAttributes.has("all");
  }

  /** What exists already under another name keeps it where changes are ignored. */
  private named(name: string): Data | undefined {
    const configured = this.configured(name);
    return configured !== undefined && this.isIgnored(name) ? ignoredChanges(name) : configured;
  }

  private configured(name: string): Data | undefined {
    const written = this.block.body[name];
    // Most attributes stand for themselves, and there may be millions of them.
    if (typeof written === "number" || typeof written === "boolean") return written;
    if (this.read.has(name)) return this.read.get(name);
    // Until it is read, a reference that comes back here is one to itself.
    this.read.set(name, CIRCLE);
    const meaning = this.readBlock(name);
    this.read.set(name, meaning);
    return meaning;
  }

  private readBlock(name: string): Data | undefined {
    const { body } = this.block;
    const written = Object.hasOwn(body, name) ? this.surroundings.resolve(this.stack, body[name]) : undefined;
    return withDynamic(body, name, written ?? undefined);
  }

  private whole(): Data {
    const whole: Record<string, Data> = {};
    for (const name in this.block.body) if (name !== "//") whole[name] = this.configured(name) ?? null;
    return whole;
  }

  private known(name: string): string | undefined {
    return this.exported(name).text || undefined;
  }

  private computed(name: string): Data | undefined {
    const template = resourceType(this.type)?.computed[name];
    if (template !== undefined) {
      const filled = fillTemplate(template, (placeholder) => this.forTemplate(name, placeholder));
      if (filled !== undefined) return filled;
    }
    return IDENTIFIES.test(name) ? identity(`${this.stack}/${this.address}.${name}`) : undefined;
  }

  private forTemplate(attribute: string, placeholder: string): string | undefined {
    switch (placeholder) {
      case "partition":
      case "region":
      case "account":
        return this[placeholder];
      case "dnsSuffix":
        return this.partition === "aws-eusc" ? "amazonaws.eu" : "amazonaws.com";
      case "assigned":
        return identity(`${this.stack}/${this.address}.${attribute}`);
    }
    if (placeholder === attribute) return this.configuredText(placeholder);
    const value = placeholder.includes(".") ? this.value(placeholder).data : this.attribute(placeholder);
    return value === undefined || value === null || typeof value === "object" ? undefined : String(value);
  }

  private configuredText(name: string): string | undefined {
    const value = this.named(name);
    return typeof value === "string" ? value : undefined;
  }

  /** Of what surely exists, an ARN that AWS chooses, and none but one that it could choose for this resource. */
  private handedOver(name: string): string | undefined {
    if (this.block.exists !== "yes") return undefined;
    const conditions = lifecycles(this.block).flatMap(({ postcondition }) => listOf(postcondition).filter(isObject));
    const matches = conditions.map(({ condition }) => HANDED_OVER.exec(String(condition)));
    const text = matches.find((match) => match?.[1] === name)?.[2];
    const own = text === undefined ? undefined : this.computed(name);
    return typeof own === "string" && fitsAssigned(text!, own) ? text : undefined;
  }
}

function lifecycles({ body }: Block): readonly Readonly<Record<string, unknown>>[] {
  return listOf(body["lifecycle"]).filter(isObject);
}

function ignoredBy(block: Block): readonly string[] {
  const ignored = lifecycles(block).flatMap(({ ignore_changes }) => listOf(ignore_changes));
  return ignored.map((attribute) => /[\w-]+/.exec(String(attribute))?.[0] ?? "all");
}

/** @param own the attribute with marks where AWS will choose */
function fitsAssigned(text: string, own: string): boolean {
  if (hasHole(own) || !isAssigned(own)) return false;
  const parts = piecesOf(own).map((piece) =>
    piece.kind === "literal" ? piece.text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : "[\\w-]+",
  );
  return new RegExp(`^${parts.join("")}$`).test(text);
}

function ignoredChanges(attribute: string): Data {
  return hole(`${attribute}, changes to which are ignored`);
}
