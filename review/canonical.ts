/** The same text also for lists in another order. */
export function canonicalSet(node: unknown): string {
  return canonical(ordered(node));
}

function ordered(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(ordered).sort((one, other) => (canonical(one) < canonical(other) ? -1 : 1));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, ordered(value)]));
}

/** The same text for what means the same: keys in order, scalars as Terraform converts them. */
export function canonical(node: unknown): string {
  if (Array.isArray(node)) return `[${node.map(canonical).join(",")}]`;
  if (typeof node !== "object" || node === null) return JSON.stringify(node === undefined ? null : String(node));
  const entries = Object.entries(node).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(",")}}`;
}
