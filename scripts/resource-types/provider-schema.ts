import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findTerraform } from "../../cli/terraform/find-terraform";
import { PROVIDER_VERSION, providerEnvironment } from "../../cli/terraform/provider-mirror";

const run = promisify(execFile);
const SOURCE = "hashicorp/aws";
/** Asking Terraform takes seconds; what it says of one release never changes. */
const CACHE = join(tmpdir(), `clover-provider-schema-${PROVIDER_VERSION}.json`);

interface Attribute {
  readonly type?: unknown;
  readonly nested_type?: { readonly attributes: Readonly<Record<string, Attribute>> };
  readonly optional?: boolean;
  readonly required?: boolean;
}
interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

/** `argument` can be configured, `exported` is AWS's to say, `block` has attributes inside. */
export type AttributeRole = "argument" | "exported" | "block";

/** The attributes of one resource type by their path, as the catalogue writes it. */
export type Attributes = ReadonlyMap<string, AttributeRole>;

/**
 * Every resource type of the provider with its attributes, as the provider itself states them.
 *
 * @throws when Terraform or the provider cannot be had
 * @see https://developer.hashicorp.com/terraform/cli/commands/providers/schema
 */
export async function providerSchema(): Promise<ReadonlyMap<string, Attributes>> {
  if (!existsSync(CACHE)) await askTerraform();
  const { provider_schemas: schemas } = JSON.parse(readFileSync(CACHE, "utf8"));
  const resources: Record<string, { readonly block: Block }> =
    schemas[`registry.terraform.io/${SOURCE}`].resource_schemas;
  return new Map(Object.entries(resources).map(([type, { block }]) => [type, new Map(ofBlock(block, ""))]));
}

async function askTerraform(): Promise<void> {
  const { executable } = await findTerraform();
  const folder = mkdtempSync(join(tmpdir(), "clover-schema-"));
  const aws = { source: SOURCE, version: PROVIDER_VERSION };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers: { aws } } }));
  const environment = { ...process.env, ...providerEnvironment(), CHECKPOINT_DISABLE: "1" };
  const options = { cwd: folder, env: environment, maxBuffer: 2 ** 28 };
  await run(executable, ["init", "-backend=false", "-input=false", "-no-color"], options);
  const { stdout } = await run(executable, ["providers", "schema", "-json"], options);
  const complete = join(folder, "schema.json");
  writeFileSync(complete, stdout);
  renameSync(complete, CACHE);
}

function* ofBlock(
  { attributes = {}, block_types: blocks = {} }: Block,
  prefix: string,
): Iterable<[string, AttributeRole]> {
  for (const [name, attribute] of Object.entries(attributes)) yield* ofAttribute(attribute, prefix + name);
  for (const [name, { block }] of Object.entries(blocks)) {
    yield [prefix + name, "block"];
    yield* ofBlock(block, `${prefix}${name}.`);
  }
}

function* ofAttribute(attribute: Attribute, path: string): Iterable<[string, AttributeRole]> {
  const role = attribute.optional || attribute.required ? "argument" : "exported";
  const inside = fieldsOf(attribute.type);
  yield [path, role === "argument" && (attribute.nested_type || inside) ? "block" : role];
  if (attribute.nested_type) yield* ofBlock(attribute.nested_type, `${path}.`);
  for (const [name, type] of Object.entries(inside ?? {}))
    yield* ofAttribute({ ...attribute, type }, `${path}.${name}`);
}

/** The fields of an object type, through the lists, sets and maps around it: `["list", ["object", {…}]]`. */
function fieldsOf(type: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!Array.isArray(type)) return undefined;
  return type[0] === "object" ? type[1] : fieldsOf(type[1]);
}
