import type { ReportedChannel, ReportedPlace } from "../../../../policies/report";

/** What a map shows: of one report, or of what lies between two. */
export interface Mapped {
  readonly places: readonly ReportedPlace[];
  readonly channels: readonly DrawnChannel[];
  /** How a channel can look, the gravest first: the legend. */
  readonly looks: readonly Look[];
  /** What is counted of a place. */
  readonly noun: "finding" | "change";
  /** How many there are, by the id of the place. */
  readonly counts: ReadonlyMap<string, number>;
  /** What a reader must not miss of a place, a line each, by its id. */
  readonly remarks?: ReadonlyMap<string, readonly string[]>;
}

export interface DrawnChannel extends ReportedChannel {
  readonly look: Look;
  /** It was there before, and is no more. */
  readonly isGone?: boolean;
}

/** How the channels of one kind are told from others, with colour and without. */
export interface Look {
  /** Classes of the page's style. */
  readonly style: string;
  readonly sign: string;
  readonly words: string;
  readonly meaning: string;
}
