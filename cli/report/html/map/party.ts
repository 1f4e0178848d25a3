import type { ReportedPlace } from "../../../../policies/report";
import { counted } from "../markup";
import type { Mapped } from "./mapped";

/** Whoever has a card on the map. */
export interface Party {
  readonly id: string;
  readonly kind: ReportedPlace["kind"];
  readonly title: string;
  /** What is known of it, a line each. */
  readonly facts: readonly string[];
  /** What a reader must not miss, a line each: that its region stands in for another country, what changed. */
  readonly cautions: readonly string[];
  /** The network of its segment. */
  readonly segment?: string;
  readonly area: Area;
  /** How many findings or changes are on its stack. */
  readonly count: number;
}

/** A jurisdiction, or what lies beyond the estate. */
export interface Area {
  readonly title: string;
  readonly isProtected: boolean;
}

const BEYOND: Area = { title: "Beyond the estate", isProtected: false };
const COUNTRIES = new Intl.DisplayNames("en", { type: "region" });

/** Every place of the map, and every other end of a channel, protected jurisdictions first. */
export function parties({ places, channels, counts, remarks }: Mapped): readonly Party[] {
  const areas = new Map<string, Area>();
  const ids = new Set(places.map(({ id }) => id));
  const others = new Set(channels.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id)));
  const own = places.map((place): Party => {
    const within = channels.filter(({ from, to, isGone }) => from === place.id && to === place.id && !isGone);
    const inside = within.reduce((sum, { count }) => sum + count, 0);
    return {
      id: place.id,
      kind: place.kind,
      title: capital(place.title),
      facts: [...factsOf(place), ...(inside > 0 ? [`${counted(inside, "channel")} within`] : [])],
      cautions: [...standIn(place), ...(remarks?.get(place.id) ?? [])],
      ...(place.cidr && { segment: place.cidr }),
      area: areaOf(place, areas),
      count: counts.get(place.id) ?? 0,
    };
  });
  const strangers = [...others].map((id): Party => ({
    id,
    kind: "other",
    title: capital(id),
    facts: [],
    cautions: [],
    area: BEYOND,
    count: 0,
  }));
  return [...own.filter(({ area }) => area.isProtected), ...own.filter(({ area }) => !area.isProtected), ...strangers];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function standIn({ standsInFor, country }: ReportedPlace): readonly string[] {
  return standsInFor ? [`Stands in for ${standsInFor}:`, `its data is in ${country}`] : [];
}

/** What is known of a place, a line each. */
export function factsOf({ kind, region, country, account, status }: ReportedPlace): readonly string[] {
  if (kind === "people") return [];
  const isShort = status !== undefined && !status.includes(" ");
  const where = [region, country, ...(isShort ? [status] : [])].filter(Boolean).join(" · ");
  return [where, ...(account ? [`account ${account}`] : []), ...(status && !isShort ? status.split(", ") : [])];
}

function areaOf({ jurisdiction, country, isProtected }: ReportedPlace, areas: Map<string, Area>): Area {
  const code = jurisdiction ?? country;
  const title = code === "EEA" ? "European Economic Area" : (COUNTRIES.of(code) ?? code);
  const area = areas.get(title) ?? { title, isProtected };
  areas.set(title, area);
  return area;
}
