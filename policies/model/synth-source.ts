import { constructOrigin } from "./construct-origin";
import { isObject } from "./data";
import { own } from "./own";
import type { Block, ProviderBlock, StackSource, Unread } from "./source";

type Json = Readonly<Record<string, unknown>>;

/** Top-level keys of Terraform's JSON syntax that change nothing in what is deployed, or are read here. */
const UNDERSTOOD = new Set(["//", "data", "import", "locals", "moved", "output", "provider", "resource", "terraform"]);
const UNJUDGED: Readonly<Record<string, string>> = {
  module: "a module, whose resources are not in this file; the plan has them",
  variable: "a variable, whose value the deployment chooses",
  ephemeral: "an ephemeral resource, which may fetch anything",
  removed: "a removed resource, which may be left behind unmanaged",
};
const FOREIGN_DATA = "a data source of another provider, which may run or fetch anything";
const CALLS = "aws_lambda_invocation";
/** Arguments that every resource may have. @see https://developer.hashicorp.com/terraform/language/meta-arguments */
const RUNS_COMMANDS = ["provisioner", "connection"];

/** One stack's `cdk.tf.json`, or any configuration in Terraform's JSON syntax. */
export function synthSource(stack: string, file: string, json: Json, unread: readonly Unread[]): StackSource {
  const providers = awsProviders(json);
  const blocks = blocksOf(json);
  return {
    stack,
    file,
    kind: "synth",
    blocks,
    providers,
    locals: merged(json["locals"]),
    terraform: merged(json["terraform"]),
    outputs: Object.fromEntries(
      entriesOf(json["output"]).map(([name, body]) => [name, { value: merged(body)["value"] }] as const),
    ),
    beside: Object.fromEntries(besideOf(json)),
    unread: [...unread, ...unjudged(json, blocks)],
    moves: listOf(json["moved"])
      .filter(isObject)
      .map(({ from, to }) => ({ from: String(from), to: String(to) })),
    destroyed: [],
  };
}

function blocksOf(json: Json): Block[] {
  const imported = new Map(importsOf(json).map(({ to, id }) => [to, id]));
  const blocks: Block[] = [];
  for (const [type, named] of entriesOf(json["resource"])) {
    for (const [name, bodies] of entriesOf(named)) {
      for (const body of listOf(bodies)) if (isObject(body)) blocks.push(blockOf(type, name, body, imported));
    }
  }
  return blocks;
}

/** Of one of several, by its resource's address: `aws_sqs_queue.old[0]` is of `aws_sqs_queue.old`. */
function importsOf(json: Json): readonly { readonly to: string; readonly id: string }[] {
  return listOf(json["import"])
    .filter(isObject)
    .map(({ to, id }) => ({
      to: String(to)
        .trim()
        .replace(/\[[^\]]*\]$/, ""),
      id: String(id),
    }));
}

function blockOf(type: string, name: string, body: Json, imported: ReadonlyMap<string, string>): Block {
  const { path, source } = constructOrigin(body["//"]);
  const importedId = imported.get(`${type}.${name}`);
  return {
    address: `${type}.${name}`,
    type,
    name,
    body,
    provider: typeof body["provider"] === "string" ? body["provider"] : type.split("_")[0]!,
    exists: "count" in body || "for_each" in body ? "unknown" : "yes",
    constructPath: path,
    source,
    ...(importedId === undefined ? {} : { importedId }),
  };
}

function besideOf(json: Json): readonly (readonly [address: string, body: unknown])[] {
  const data = entriesOf(json["data"]).flatMap(([type, named]) =>
    entriesOf(named).map(([name, body]) => [`data.${type}.${name}`, body] as const),
  );
  const named = ["module", "variable", "ephemeral", "check"].flatMap((key) =>
    entriesOf(json[key]).map(([name, body]) => [`${key}.${name}`, body] as const),
  );
  const others = entriesOf(json["provider"]).filter(([name]) => name !== "aws");
  const removed = listOf(json["removed"]).filter(isObject);
  return [
    ...data,
    ...named,
    ...others.map(([name, body]) => [`provider.${name}`, body] as const),
    ...removed.map((body) => [`removed.${String(body["from"])}`, body] as const),
  ];
}

