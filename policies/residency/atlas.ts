import { DATA_CLASSES, type Counterparty, type DataClass } from "../../config/estate";
import { findRegion, jurisdictionOf } from "../../config/geography";
import { bucketName, USER_DATA_PURPOSE } from "../../config/names";
import { MONITOR, ORGANIZATION, type StackPlace } from "../../config/places";
import { resourceType } from "../catalogue/resource-type";
import { declaredPlaces, type Context } from "../context";
import type { Resource } from "../model/resource";
import { hasHole, hasMark, legible } from "../model/symbolic";
import type { Value } from "../model/value";
import { ownArn, parseArn, pointsElsewhere, type Arn } from "./arn";
import type { Node } from "./node";

/**
 * Says what a text of the output names, and where that is: a resource of the output, a place of the estate, somebody
 * whom the estate declares, or somebody whom it does not.
 */
export class Atlas {
  private readonly placesByAccount: ReadonlyMap<string, StackPlace>;
  private readonly placesByStack: ReadonlyMap<string, StackPlace>;
  private readonly counterparties: ReadonlyMap<string, Counterparty>;
  private readonly known = new Map<string, Node>();
  private arns: ReadonlyMap<string, Resource> | undefined;
  /** Every name, by account and region. */
  private names: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(readonly context: Context) {
    const places = declaredPlaces(context.estate);
    this.placesByAccount = new Map(places.map((place) => [place.account, place]));
    this.placesByStack = new Map(places.map((place) => [place.stack, place]));
    this.counterparties = new Map(context.estate.counterparties.map((each) => [each.account, each]));
  }

  /** Every account whose people or data the estate says something of. */
  get accounts(): readonly string[] {
    return [...this.placesByAccount.keys(), ...this.counterparties.keys()];
  }

  isProtected(country: string | undefined): boolean {
    const jurisdiction = country === undefined ? undefined : jurisdictionOf(country);
    return jurisdiction !== undefined && this.context.estate.protectedJurisdictions.includes(jurisdiction);
  }

  /** Where a stack's resources belong: its declared place, or that of the account, e.g. for what keeps state. */
  home({ stack, account }: Resource): StackPlace | undefined {
    return this.placesByStack.get(stack) ?? this.placesByAccount.get(account);
  }

  stackOf(account: string): string | undefined {
    return this.placesByAccount.get(account)?.stack;
  }

  /** The resource itself where it holds data, else the account and region that it is in. */
  ofResource(resource: Resource): Node {
    return resourceType(resource.type)?.holds === "data" ? this.store(resource) : this.place(resource);
  }

  store(resource: Resource): Node {
    return this.node(`store/${resource.stack}/${resource.address}`, () => {
      const { id, ...place } = this.place(resource);
      const label = `${resource.address} of ${place.label}`;
      return { ...place, kind: "store", label, place: id, holds: this.classOf(resource), resource };
    });
  }

  /** A key or a role: what lets others at data, and is none itself. */
  holder(kind: "key" | "role", resource: Resource): Node {
    return this.node(`${kind}/${resource.stack}/${resource.address}`, () => {
      const { id, holds: _none, ...place } = this.place(resource);
      return { ...place, kind, label: `${resource.address} of ${place.label}`, place: id, resource };
    });
  }

  /** Without an account or a region, that of the resource which names it. */
  place({ account, region }: { readonly account: string; readonly region: string }): Node {
    return this.node(`place/${account}/${region}`, () => {
      const home = this.placesByAccount.get(account);
      const counterparty = this.counterparties.get(account);
      const country = findRegion(region)?.country;
      const name = home?.stack ?? counterparty?.id ?? "an account that the estate does not declare";
      const where = [account, region, country].map((part) => legible(part ?? "a country that is not known"));
      return {
        kind: "place",
        label: `${name} (${where.join(", ")})`,
        stands: this.standing(account, region, country),
        place: `place/${account}/${region}`,
        account,
        ...(country === undefined ? {} : { country }),
        ...(home && { stack: home.stack }),
        ...(home && this.networkClass(home.stack)),
      };
    });
  }

  /** Whoever acts in an account: at the estate's own, that is its place. */
  account(account: string): Node {
    const home = this.placesByAccount.get(account);
    if (home) return this.place(home);
    if (hasMark(account)) return this.unknown(account);
    const counterparty = this.counterparties.get(account);
    const stands = this.isProtected(counterparty?.country) ? "inside" : "outside";
    const label = counterparty
      ? `${counterparty.id} (${account}, ${counterparty.country})`
      : `account ${account}, which the estate does not declare`;
    return this.node(`account/${account}`, () => ({ kind: "account", label, stands, account }));
  }

  /** @param country ISO code; undefined for people of any country */
  people(country: string | undefined): Node {
    const stands = this.isProtected(country) ? "inside" : "outside";
    const label = country === undefined ? "people of any country" : `people who work in ${country}`;
    return this.node(`people/${country ?? "any"}`, () => ({
      kind: "people",
      label,
      stands,
      ...(country === undefined ? {} : { country }),
    }));
  }

  everyone(label = "everyone"): Node {
    return this.node(`everyone/${label}`, () => ({ kind: "everyone", label, stands: "outside" }));
  }

  elsewhere(text: string): Node {
    const label = `${legible(text)}, which the estate does not declare`;
    return this.node(`elsewhere/${text}`, () => ({ kind: "elsewhere", label, stands: "outside" }));
  }

  unknown(expression: string): Node {
    const label = `what cannot be known before deployment: ${legible(expression)}`;
    return this.node(`unknown/${expression}`, () => ({ kind: "unknown", label, stands: "unknown" }));
  }

