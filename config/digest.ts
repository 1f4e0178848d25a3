import { createHash } from "node:crypto";

/** SHA-256, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** JSON whose keys are in one order, so that equal content is equal text; what is undefined is left out, as JSON does. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = value as Readonly<Record<string, unknown>>;
  const said = Object.keys(parts).filter((name) => parts[name] !== undefined);
  const ordered = said.sort().map((name) => `${JSON.stringify(name)}:${canonical(parts[name])}`);
  return `{${ordered.join(",")}}`;
}
