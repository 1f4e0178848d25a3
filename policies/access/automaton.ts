import type { Letter } from "./letters";
import type { Reading } from "./matching";
import type { Pattern } from "./pattern";
import { ofEachReading, type Progress, readerOf } from "./pattern-reader";

/** Where a text has led some patterns: all that tells one text from another. */
export class Standing {
  private readonly next = new Map<Letter, Standing>();
  private known: { readonly letters: readonly Letter[]; readonly withHoles: readonly Letter[] } | undefined;
  /** Whether the text as it is matches one of the patterns. */
  readonly isMatch: boolean;
  /** Whether no longer text will. */
  readonly isLost: boolean;

  constructor(
    private readonly automaton: Automaton,
    /** Of every pattern that the text may still come to match. */
    private readonly open: readonly Progress[],
    /** Tells the standings of one automaton apart. */
    readonly id: number,
  ) {
    this.isMatch = open.some(({ isMatch }) => isMatch);
    this.isLost = open.length === 0;
  }

  /** After one more letter. */
  after(letter: Letter): Standing {
    const known = this.next.get(letter);
    if (known !== undefined) return known;
    const next = this.automaton.standing(this.open.map((progress) => progress.after(letter)));
    this.next.set(letter, next);
    return next;
  }

  /** The letters that lead elsewhere than a letter does that no pattern names. */
  lettersAwaited(holesToo: boolean): readonly Letter[] {
    this.known ??= this.findAwaited();
    return holesToo ? this.known.withHoles : this.known.letters;
  }

  private findAwaited() {
    const awaited = this.open.map((progress) => progress.awaited);
    const letters = [...new Set(awaited.flatMap((each) => each.letters))];
    return { letters, withHoles: [...letters, ...new Set(awaited.flatMap(({ holes }) => holes))] };
  }
}

/** Some patterns as a machine that reads a text, made as far as texts have been read. */
class Automaton {
  private readonly standings = new Map<string, Standing>();
  readonly start: Standing;

  constructor(patterns: readonly Pattern[], reading: Reading) {
    this.start = this.standing(patterns.map((pattern) => readerOf(pattern, reading).start));
  }

  standing(progress: readonly Progress[]): Standing {
    const open = progress.filter(({ isLost }) => !isLost);
    const key = open.map(({ id }) => id).join();
    const known = this.standings.get(key) ?? new Standing(this, open, this.standings.size);
    this.standings.set(key, known);
    return known;
  }

  /** Whether a text matches one of the patterns. */
  takes(text: readonly Letter[]): boolean {
    let standing = this.start;
    for (const letter of text) {
      if (standing.isLost) return false;
      standing = standing.after(letter);
    }
    return standing.isMatch;
  }
}

/** The machine of some patterns, the same for as long as they are. */
export const automatonOf = ofEachReading(
  (patterns: readonly Pattern[], reading: Reading) => new Automaton(patterns, reading),
);
