import type { Replacements } from "./relocated";

const MARKS = /[\uE000\uE002][^\uE001\uE003]*[\uE001\uE003]/g;
const ADDRESS = /\b[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*/g;

/** What things of one stack are called now: by their addresses, and, where the stack is in another place, by that. */
export class Renamed {
  static readonly nothing = new Renamed(new Map(), []);

  /**
   * @param addresses base address → the address that the same resource has now
   * @param places what stood for a place, and what stands for it now
   */
  constructor(
    readonly addresses: ReadonlyMap<string, string>,
    private readonly places: Replacements,
  ) {}

  get isNothing(): boolean {
    return this.addresses.size === 0 && this.places.length === 0;
  }

  address(address: string): string {
    return this.addresses.get(address) ?? address;
  }

  /** What was written, as it would be written now. */
  text(text: string): string {
    const placed = replaced(text, this.places);
    if (this.addresses.size === 0) return placed;
    return placed.replace(MARKS, (mark) => mark.replace(ADDRESS, (address) => this.address(address)));
  }

  /** A sentence, which has addresses as they are. */
  told(sentence: string): string {
    return replaced(sentence, this.places).replace(ADDRESS, (address) => this.address(address));
  }
}

/** The names of every stack's things. */
export class Renames {
  static readonly nothing = new Renames(new Map(), []);

  /** @param places what stood for a place, whoever names it */
  constructor(
    private readonly stacks: ReadonlyMap<string, Renamed>,
    private readonly places: Replacements,
  ) {}

  of(stack: string): Renamed {
    return this.stacks.get(stack) ?? Renamed.nothing;
  }

  /** The id of a place, or of something that is known by its place. */
  place(id: string): string {
    return replaced(id, this.places);
  }

  /** A sentence about things of several stacks, in which each is told with its stack: `aws_s3_bucket.data of dublin`. */
  sentence(text: string): string {
    return [...this.stacks].reduce(
      (told, [stack, { addresses }]) =>
        [...addresses].reduce(
          (each, [from, to]) => each.replaceAll(`${from} of ${stack} `, `${to} of ${stack} `),
          told,
        ),
      this.place(text),
    );
  }
}

function replaced(text: string, replacements: Replacements): string {
  return replacements.reduce((told, [from, to]) => told.replaceAll(from, to), text);
}
