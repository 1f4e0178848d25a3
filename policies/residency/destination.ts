import { findRegion, isZoneOf } from "../../config/geography";
import { hasHole } from "../model/symbolic";
import type { Value } from "../model/value";
import { parseArn } from "./arn";
import type { Atlas } from "./atlas";
import type { Node } from "./node";

/** Attributes of one block that together name where something goes. Whatever is absent is the resource's own. */
export interface Destination {
  /** The block, e.g. `rule.destination`; the resource itself when absent. */
  readonly in?: string;
  readonly arn?: string;
  readonly bucket?: string;
  readonly principal?: string;
  readonly account?: string;
  readonly region?: string;
  readonly url?: string;
  readonly zone?: string;
  /** Whatever its attributes say, it opens a way to this, e.g. `the internet`. */
  readonly always?: string;
  /** The id or name of a resource of one of these types; where it is cannot be known when it is not in the output. */
  readonly id?: { readonly path: string; readonly types: readonly string[] };
  /** A block or an attribute that opens it to everyone by being there. */
  readonly present?: string;
  /** A setting that opens it to everyone when it has one of these values; `undefined` among them: when it is absent. */
  readonly open?: { readonly path: string; readonly when: readonly (string | undefined)[] };
}

export interface Resolved {
  readonly node: Node;
  readonly at: Value;
}

/** Where a block says that something goes; nothing when it says nothing. */
export function resolve(block: Value, destination: Destination, atlas: Atlas): readonly Resolved[] {
  if (block.isUnknown) return [{ node: atlas.unknown(block.legible), at: block }];
  return [...resolutions(block, destination, atlas)];
}

function* resolutions(block: Value, destination: Destination, atlas: Atlas): Generator<Resolved> {
  const { arn, bucket, principal, account, region, url, zone, open, always, id, present } = destination;
  const account_ = account === undefined ? undefined : block.value(account).text;
  for (const at of elementsOf(block, arn)) yield { at, node: atlas.arn(at, account_) };
  for (const at of elementsOf(block, bucket)) {
    yield { at, node: atlas.arnOrBucket(at, account_) };
  }
  for (const at of elementsOf(block, principal)) yield { at, node: principalNode(at, atlas) };
  for (const at of elementsOf(block, url)) yield { at, node: urlNode(at, atlas) };
  for (const at of elementsOf(block, zone)) yield { at, node: zoneNode(at, atlas) };
  if (id) yield* identified(block.value(id.path), id.types, atlas);
  if (present !== undefined && !block.value(present).isAbsent) {
    yield { at: block.value(present), node: atlas.everyone() };
  }
  if (always !== undefined) yield { at: block, node: atlas.everyone(always) };
  if (open) yield* opened(block.value(open.path), open.when, atlas);
  if (arn === undefined && bucket === undefined && (account !== undefined || region !== undefined)) {
    yield* located(block, account, region, atlas);
  }
}

/** The elements of an attribute that is there. */
function elementsOf(block: Value, path: string | undefined): readonly Value[] {
  if (path === undefined) return [];
  const value = block.value(path);
  return value.isAbsent || value.data === "" ? [] : value.items();
}

function* identified(value: Value, types: readonly string[], atlas: Atlas): Generator<Resolved> {
  if (value.isAbsent || value.data === "") return;
  const target = value.target(...types);
  const node =
    target.kind === "resource" ? atlas.ofResource(target.resource) : atlas.unknown(`where ${value.legible} is`);
  yield { at: value, node };
}

function* opened(value: Value, when: readonly (string | undefined)[], atlas: Atlas): Generator<Resolved> {
  if (value.isUnknown) yield { at: value, node: atlas.unknown(value.legible) };
  else if (when.includes(value.text)) yield { at: value, node: atlas.everyone() };
}

/** An account, a region, or a region of an account. */
function* located(
  block: Value,
  account: string | undefined,
  region: string | undefined,
  atlas: Atlas,
): Generator<Resolved> {
  const accounts = elementsOf(block, account);
  const regions = elementsOf(block, region);
  for (const at of regions.length > 0 ? regions : accounts) {
    const other = accounts[0];
    if (at.text === undefined || (other && other.text === undefined)) {
      yield { at, node: atlas.unknown(at.text === undefined ? at.legible : other!.legible) };
    } else if (regions.length === 0) yield { at, node: principalNode(at, atlas) };
    else {
      const { account: own } = at.resource;
      yield { at, node: atlas.place({ account: other?.text ?? own, region: at.text }) };
    }
  }
}

