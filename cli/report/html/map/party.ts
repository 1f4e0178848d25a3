import type { Report, ReportedPlace } from "../../../../policies/report";
import { counted } from "../markup";

/** Whoever has a card on the map. */
export interface Party {
  readonly id: string;
  readonly kind: ReportedPlace["kind"];
  readonly title: string;
  /** What is known of it, a line each. */
  readonly facts: readonly string[];
  /** What a reader must not miss: that its region stands in for another country. */
  readonly caution?: readonly string[];
  /** The network of its segment. */
  readonly segment?: string;
  readonly area: Area;
  /** How many findings are on its stack. */
  readonly findings: number;
}

/** A jurisdiction, or what lies beyond the estate. */
export interface Area {
  readonly title: string;
  readonly isProtected: boolean;
}

const BEYOND: Area = { title: "Beyond the estate", isProtected: false };
const COUNTRIES = new Intl.DisplayNames("en", { type: "region" });

/** Every place of the report, and every other end of a channel, protected jurisdictions first. */
export function parties({ places, channels, findings }: Report): readonly Party[] {
  const areas = new Map<string, Area>();
  const ids = new Set(places.map(({ id }) => id));
  const others = new Set(channels.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id)));
  const own = places.map((place): Party => {
    const within = channels.filter(({ from, to }) => from === place.id && to === place.id);
    const inside = within.reduce((sum, { count }) => sum + count, 0);
    return {
      id: place.id,
      kind: place.kind,
      title: capital(place.title),
      facts: [...factsOf(place), ...(inside > 0 ? [`${counted(inside, "channel")} within`] : [])],
      ...(place.standsInFor && { caution: [`Stands in for ${place.standsInFor}:`, `its data is in ${place.country}`] }),
      ...(place.cidr && { segment: place.cidr }),
      area: areaOf(place, areas),
      findings: findings.filter(({ stack }) => stack === place.id).length,
    };
  });
  const strangers = [...others].map((id): Party => ({
    id,
    kind: "other",
    title: capital(id),
    facts: [],
    area: BEYOND,
    findings: 0,
  }));
  return [...own.filter(({ area }) => area.isProtected), ...own.filter(({ area }) => !area.isProtected), ...strangers];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function factsOf({ kind, region, country, account, status }: ReportedPlace): readonly string[] {
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
