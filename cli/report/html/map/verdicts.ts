import type { ReportedChannel } from "../../../../policies/report";
import type { Look } from "./mapped";

export type ChannelVerdict = ReportedChannel["verdict"];

/** From the gravest on, as findings are told; each with the sign that says it without colour. */
export const VERDICTS: Readonly<Record<ChannelVerdict, Look>> = {
  leaves: look("leaves", "✕", "restricted data can leave the protected jurisdictions"),
  undeclared: look("undeclared", "!", "no flow or access declares it"),
  undecided: look("undecided", "?", "cannot be known before deployment"),
  unused: look("unused", "–", "declared, and nothing uses it"),
  covered: look("covered", "✓", "declared, and exactly so"),
};

function look(verdict: ChannelVerdict, sign: string, meaning: string): Look {
  return { style: verdict, sign, words: verdict, meaning };
}
