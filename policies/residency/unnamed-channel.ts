import { resourceType, type DestinationKind } from "../catalogue/resource-type";
import type { Resource } from "../model/resource";
import type { Value } from "../model/value";
import { valuesAt } from "../model/values-at";
import type { Atlas } from "./atlas";
import { at, type Channel, type Passage, type Surroundings } from "./channel";
import { CHANNELS } from "./channels";
import { principalNode, resolve, urlNode } from "./destination";
import { modelNode } from "./models";
import type { Node } from "./node";

const CLAIMS = claimsByType();
/** Attributes that name where something comes from. */
const COMES_FROM =
  /(^|[._])(source|sources|import|restore|layers?|image|images|ami|parent|base|snapshot|snapshots|backup|training|input|inputs|code|package|dockerfile|template|script|location_uri|plugin)([._]|$)/;
/** Settings that mean "no" when they are there. */
const OFF = ["", "0", "disabled", "DISABLED", "false", "none", "NONE", "private", "PRIVATE"];

/**
 * Ways that no channel of the catalogue knows by name: every attribute of which the catalogue of resource types says that
 * it names where something goes, or that it opens a way. What cannot be resolved, and a type that is not known or whose
 * attributes do not say where it leads, is undecided.
 */
export const unnamedChannel: Channel = {
  title: "Another way",
  types: [],
  moves: "bytes",
  what: "Whatever else the catalogue of resource types says can lead to another account, another region or the internet",
  source: "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs",
  claims: [],
  find: passages,
};

function* passages(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  const type = resourceType(resource.type);
  const from = atlas.ofResource(resource);
  const undecided = (why: string): Passage => ({ from, to: atlas.unknown(why), at: resource.root.at });
  if (!type) yield undecided(`${resource.type}, a type that the catalogue does not know`);
  if (type?.holds === "unknown") yield undecided(`what ${resource.type} builds`);
  if (type?.moves !== "yes") return;
  const claimed = CLAIMS.get(resource.type);
  if (claimed?.has("*")) return;
  const paths = Object.entries(type.to).filter(([path]) => !claimed?.has(path));
  if (!claimed && paths.length === 0 && Object.keys(type.policies).length === 0) {
    yield undecided(`where ${resource.type} leads`);
  }
  for (const [path, kind] of paths) {
    for (const value of valuesAt(resource, path).flatMap((each) => (each.isAbsent ? [each] : each.items()))) {
      const named = isEmpty(value) ? placeByDefault(value, type.defaults[path], atlas) : nodeOf(value, kind, atlas);
      if (!named) continue;
      yield COMES_FROM.test(path) ? { from: named, to: from, at: at(value) } : { from, to: named, at: at(value) };
    }
  }
}

function nodeOf(value: Value, kind: DestinationKind, atlas: Atlas): Node {
  const own = atlas.place(value.resource);
  if (value.isUnknown) return atlas.unknown(value.legible);
  switch (kind) {
    case "arn":
      return atlas.arn(value);
    case "model":
      return modelNode(value, atlas);
    case "account":
    case "principal":
      return principalNode(value, atlas);
    case "region":
      return atlas.place({ account: value.resource.account, region: value.text ?? "" });
    case "bucket":
      return atlas.arnOrBucket(value);
    case "id":
      return isArn(value) || atlas.named(value.text ?? "") ? atlas.arn(value) : own;
    case "party":
      return atlas.named(value.text ?? "") ? atlas.arn(value) : atlas.unknown(`who or where ${value.legible} is`);
    case "zone":
      return resolve(value, { zone: "" }, atlas)[0]?.node ?? own;
    case "url":
      return onlyOfAws(urlNode(value, atlas), value, atlas);
    case "switch":
      return OFF.includes(value.text ?? "") ? own : atlas.unknown(`what ${value.legible} opens`);
    default:
      return atlas.unknown(`what ${value.legible} names`);
  }
}

function isEmpty({ isAbsent, data }: Value): boolean {
  return isAbsent || data === "";
}

function placeByDefault({ resource }: Value, region: string | undefined, atlas: Atlas): Node | undefined {
  return region === undefined ? undefined : atlas.place({ account: resource.account, region });
}

function isArn({ text }: Value): boolean {
  return text?.startsWith("arn:") ?? false;
}

/** What a URL of the internet is for, the catalogue does not say: it may be where data goes, or a page's address. */
function onlyOfAws(node: Node, value: Value, atlas: Atlas): Node {
  return node.kind === "elsewhere" ? atlas.unknown(`what ${value.legible} is`) : node;
}

function claimsByType(): ReadonlyMap<string, ReadonlySet<string>> {
  const claims = new Map<string, Set<string>>();
  for (const channel of CHANNELS) {
    for (const type of channel.types) {
      const known = claims.get(type) ?? new Set();
      for (const claim of channel.claims) known.add(claim);
      claims.set(type, known);
    }
  }
  return claims;
}