function awsProviders(json: Json): ProviderBlock[] {
  return entriesOf(json["provider"])
    .filter(([name]) => name === "aws")
    .flatMap(([, bodies]) => listOf(bodies).filter(isObject))
    .map((body) => ({ key: typeof body["alias"] === "string" ? `aws.${body["alias"]}` : "aws", body }));
}

function unjudged(json: Json, blocks: readonly Block[]): readonly Unread[] {
  return [
    ...Object.entries(json).flatMap(([key, value]) => unjudgedPart(key, value)),
    ...dataSources(json["data"]),
    ...entriesOf(json["provider"])
      .filter(([name]) => name !== "aws")
      .map(([name]) =>
        unknownTo(`provider.${name}`, "", "another provider than AWS's, whose resources are not known here"),
      ),
    ...otherProviders(json["terraform"]),
    ...unjudgedResources(blocks),
    ...importsOfNothing(json, blocks),
  ];
}

/** It is downloaded and may be run, whether or not anything is of it. */
function otherProviders(terraform: unknown): readonly Unread[] {
  return listOf(merged(terraform)["required_providers"])
    .flatMap(entriesOf)
    .filter(([name]) => name !== "aws")
    .map(([name]) => unknownTo("terraform.required_providers", name, "another provider than AWS's is installed"));
}

function importsOfNothing(json: Json, blocks: readonly Block[]): readonly Unread[] {
  const addresses = new Set(blocks.map(({ address }) => address));
  return importsOf(json)
    .filter(({ to }) => !addresses.has(to))
    .map(({ to }) => unknownTo(to, "import", "something that exists is taken over, and no block here says what it is"));
}

function unjudgedPart(key: string, value: unknown): readonly Unread[] {
  if (key === "removed") {
    const removed = listOf(value).filter(isObject);
    return removed.map(({ from }) => unknownTo(String(from), key, UNJUDGED[key]!));
  }
  if (key === "check") {
    const checks = entriesOf(value).flatMap(([, body]) => listOf(body).filter(isObject));
    return checks.flatMap(({ data }) => dataSources(data));
  }
  const unjudged = own(UNJUDGED, key);
  if (unjudged) return entriesOf(value).map(([name]) => unknownTo(`${key}.${name}`, key, unjudged));
  return UNDERSTOOD.has(key) ? [] : [unknownTo("stack", key, "a key that Terraform's JSON syntax does not have")];
}

function dataSources(data: unknown): readonly Unread[] {
  return entriesOf(data).flatMap(([type, named]) => {
    const what = type === CALLS ? "a data source that calls a function" : FOREIGN_DATA;
    if (type.startsWith("aws_") && type !== CALLS) return [];
    return entriesOf(named).map(([name]) => unknownTo(`data.${type}.${name}`, "", what));
  });
}

function unjudgedResources(blocks: readonly Block[]): readonly Unread[] {
  const addresses = new Set<string>();
  return blocks.flatMap(({ address, body }) => {
    const runs = RUNS_COMMANDS.filter((key) => key in body).map((key) => unknownTo(address, key, "it runs commands"));
    const isSecond = addresses.has(address);
    addresses.add(address);
    const twice: Unread = { address, jsonPath: "", what: "a resource that is declared twice", outcome: "fail" };
    return isSecond ? [...runs, twice] : runs;
  });
}

function unknownTo(address: string, jsonPath: string, what: string): Unread {
  return { address, jsonPath, what, outcome: "undecided" };
}

/** A block that is there several times means all of them together. */
function merged(node: unknown): Json {
  return Object.assign({}, ...listOf(node).filter(isObject));
}

function entriesOf(node: unknown): readonly (readonly [string, unknown])[] {
  return listOf(node)
    .filter(isObject)
    .flatMap((object) => Object.entries(object))
    .filter(([key]) => key !== "//");
}

/** Terraform's JSON syntax lets a block that occurs once stand without its list. */
export function listOf(node: unknown): readonly unknown[] {
  return node === undefined || node === null ? [] : Array.isArray(node) ? node : [node];
}
