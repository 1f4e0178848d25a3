/** What is computed of a whole, once for all of its parts: asking it of each keeps the work linear. */
export function oncePer<Whole extends object, T>(compute: (whole: Whole) => T): (whole: Whole) => T {
  const known = new WeakMap<Whole, { readonly value: T }>();
  return (whole) => {
    const found = known.get(whole) ?? { value: compute(whole) };
    known.set(whole, found);
    return found.value;
  };
}
