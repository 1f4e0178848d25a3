import type { ReportedPlace } from "../../../../policies/report";
import type { Review } from "../../../../review/review";
import { factsOf } from "../../html/map/party";
import type { DrawnChannel, Look, Mapped } from "../../html/map/mapped";
import { comparedChannels, looksOf } from "./compared-channels";

/** One map of what was and of what shall be: whatever is on either, with what became of it. */
export function comparedMap({ base, head, entries }: Review): Mapped {
  const channels = comparedChannels(base.channels, head.channels);
  const before = new Map(base.places.map((place) => [place.id, place]));
  const after = new Map(head.places.map((place) => [place.id, place]));
  const places = [...head.places, ...base.places.filter(({ id }) => !after.has(id))];
  const told = entries.filter(({ about, verdict }) => about !== "estate" && verdict !== "other");
  return {
    places,
    channels,
    looks: looksOf(channels),
    noun: "change",
    counts: new Map(places.map(({ id }) => [id, told.filter(({ at }) => at.some(({ stack }) => stack === id)).length])),
    remarks: new Map(
      places.map(({ id }) => [id, [...placeChange(before.get(id), after.get(id)), ...within(id, channels)]]),
    ),
  };
}

function placeChange(before: ReportedPlace | undefined, after: ReportedPlace | undefined): readonly string[] {
  if (!before) return ["+ new"];
  if (!after) return ["− gone"];
  const facts = new Set(factsOf(after));
  return factsOf(before)
    .filter((fact) => !facts.has(fact))
    .map((fact) => `≠ was ${fact}`);
}

/** Channels from a place to itself have no line. */
function within(id: string, channels: readonly DrawnChannel[]): readonly string[] {
  const counts = new Map<Look, number>();
  for (const { from, to, look, count } of channels) {
    if (from === id && to === id) counts.set(look, (counts.get(look) ?? 0) + count);
  }
  const changed = [...counts].filter(([{ style }]) => !style.endsWith(" kept"));
  return changed.map(([{ sign, words }, count]) => `${sign} ${count} within: ${words}`);
}
