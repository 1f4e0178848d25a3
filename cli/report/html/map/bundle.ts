import type { DrawnChannel, Look } from "./mapped";

/** The channels from one place to another that look alike: one line on the map. */
export interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly look: Look;
  readonly count: number;
  readonly mechanisms: readonly string[];
}

/**
 * One bundle for each pair and look, the gravest last, so that it is drawn over the others.
 *
 * @param looks the gravest first
 */
export function bundles(channels: readonly DrawnChannel[], looks: readonly Look[]): readonly Bundle[] {
  const bundled = new Map<string, Bundle>();
  for (const { from, to, look, count, mechanism } of channels) {
    if (from === to) continue;
    const key = JSON.stringify([from, to, look.words]);
    const known = bundled.get(key);
    const mechanisms = new Set([...(known?.mechanisms ?? []), mechanism]);
    bundled.set(key, { from, to, look, count: (known?.count ?? 0) + count, mechanisms: [...mechanisms] });
  }
  return [...bundled.values()].sort((one, other) => looks.indexOf(other.look) - looks.indexOf(one.look));
}

/** What stands at the beginning of a bundle's line, and how wide it is in pixels of the drawing. */
export function badgeOf({ look, count }: Bundle): { readonly text: string; readonly width: number } {
  const text = `${look.sign} ${count}`;
  return { text, width: 12 + text.length * 5.4 };
}
