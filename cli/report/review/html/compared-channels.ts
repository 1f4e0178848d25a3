import type { ReportedChannel } from "../../../../policies/report";
import type { DrawnChannel, Look } from "../../html/map/mapped";
import { VERDICTS, type ChannelVerdict } from "../../html/map/verdicts";

/** What became of a channel, what tells most first; each with the sign that says it without colour. */
const BECAME = { changed: "≠", new: "+", gone: "−", kept: "=" } as const;
type Became = keyof typeof BECAME;

const GRAVITY = Object.keys(VERDICTS) as readonly ChannelVerdict[];

/** Every channel of both versions, alike ones counted together, with what became of it. */
export function comparedChannels(
  base: readonly ReportedChannel[],
  head: readonly ReportedChannel[],
): readonly DrawnChannel[] {
  const [before, after] = [waysOf(base), waysOf(head)];
  const looks = new Map<string, Look>();
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key) ?? [], after.get(key) ?? []];
    const { verdict: _verdict, count: _count, ...way } = (is[0] ?? was[0])!;
    return compared(was, is).map(([from, to, count]) => {
      const look = lookOf(from, to);
      const known = looks.get(look.words) ?? look;
      looks.set(look.words, known);
      return { ...way, verdict: (to ?? from)!, count, look: known, ...(!to && { isGone: true }) };
    });
  });
}

/** Those that there are, what became of a channel before the verdict on it, the gravest first. */
export function looksOf(channels: readonly DrawnChannel[]): readonly Look[] {
  const became = Object.keys(BECAME);
  const rank = ({ style }: Look) => {
    const [verdict, change] = style.split(" ");
    return became.indexOf(change!) * GRAVITY.length + GRAVITY.indexOf(verdict as ChannelVerdict);
  };
  return [...new Set(channels.map(({ look }) => look))].sort((one, other) => rank(one) - rank(other));
}

/** Channels that differ in their verdict alone. */
function waysOf(channels: readonly ReportedChannel[]): ReadonlyMap<string, readonly ReportedChannel[]> {
  const ways = new Map<string, ReportedChannel[]>();
  for (const channel of channels) {
    const { from, to, mechanism, moves, dataClass } = channel;
    const key = JSON.stringify([from, to, mechanism, moves, dataClass]);
    ways.set(key, [...(ways.get(key) ?? []), channel]);
  }
  return ways;
}

type Step = readonly [was: ChannelVerdict | undefined, is: ChannelVerdict | undefined, count: number];

/** As many as have the same verdict are the same ones; of the others the gravest became the gravest. */
function compared(was: readonly ReportedChannel[], is: readonly ReportedChannel[]): readonly Step[] {
  const [before, after] = [was, is].map(
    (channels) => new Map(channels.map(({ verdict, count }) => [verdict, count])),
  ) as [Map<ChannelVerdict, number>, Map<ChannelVerdict, number>];
  const steps: Step[] = [];
  const take = (from: ChannelVerdict | undefined, to: ChannelVerdict | undefined, count: number) => {
    if (count === 0) return;
    steps.push([from, to, count]);
    if (from) before.set(from, before.get(from)! - count);
    if (to) after.set(to, after.get(to)! - count);
  };
  const left = (counts: ReadonlyMap<ChannelVerdict, number>, verdict: ChannelVerdict) => counts.get(verdict) ?? 0;
  for (const verdict of GRAVITY) take(verdict, verdict, Math.min(left(before, verdict), left(after, verdict)));
  for (const from of GRAVITY) for (const to of GRAVITY) take(from, to, Math.min(left(before, from), left(after, to)));
  for (const verdict of GRAVITY) {
    take(verdict, undefined, left(before, verdict));
    take(undefined, verdict, left(after, verdict));
  }
  return steps;
}

function lookOf(was: ChannelVerdict | undefined, is: ChannelVerdict | undefined): Look {
  const became: Became = !was ? "new" : !is ? "gone" : was === is ? "kept" : "changed";
  const verdict = (is ?? was)!;
  const { sign, meaning } = VERDICTS[verdict];
  return {
    style: `${verdict} ${became}`,
    sign: `${BECAME[became]}${sign}`,
    words: became === "changed" ? `changed from ${was} to ${is}` : `${became}, ${verdict}`,
    meaning,
  };
}
