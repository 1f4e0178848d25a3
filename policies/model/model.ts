import type { Data } from "./data";
import { resolveTemplate, type Scope } from "./expression";
import { POLICY_DOCUMENT, policyDocumentText, TEXTS } from "./policy-document";
import { placeOf, type Place } from "./provider";
import { ModelResource, type Surroundings } from "./resource";
import type { Resource } from "./value";
import type { StackSource } from "./source";
import { own } from "./own";
import { hole } from "./symbolic";

/** Types whose names are one namespace for all accounts. */
const GLOBALLY_NAMED = new Set(["aws_s3_bucket"]);

/** A provider configuration of one stack. */
export interface Provider {
  readonly stack: string;
  /** `provider.aws` or `provider.aws.<alias>`. */
  readonly address: string;
  readonly body: Data;
  readonly place: Place;
}

/**
 * Every resource of every judged stack, with references resolved: within a stack by Terraform's expressions, across
 * stacks by ARNs and names, which are computed the same on both sides.
 */
export class Model implements Surroundings {
  readonly providers: readonly Provider[];
  private readonly everything: Resource[] = [];
  private readonly byType = new Map<string, Resource[]>();
  private readonly byStack = new Map<string, Map<string, Resource[]>>();
  private readonly byAddress = new Map<string, Resource>();
  private readonly byName = new Map<string, Map<string, Resource[]>>();
  private readonly byTarget = new Map<string, ReadonlyMap<Resource, Resource[]>>();
  private readonly scopes: ReadonlyMap<string, StackScope>;

  constructor(readonly sources: readonly StackSource[]) {
    this.scopes = new Map(sources.map((source) => [source.stack, new StackScope(this, source)]));
    this.providers = sources.flatMap((source) =>
      source.providers.map(({ key, body }) => {
        const resolved = this.resolve(source.stack, body);
        return { stack: source.stack, address: `provider.${key}`, body: resolved, place: placeOf(key, resolved) };
      }),
    );
    for (const source of sources) this.add(source);
  }

  get stacks(): readonly string[] {
    return this.sources.map(({ stack }) => stack);
  }

  /** Every resource of these types, or of all, in the order of the output. */
  resources(...types: readonly string[]): readonly Resource[] {
    if (types.length === 0) return this.everything;
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /** One stack's resources of these types. */
  resourcesIn(stack: string, ...types: readonly string[]): readonly Resource[] {
    return types.flatMap((type) => this.byStack.get(stack)?.get(type) ?? []);
  }

  resource(stack: string, address: string): Resource | undefined {
    return this.byAddress.get(`${stack}/${address}`);
  }

  /** The resource that a text names: by ARN anywhere, by a bucket's name anywhere, by id or name in the same place. */
  find(from: Resource, text: string, ...types: readonly string[]): Resource | undefined {
    for (const type of types) {
      const named = this.namesOf(type).get(text) ?? [];
      const near = named.find((candidate) => candidate.stack === from.stack) ?? named.find((one) => isNear(one, from));
      if (near) return near;
      if (named[0] && (text.startsWith("arn:") || GLOBALLY_NAMED.has(type))) return named[0];
    }
    return undefined;
  }

  /** The resources of a type whose `attribute` names this one. */
  companions(of: Resource, type: string, attribute: string): readonly Resource[] {
    const key = [of.type, type, attribute].join();
    const known = this.byTarget.get(key);
    if (known) return known.get(of) ?? [];
    const targets = new Map<Resource, Resource[]>();
    for (const candidate of this.resources(type)) {
      const { text } = candidate.value(attribute);
      const target = text === undefined ? undefined : this.find(candidate, text, of.type);
      if (target) into(targets, target, candidate);
    }
    this.byTarget.set(key, targets);
    return targets.get(of) ?? [];
  }

  resolve(stack: string, node: unknown): Data {
    const scope = this.scopes.get(stack);
    return scope ? resolveIn(scope, node) : (node as Data);
  }

  private add(source: StackSource): void {
    const places = new Map(
      this.providers.filter(({ stack }) => stack === source.stack).map(({ address, place }) => [address, place]),
    );
    const ofStack = this.byStack.get(source.stack) ?? new Map<string, Resource[]>();
    this.byStack.set(source.stack, ofStack);
    for (const block of source.blocks) {
      const address = `provider.${block.provider}`;
      const resource = new ModelResource(
        this,
        source.stack,
        block,
        places.get(address) ?? placeOf(block.provider, undefined),
      );
      this.everything.push(resource);
      this.byAddress.set(`${source.stack}/${block.address}`, resource);
      into(this.byType, block.type, resource);
      into(ofStack, block.type, resource);
    }
  }

  private namesOf(type: string): ReadonlyMap<string, Resource[]> {
    const known = this.byName.get(type);
    if (known) return known;
    const names = new Map<string, Resource[]>();
    this.byName.set(type, names);
    for (const resource of this.resources(type)) {
      for (const name of resource.names()) into(names, name, resource);
    }
    return names;
  }
}

function isNear(one: Resource, other: Resource): boolean {
  return one.account === other.account && one.region === other.region;
}

function into<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A plan's values stand for themselves; a configuration's are expressions. */
function resolveIn(scope: StackScope, node: unknown): Data {
  if (!scope.hasExpressions) return node as Data;
  if (typeof node === "string") return resolveTemplate(node, scope);
  if (typeof node !== "object" || node === null) return node as Data;
  let resolved: Record<string, Data> | undefined;
  for (const key in node) {
    const written = (node as Record<string, Data>)[key]!;
    const meaning = resolveIn(scope, written);
    if (meaning === written) continue;
    // Most of a configuration has no expressions and stands for itself: it is not copied.
    resolved ??= (Array.isArray(node) ? [...(node as readonly Data[])] : { ...node }) as Record<string, Data>;
    resolved[key] = meaning;
  }
  return resolved ?? (node as Data);
}

/** Longer than any chain of references that somebody writes; the stack of this program is not endless. */
const LONGEST_CHAIN = 100;

/** What the names in one stack's expressions stand for. */
class StackScope implements Scope {
  private readonly locals = new Map<string, Data>();
  private readonly documents = new Map<string, string | undefined>();
  private chain = 0;

