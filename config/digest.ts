import { createHash } from "node:crypto";

/** SHA-256, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** JSON whose keys are in one order, so that equal content is equal text; what is undefined is left out, as JSON does. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const said = Object.entries(value).filter(([, part]) => part !== undefined);
  const ordered = said.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${ordered.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(",")}}`;
}
