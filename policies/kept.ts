/** More than an estate makes; past it everything is made again. */
const MOST = 50_000;

/** What is made of a text once: the same for the same text, so that what is found out about it is found again. */
export class Kept<Made> {
  private readonly known = new Map<string, Made>();

  get(key: string): Made | undefined {
    return this.known.get(key);
  }

  set(key: string, made: Made): void {
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(key, made);
  }

  of(key: string, make: () => Made): Made {
    const found = this.known.get(key);
    if (found !== undefined || this.known.has(key)) return found as Made;
    const made = make();
    this.set(key, made);
    return made;
  }
}
