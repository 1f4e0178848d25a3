/** The same text for what means the same: keys in order, scalars as Terraform converts them. */
export function canonical(node: unknown): string {
  if (Array.isArray(node)) return `[${node.map(canonical).join(",")}]`;
  if (typeof node !== "object" || node === null) return JSON.stringify(node === undefined ? null : String(node));
  const entries = Object.entries(node).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(",")}}`;
}
