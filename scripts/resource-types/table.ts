import { z } from "zod";
import type { ResourceType } from "../../policies/catalogue/resource-type";

const literal = z.union([z.string(), z.boolean(), z.null()]);
const conditions = z.record(z.string(), z.union([literal, z.array(literal).min(2)]));
const path = z.string();
const when = conditions.optional();
const type = z.string();
const enabledBy = z.strictObject({ type, path }).optional();

const source = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("self"), path, when }),
  z.strictObject({ from: z.literal("companion"), type, by: path, path, when }),
  z.strictObject({ from: z.literal("owner"), types: z.array(type).min(1), by: path, when }),
  z.strictObject({ from: z.literal("account"), type, path, when, enabledBy }),
]);
const otherKey = z.strictObject({ path, when, needed: z.union([conditions, z.literal(false)]).optional() });
const PLACES = ["arn", "model", "account", "region", "bucket", "id", "zone", "url", "cidr"] as const;
const destination = z.enum([...PLACES, "principal", "party", "person", "switch", "mixed"]);
const policy = z.enum(["resource", "trust", "identity", "endpoint", "organization", "boundary"]);

const row = z.strictObject({
  holds: z.enum(["data", "unknown"]).optional(),
  key: z.union([z.literal("impossible"), z.array(source).min(1)]).optional(),
  otherKeys: z.array(otherKey).min(1).optional(),
  moves: z.literal("yes").optional(),
  to: z.record(path, destination).optional(),
  defaults: z.record(path, z.string()).optional(),
  policies: z.record(path, policy).optional(),
  computed: z.record(path, z.string()).optional(),
  note: z.string().optional(),
});

const table = z.record(type, row) satisfies z.ZodType<Record<string, Partial<ResourceType>>>;

/** A row as it is written: what goes without saying is left out. */
export type Row = z.infer<typeof row>;
export type Table = z.infer<typeof table>;
export type Source = z.infer<typeof source>;

export function sourcesOf({ key }: Row): readonly Source[] {
  return Array.isArray(key) ? key : [];
}

/** @throws when a row says anything that the catalogue has no word for */
export function parseTable(text: string): Table {
  return table.parse(JSON.parse(text));
}

/** The table as its file has it: sorted, one type a line, so that a change to a type is a change to a line. */
export function formatTable(rows: Table): string {
  const types = Object.keys(rows).sort();
  return `{\n${types.map((type) => `  ${JSON.stringify(type)}: ${onOneLine(rows[type]!)}`).join(",\n")}\n}\n`;
}

function onOneLine(content: Row): string {
  return JSON.stringify(content, null, 1).replace(/\n\s*/g, " ");
}