/** Whoever an account, an ARN or a group names. A service acts where the resource is. */
export function principalNode(value: Value, atlas: Atlas): Node {
  const { text } = value;
  if (text === undefined) return atlas.unknown(value.legible);
  if (/^\d{12}$/.test(text)) return atlas.account(text);
  if (text === "*" || /^(all|everyone|public)$/i.test(text) || text.includes("AllUsers")) return atlas.everyone();
  const arn = parseArn(text);
  if (arn?.service === "organizations") return atlas.everyone("every account of an organization");
  if (arn && !hasHole(arn.account) && /^\d{12}$/.test(arn.account)) return atlas.account(arn.account);
  if (/\.amazonaws\.(com|eu)$/.test(text)) return atlas.place(value.resource);
  return hasHole(text) ? atlas.unknown(text) : atlas.elsewhere(text);
}

/** A host is compared as a whole: `bucket.s3.eu-west-1.amazonaws.com.example` is anybody's, and so is `…@example`. */
const URL_PARTS = /^(?:https:\/\/)?(?<host>[a-z0-9.-]+)(?::443)?(?<path>[/?#].*)?$/s;
const BUCKET_URL = /^s3a?:\/\/(?<bucket>[a-z0-9.-]+)(?:\/.*)?$/s;
const OF_AWS = /^(?<name>.+)\.(?:amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu)$/;
/** Not `s3-accelerate`: what it takes passes through AWS's edge locations. */
const BUCKET_HOST = /^(?<bucket>.+)\.s3(?:[.-](?:dualstack\.)?(?<region>[a-z]+(?:-[a-z]+)+-\d))?$/;
const QUEUE_HOST = /^sqs\.(?<region>[a-z0-9-]+)$/;
const REGISTRY_HOST = /^(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)$/;

/** The bucket, queue or image that a URL names; else a host of the internet. */
export function urlNode(value: Value, atlas: Atlas): Node {
  const { text } = value;
  if (text === undefined) return atlas.unknown(value.legible);
  const bucket = BUCKET_URL.exec(text)?.groups?.["bucket"];
  if (bucket) return atlas.bucket(bucket);
  const { host, path = "" } = URL_PARTS.exec(text)?.groups ?? {};
  const name = OF_AWS.exec(host ?? "")?.groups?.["name"];
  return (name === undefined ? undefined : hostNode(name, path, atlas)) ?? otherHost(text, atlas);
}

/** @param name of the host, without AWS's domain */
function hostNode(name: string, path: string, atlas: Atlas): Node | undefined {
  const account = /^\/(\d{12})\//.exec(path)?.[1];
  const queue = QUEUE_HOST.exec(name)?.groups;
  if (queue && account !== undefined) return atlas.place({ account, region: queue["region"]! });
  const registry = REGISTRY_HOST.exec(name)?.groups;
  if (registry) return atlas.place({ account: registry["account"]!, region: registry["region"]! });
  const stored = BUCKET_HOST.exec(name)?.groups;
  if (!stored) return undefined;
  const bucket = atlas.bucket(stored["bucket"]!);
  const region = stored["region"];
  const isThere = region === undefined || bucket.resource === undefined || bucket.resource.region === region;
  return isThere ? bucket : atlas.place({ account: bucket.resource.account, region });
}

function otherHost(text: string, atlas: Atlas): Node {
  return hasHole(text) ? atlas.unknown(text) : atlas.elsewhere(text);
}

/** A zone of the resource's own region is where the region is; of a Local Zone or an Outpost the name says nothing. */
function zoneNode(value: Value, atlas: Atlas): Node {
  const { text, resource } = value;
  if (text === undefined) return atlas.unknown(value.legible);
  const region = findRegion(resource.region);
  const isName = text.startsWith(resource.region) && /^[a-z]$/.test(text.slice(resource.region.length));
  return isName || (region && isZoneOf(text, region)) ? atlas.place(resource) : atlas.unknown(`where ${text} is`);
}
