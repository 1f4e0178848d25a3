/**
 * Ids that links lead to, in the order of what they are made of. The same thing has the same id in the next report,
 * unless another of that name comes before it.
 */
export function anchors(kind: string, names: readonly (readonly string[])[]): readonly string[] {
  const used = new Map<string, number>();
  return names.map((parts) => {
    const words = parts.join("-").replace(/[^A-Za-z0-9_]+/g, "-");
    const name = `${kind}-${words.replace(/-$/, "")}`;
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count > 1 ? `${name}-${count}` : name;
  });
}
