import { isObject, type Data } from "../../model/data";
import { hole } from "../../model/symbolic";
import type { Value } from "../../model/value";

/** A text of the configuration, and where it stands. */
export interface PlainText {
  readonly jsonPath: string;
  /** The name that it has: its attribute's, or that of an environment variable. */
  readonly name: string;
  readonly text: string;
  /** Whether it is a variable of an environment, which programs name as they like. */
  readonly environment: boolean;
}

/** Maps of environment variables. */
const ENVIRONMENTS =
  /^(environment|environment_variables|variables|runtime_environment_variables|env|parameters|connection_properties|default_arguments)$/;
/** Attributes that may be base64. */
const ENCODED = /(^|_)(base64|user_data)$/;
const GZIP = Buffer.from([0x1f, 0x8b]);
/** Not part of what is deployed. */
const ASIDE = new Set(["lifecycle", "depends_on", "provider"]);

/** Every text below a value; one that is a JSON document is read, and a base64 one is given decoded as well. */
export function plainTexts(value: Value): readonly PlainText[] {
  const found: PlainText[] = [];
  walk(value.data, value.jsonPath, "", false, found);
  return found;
}

function walk(node: Data | undefined, jsonPath: string, name: string, environment: boolean, found: PlainText[]): void {
  if (typeof node === "string") return addText(node, jsonPath, name, environment, found);
  if (Array.isArray(node)) {
    const list = node as readonly Data[];
    list.forEach((item, index) => walk(item, `${jsonPath}[${index}]`, name, environment, found));
  } else if (isObject(node)) {
    // `{ name: "PASSWORD", value: "…" }`: a variable of a container, a build or a job.
    const named = typeof node["name"] === "string" && typeof node["value"] === "string" ? node["name"] : undefined;
    for (const [key, item] of Object.entries(node) as [string, Data][]) {
      if (jsonPath === "" && ASIDE.has(key)) continue;
      const inside = environment || ENVIRONMENTS.test(key.toLowerCase());
      const path = jsonPath === "" ? key : `${jsonPath}.${key}`;
      if (named !== undefined && key === "value") walk(item, path, named, true, found);
      else walk(item, path, key, inside, found);
    }
  }
}

function addText(text: string, jsonPath: string, name: string, environment: boolean, found: PlainText[]): void {
  const parsed = /^\s*[[{]/.test(text) ? parsedJson(text) : undefined;
  if (parsed !== undefined) return walk(parsed, jsonPath, name, environment, found);
  found.push({ jsonPath, name, text, environment });
  if (!ENCODED.test(name) || !/^[A-Za-z0-9+/=\s]+$/.test(text)) return;
  const bytes = Buffer.from(text, "base64");
  const decoded = bytes.subarray(0, 2).equals(GZIP) ? hole("compressed text") : bytes.toString();
  found.push({ jsonPath, name, text: decoded, environment });
}

function parsedJson(text: string): Data | undefined {
  try {
    return JSON.parse(text) as Data;
  } catch {
    return undefined;
  }
}
