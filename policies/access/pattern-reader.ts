import { once } from "../once";
import type { Letter } from "./letters";
import { advance, isComplete, type Places, type Reading, startOf } from "./matching";
import type { Pattern } from "./pattern";

/** Where a text has led one pattern: the same, whatever list the pattern stands in. */
export class Progress {
  private static made = 0;
  /** Tells it from every other. */
  readonly id = Progress.made++;
  /** Whether the text as it is matches. */
  readonly isMatch: boolean;
  /** Whether no longer text will. */
  readonly isLost: boolean;
  private readonly next = new Map<Letter, Progress>();
  private known: Awaiting | undefined;

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
  get awaited(): Awaiting {
    this.known ??= awaitedIn(this.reader.pattern, this.places);
    return this.known;
  }
}

interface Awaiting {
  readonly letters: readonly Letter[];
  readonly holes: readonly Letter[];
}

function awaitedIn(pattern: Pattern, places: Places): Awaiting {
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

/** One for each pattern and reading, whatever lists the pattern stands in. */
export const readerOf = ofEachReading((pattern: Pattern, reading: Reading) => new PatternReader(pattern, reading));

/** What is made for each of three readings, once. */
export function ofEachReading<Read extends object, Made>(make: (read: Read, reading: Reading) => Made) {
  const known = once((_: Read) => new Map<Reading, Made>());
  return (read: Read, reading: Reading): Made => {
    const made = known(read).get(reading) ?? make(read, reading);
    known(read).set(reading, made);
    return made;
  };
}
