import { type Letter } from "./letters";
import { advance, isComplete, type Places, type Reading, startOf } from "./matching";
import type { Pattern } from "./pattern";

/** Where a text has led some patterns: all that tells one text from another. */
export class Standing {
  private readonly next = new Map<Letter, Standing>();
  /** Whether the text as it is matches one of the patterns. */
  readonly isMatch: boolean;
  /** Whether no longer text will. */
  readonly isLost: boolean;

  constructor(
    private readonly automaton: Automaton,
    private readonly places: readonly Places[],
    /** Tells the standings of one automaton apart. */
    readonly id: number,
  ) {
    this.isMatch = automaton.patterns.some((pattern, of) => isComplete(pattern, places[of]!));
    this.isLost = places.every((each) => each.length === 0);
  }

  /** After one more letter. */
  after(letter: Letter): Standing {
    const known = this.next.get(letter);
    if (known !== undefined) return known;
    const { patterns, reading } = this.automaton;
    const next = this.automaton.standing(
      patterns.map((pattern, of) => advance(pattern, this.places[of]!, letter, reading)),
    );
    this.next.set(letter, next);
    return next;
  }

  /** The letters that lead elsewhere than a letter does that no pattern names. */
  lettersAwaited(holesToo: boolean): readonly Letter[] {
    return holesToo ? this.awaited.withHoles : this.awaited.letters;
  }

  private get awaited(): { readonly letters: readonly Letter[]; readonly withHoles: readonly Letter[] } {
    this.known ??= this.findAwaited();
    return this.known;
  }
  private known: { readonly letters: readonly Letter[]; readonly withHoles: readonly Letter[] } | undefined;

  private findAwaited() {
    const letters = new Set<Letter>();
    const holes = new Set<Letter>();
    this.automaton.patterns.forEach((pattern, of) => {
      for (const place of this.places[of]!) {
        const element = pattern.elements[place >> 1];
        if (element?.is === "letter") {
          letters.add(element.letter);
          if (element.anyCase) letters.add(element.letter.toUpperCase());
        } else if (element?.is === "identity") letters.add(element.mark);
        else if (element?.is === "hole") holes.add(element.mark);
        else if (element !== undefined && element.colons !== "yes") letters.add(":");
      }
    });
    return { letters: [...letters], withHoles: [...letters, ...holes] };
  }
}

/** Some patterns as a machine that reads a text, made as far as texts have been read. */
export class Automaton {
  private readonly standings = new Map<string, Standing>();
  readonly start: Standing;

  constructor(
    readonly patterns: readonly Pattern[],
    readonly reading: Reading,
  ) {
    this.start = this.standing(patterns.map((pattern) => startOf(pattern, reading)));
  }

  standing(places: readonly Places[]): Standing {
    const key = JSON.stringify(places);
    const known = this.standings.get(key) ?? new Standing(this, places, this.standings.size);
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

const known = new WeakMap<readonly Pattern[], Map<Reading, Automaton>>();

/** The machine of some patterns, the same for as long as they are. */
export function automatonOf(patterns: readonly Pattern[], reading: Reading): Automaton {
  const byReading = known.get(patterns) ?? new Map<Reading, Automaton>();
  known.set(patterns, byReading);
  const automaton = byReading.get(reading) ?? new Automaton(patterns, reading);
  byReading.set(reading, automaton);
  return automaton;
}
