import type { ReportedChannel } from "../../../../policies/report";

export type ChannelVerdict = ReportedChannel["verdict"];

/** From the gravest on, as findings are told; each with the sign that says it without colour. */
export const VERDICTS: Readonly<Record<ChannelVerdict, { readonly sign: string; readonly meaning: string }>> = {
  leaves: { sign: "✕", meaning: "restricted data can leave the protected jurisdictions" },
  undeclared: { sign: "!", meaning: "no flow or access declares it" },
  undecided: { sign: "?", meaning: "cannot be known before deployment" },
  unused: { sign: "–", meaning: "declared, and nothing uses it" },
  covered: { sign: "✓", meaning: "declared, and exactly so" },
};

/** The channels from one place to another that came to one verdict: one line on the map. */
export interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly verdict: ChannelVerdict;
  readonly count: number;
  readonly mechanisms: readonly string[];
}

/** One bundle for each pair and verdict, the gravest last, so that it is drawn over the others. */
export function bundles(channels: readonly ReportedChannel[]): readonly Bundle[] {
  const bundled = new Map<string, Bundle>();
  for (const { from, to, verdict, count, mechanism } of channels) {
    if (from === to) continue;
    const key = JSON.stringify([from, to, verdict]);
    const known = bundled.get(key);
    const mechanisms = new Set([...(known?.mechanisms ?? []), mechanism]);
    bundled.set(key, { from, to, verdict, count: (known?.count ?? 0) + count, mechanisms: [...mechanisms] });
  }
  const gravity = Object.keys(VERDICTS);
  return [...bundled.values()].sort((one, other) => gravity.indexOf(other.verdict) - gravity.indexOf(one.verdict));
}