  constructor(
    private readonly model: Model,
    private readonly source: StackSource,
  ) {}

  get hasExpressions(): boolean {
    return this.source.kind === "synth" || this.source.isSupposed === true;
  }

  attribute(type: string, name: string, path: readonly string[]): Data | undefined {
    const resource = this.model.resource(this.source.stack, `${type}.${name}`);
    const [attribute, ...rest] = path;
    if (!resource || resource.exists !== "yes" || attribute === undefined || this.chain >= LONGEST_CHAIN)
      return undefined;
    this.chain++;
    const value = rest.length === 0 ? resource.attribute(attribute) : resource.value(path.join(".")).data;
    this.chain--;
    return value ?? undefined;
  }

  local(name: string, path: readonly string[]): Data | undefined {
    if (!Object.hasOwn(this.source.locals, name)) return undefined;
    let value: Data | undefined = this.wholeLocal(name);
    for (const step of path) value = elementOf(value, step);
    return value;
  }

  /** Of data sources, the one that only writes what it is given. What a plan knows of it stands in the plan's values. */
  data(type: string, name: string, [attribute, ...rest]: readonly string[]): Data | undefined {
    const isText = type === POLICY_DOCUMENT && rest.length === 0 && TEXTS.includes(attribute ?? "");
    return isText && this.source.kind === "synth" ? this.document(name) : undefined;
  }

  private document(name: string): string | undefined {
    if (this.documents.has(name)) return this.documents.get(name);
    // Until it is read, a reference that comes back here is one to itself.
    this.documents.set(name, undefined);
    const written = own(this.source.beside, `data.${POLICY_DOCUMENT}.${name}`);
    const text = written === undefined ? undefined : policyDocumentText(resolveIn(this, written));
    this.documents.set(name, text);
    return text;
  }

  private wholeLocal(name: string): Data {
    const known = this.locals.get(name);
    if (known !== undefined) return known;
    // Until it is read, a reference that comes back here is one to itself.
    this.locals.set(name, hole(`local.${name}, which refers to itself`));
    const value = resolveIn(this, this.source.locals[name]);
    this.locals.set(name, value);
    return value;
  }
}

function elementOf(whole: Data | undefined, step: string): Data | undefined {
  if (typeof whole !== "object" || whole === null || !Object.hasOwn(whole, step)) return undefined;
  return (whole as Readonly<Record<string, Data>>)[step];
}
