import type { Report } from "../../../policies/report";
import type { Mapped } from "./map/mapped";
import { VERDICTS } from "./map/verdicts";

/** The map of a report: every channel by its verdict, every place with its findings. */
export function judgedMap({ places, channels, findings }: Report): Mapped {
  return {
    places,
    channels: channels.map((channel) => ({ ...channel, look: VERDICTS[channel.verdict] })),
    looks: Object.values(VERDICTS),
    noun: "finding",
    counts: new Map(places.map(({ id }) => [id, findings.filter(({ stack }) => stack === id).length])),
  };
}
