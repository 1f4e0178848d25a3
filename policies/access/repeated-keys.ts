/**
 * The keys that one object of a JSON text carries more than once: parsers keep one of them, and not all the same one.
 *
 * @param json text that `JSON.parse` accepts
 */
export function repeatedKeys(json: string): readonly string[] {
  const repeated: string[] = [];
  const objects: Set<string>[] = [];
  for (const [token, key] of json.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === "{") objects.push(new Set());
    else if (token === "}") objects.pop();
    else if (key !== undefined) {
      const name = JSON.parse(key) as string;
      const seen = objects.at(-1)!;
      if (seen.has(name)) repeated.push(name);
      seen.add(name);
    }
  }
  return repeated;
}
