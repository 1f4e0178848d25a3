import { once } from "../once";
import type { Letter } from "./letters";
import { advance, isComplete, type Places, type Reading, startOf } from "./matching";
import type { Pattern } from "./pattern";

/** Where a text has led one pattern: the same, whatever list the pattern stands in. */
class Progress {
  private static made = 0;
  /** Tells it from every other. */
  readonly id = Progress.made++;
  /** Whether the text as it is matches. */
  readonly isMatch: boolean;
  /** Whether no longer text will. */
  readonly isLost: boolean;
  private readonly next = new Map<Letter, Progress>();
  private known: Awaited | undefined;

  constructor(
    private readonly reader: PatternReader,
    private readonly places: Places,
  ) {
    this.isMatch = isComplete(reader.pattern, places);
    this.isLost = places.length === 0;
  }

  after(letter: Letter): Progress {
    const known = this.next.get(letter);
    if (known !== undefined) return known;
    const { pattern, reading } = this.reader;
    const next = this.reader.at(advance(pattern, this.places, letter, reading));
    this.next.set(letter, next);
    return next;
  }

  /** What leads elsewhere than a letter does that no pattern names. */
  get awaited(): Awaited {
    this.known ??= awaitedIn(this.reader.pattern, this.places);
    return this.known;
  }
}

interface Awaited {
  readonly letters: readonly Letter[];
  readonly holes: readonly Letter[];
}

function awaitedIn(pattern: Pattern, places: Places): Awaited {
  const letters = new Set<Letter>();
  const holes = new Set<Letter>();
  for (const place of places) {
    const element = pattern.elements[place >> 1];
    if (element?.is === "letter") {
      letters.add(element.letter);
      if (element.anyCase) letters.add(element.letter.toUpperCase());
    } else if (element?.is === "identity") letters.add(element.mark);
    else if (element?.is === "hole") holes.add(element.mark);
    else if (element !== undefined && element.colons !== "yes") letters.add(":");
  }
  return { letters: [...letters], holes: [...holes] };
}

/** Reads texts by one pattern, as far as any was read. */
class PatternReader {
  private readonly known = new Map<string, Progress>();

  constructor(
    readonly pattern: Pattern,
    readonly reading: Reading,
  ) {}

  get start(): Progress {
    return this.at(startOf(this.pattern, this.reading));
  }

  at(places: Places): Progress {
    const key = places.join();
    const progress = this.known.get(key) ?? new Progress(this, places);
    this.known.set(key, progress);
    return progress;
  }
}

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
export class Automaton {
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

const readerOf = ofEachReading((pattern: Pattern, reading: Reading) => new PatternReader(pattern, reading));

function ofEachReading<Read extends object, Made>(make: (read: Read, reading: Reading) => Made) {
  const known = once((_: Read) => new Map<Reading, Made>());
  return (read: Read, reading: Reading): Made => {
    const made = known(read).get(reading) ?? make(read, reading);
    known(read).set(reading, made);
    return made;
  };
}
