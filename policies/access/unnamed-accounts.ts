/** Account ids that nobody named. */
export function unnamedAccounts(named: readonly string[], count: number): readonly string[] {
  const found: string[] = [];
  for (let number = 999_999_999_999; found.length < count; number -= 1) {
    if (!named.includes(String(number))) found.push(String(number));
  }
  return found;
}
