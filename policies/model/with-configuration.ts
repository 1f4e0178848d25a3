import { isObject } from "./data";
import { own } from "./own";
import type { Block, StackSource, Unread } from "./source";
import { hasHole } from "./symbolic";

type Json = Readonly<Record<string, unknown>>;

/** Meta-arguments, which no plan repeats. @see https://developer.hashicorp.com/terraform/language/meta-arguments */
const META = ["lifecycle", "depends_on"];

/**
 * A plan together with the configuration that it was made of: what the plan knows, and for what it will only know after
 * the apply, the expression that it comes from. A plan by itself tells what an expression refers to, and not whether it
 * is that or a function of it.
 *
 * Where one has a resource that the other lacks, they do not belong together, and that is told.
 */
export function withConfiguration(plan: StackSource, configuration: StackSource): StackSource {
  const configured = new Map(configuration.blocks.map((block) => [block.address, block]));
  const planned = new Set(plan.blocks.map(({ address }) => address));
  const lacking = configuration.blocks.filter(({ address, exists }) => exists === "yes" && !planned.has(address));
  const unexpected = plan.blocks.filter(({ address }) => isOfRoot(address) && !configured.has(address));
  return {
    ...configuration,
    file: plan.file,
    moves: plan.moves,
    destroyed: plan.destroyed,
    blocks: plan.blocks.map((block) => joined(block, configured.get(block.address))),
    providers: plan.providers.map(({ key, body }) => {
      const written = configuration.providers.find((provider) => provider.key === key)?.body;
      return { key, body: bodyOf(body, written) };
    }),
    outputs: plan.outputs,
    unread: [
      ...plan.unread,
      ...configuration.unread,
      ...lacking.map(({ address }) => unlike(address, "a resource of the configuration that the plan lacks")),
      ...unexpected.map(({ address }) => unlike(address, "a planned resource that the configuration lacks")),
    ],
  };
}

/** Of a module's resources, and of one of several, the configuration has no block at that address. */
function isOfRoot(address: string): boolean {
  return !address.startsWith("module.") && !address.includes("[");
}

function unlike(address: string, what: string): Unread {
  return { address, jsonPath: "", what, outcome: "undecided" };
}

function joined(planned: Block, configured: Block | undefined): Block {
  const body = bodyOf(planned.body, configured?.body);
  if (!configured) return { ...planned, body };
  const meta = META.filter((name) => Object.hasOwn(configured.body, name));
  const written = Object.fromEntries(meta.map((name) => [name, configured.body[name]]));
  const { provider, exported } = planned;
  return { ...configured, provider, exported, exists: "yes", body: { ...body, ...written } };
}

function bodyOf(planned: Json, configured: Json | undefined): Json {
  return Object.fromEntries(
    Object.entries(planned).map(([name, value]) => {
      const expression = own(configured ?? {}, name);
      return [name, expression !== undefined && holdsHole(value) ? expression : literal(value)] as const;
    }),
  );
}

function holdsHole(value: unknown): boolean {
  if (typeof value === "string") return hasHole(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(holdsHole);
}

/** What is planned is no template, whatever it looks like. */
export function literal<T>(value: T): T;
export function literal(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/([$%])\{/g, "$1$1{");
  if (Array.isArray(value)) return value.map((item) => literal(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value as Json).map(([key, item]) => [key, literal(item)]));
}
