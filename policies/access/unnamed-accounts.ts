/** Account ids that nobody named, counting down from the highest. */
export function unnamedAccounts(named: readonly string[], count: number): readonly string[] {
  const found: string[] = [];
  for (let number = 999_999_999_999; found.length < count; number -= 1) {
    if (!named.includes(String(number))) found.push(String(number));
  }
  return found;
}

/** Whether an account may be one of those: nobody asks for more than ten at once. */
export function isStandIn(account: string): boolean {
  return account.startsWith("99999999999");
}
