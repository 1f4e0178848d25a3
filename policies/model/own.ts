/**
 * What a table or an object of JSON itself has under a key that came from outside: nothing of what every object of this
 * language has, such as `constructor`.
 */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