  /** What the ARN names. @param account whose it is, where an ARN does not say */
  arn(value: Value, account?: string): Node {
    const { text } = value;
    if (text === undefined) return this.unknown(value.legible);
    const arn = parseArn(text);
    const profile = arn?.service === "bedrock" ? /^inference-profile\/([a-z-]+)\./.exec(arn.resource)?.[1] : undefined;
    if (profile !== undefined) return this.profile(profile);
    const resource = this.named(text);
    if (resource) return this.ofResource(resource);
    // It may be part of somebody's ARN, which services take for the whole.
    if (!arn) return this.isNear(text, value.resource) ? this.place(value.resource) : this.unknown(`where ${text} is`);
    if (hasHole(arn.account) || hasHole(arn.region)) return this.unknown(text);
    if (arn.service === "s3" && arn.account === "") return this.bucket(arn.resource.split("/")[0]!, account);
    const node = this.placeOfArn(arn, value.resource);
    return node.stands === "inside" && pointsElsewhere(arn) ? this.unknown(`where ${text} leads`) : node;
  }

  /** Regions of an area, to which a profile of Bedrock's sends prompts: which they are, AWS decides and changes. */
  profile(area: string): Node {
    if (area === "eu") return this.unknown("regions of the EU, to which Bedrock sends prompts");
    return this.elsewhere(`regions of ${area}, to which Bedrock sends prompts`);
  }

  private placeOfArn(arn: Arn, { account: own, region: here }: Resource): Node {
    if (arn.account === "" || arn.account === "aws") return this.place({ account: own, region: arn.region || here });
    return arn.region === "" ? this.account(arn.account) : this.place({ account: arn.account, region: arn.region });
  }

  /** @param account whose it is, where that is said */
  bucket(name: string, account?: string): Node {
    const resource = this.named(name);
    if (resource) return this.ofResource(resource);
    if (account !== undefined && /^\d{12}$/.test(account) && !this.placesByAccount.has(account)) {
      return this.account(account);
    }
    // Of a whole estate every bucket is in the output: one that only goes by such a name may be anybody's.
    const ours = this.context.whole ? undefined : this.ownBucket(name);
    if (ours) return this.place(ours);
    if (hasMark(name)) return this.unknown(name);
    return this.context.whole ? this.elsewhere(`bucket ${name}`) : this.unknown(`where the bucket ${name} is`);
  }

  /** The bucket that a value names, by its name or its ARN. @param account whose it is, where that is said */
  arnOrBucket(value: Value, account?: string): Node {
    const { text } = value;
    return text === undefined || text.startsWith("arn:") ? this.arn(value, account) : this.bucket(text, account);
  }

  /** The resource of the output that an ARN, or what lies in it, names. */
  named(text: string): Resource | undefined {
    this.arns ??= arnsOf(this.context.model.resources());
    return this.arns.get(text) ?? this.arns.get(ownArn(text));
  }

  /** Whether something of the same account and region goes by that name. */
  private isNear(text: string, { account, region }: Resource): boolean {
    this.names ??= namesOf(this.context.model.resources());
    return this.names.get(`${account}/${region}`)?.has(text) ?? false;
  }

  /** The place of a bucket whose stack is not judged here, known by the name that the estate computes for it. */
  private ownBucket(name: string): StackPlace | undefined {
    const { prefix } = this.context.estate.organization;
    const places = [...this.placesByStack.values()];
    const monitor = this.placesByStack.get(MONITOR);
    if (monitor && new RegExp(`^${prefix}-${MONITOR}-.+-${monitor.account}$`).test(name)) return monitor;
    return places.find(({ stack, account }) => bucketName(prefix, stack, USER_DATA_PURPOSE, account) === name);
  }

  private classOf(resource: Resource): DataClass {
    const tagged = DATA_CLASSES.find((dataClass) => dataClass === resource.tag("data-class").text);
    return tagged ?? (resource.stack === MONITOR ? "audit" : "restricted");
  }

  /** What workloads of a stack's network can see. */
  private networkClass(stack: string): { readonly holds?: DataClass } {
    if (stack === ORGANIZATION) return {};
    return { holds: stack === MONITOR ? "audit" : "restricted" };
  }

  private standing(account: string, region: string, country: string | undefined): Node["stands"] {
    if (hasMark(account) || hasMark(region)) return "unknown";
    const counterparty = this.counterparties.get(account);
    if (!this.placesByAccount.has(account) && !this.isProtected(counterparty?.country)) return "outside";
    if (country === undefined) return "unknown";
    return this.isProtected(country) ? "inside" : "outside";
  }

  private node(id: string, make: () => Omit<Node, "id">): Node {
    const known = this.known.get(id);
    if (known) return known;
    const made = { ...make(), id };
    this.known.set(id, made);
    return made;
  }
}

function arnsOf(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  const arns = new Map<string, Resource>();
  for (const resource of resources) {
    for (const text of [ownArnOf(resource), resource.type === "aws_s3_bucket" && resource.attribute("bucket")]) {
      if (typeof text === "string" && !hasHole(text)) arns.set(text, resource);
    }
  }
  return arns;
}

function namesOf(resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const resource of resources) {
    const place = `${resource.account}/${resource.region}`;
    const known = names.get(place) ?? new Set();
    names.set(place, known);
    for (const name of resource.names()) known.add(name);
  }
  return names;
}

/** Some types take somebody else's ARN under that name. */
function ownArnOf(resource: Resource): unknown {
  const isOwn = resourceType(resource.type)?.computed["arn"] !== undefined || resource.value("arn").isAbsent;
  return isOwn ? resource.attribute("arn") : undefined;
}
