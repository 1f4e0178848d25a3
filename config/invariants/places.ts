import ipaddr from "ipaddr.js";
import type { Declared, Draft } from "../draft";
import type { Placement } from "../estate";
import { findRegion, isZoneOf, jurisdictionOf } from "../geography";
import { ENCLAVE, MONITOR, ORGANIZATION } from "../places";
import type { Path, Problem } from "../problem";

interface Located {
  readonly what: string;
  readonly path: Path;
  readonly country: string;
  readonly placement: Placement;
}

/** The sites and the enclave: whatever has a placement. */
function located(draft: Draft): readonly Located[] {
  const sites = draft.sites.map(({ value, path }) => ({ what: `site ${value.id}`, path, ...value }));
  return draft.enclave ? [...sites, { what: "the enclave", path: ["enclave"], ...draft.enclave }] : sites;
}

/** Countries outside the protected jurisdictions; a country that geography does not know is outside of all. */
export function isProtected(draft: Draft, country: string): boolean {
  const jurisdiction = jurisdictionOf(country);
  return jurisdiction !== undefined && (draft.protectedJurisdictions ?? []).includes(jurisdiction);
}

/** Regions that exist, zones that are theirs, and countries that are what they say. */
export function* geographyHolds(draft: Draft): Generator<Problem> {
  for (const { path, country, placement } of located(draft)) {
    const region = findRegion(placement.region);
    if (!region) {
      yield unknownRegion([...path, "placement", "region"], placement.region);
      continue;
    }
    for (const [index, zone] of placement.zones.entries()) {
      if (!isZoneOf(zone, region)) {
        yield {
          code: "estate.foreign-zone",
          path: [...path, "placement", "zones", index],
          value: zone,
          rule: `be an availability-zone id of ${region.code}`,
          fix: `they look like ${region.zonePrefix}-az1; a Local Zone is none`,
        };
      }
    }
    yield* countryHolds(path, country, placement, region.country);
  }
  const regions: [Path, string | undefined][] = [
    [["organization", "homeRegion"], draft.organization?.homeRegion],
    [["monitor", "region"], draft.monitor?.region],
  ];
  for (const [path, code] of regions) if (code !== undefined && !findRegion(code)) yield unknownRegion(path, code);
}

function* countryHolds(path: Path, country: string, { standsInFor }: Placement, actual: string): Generator<Problem> {
  if (country !== actual && standsInFor !== country) {
    yield {
      code: "estate.undeclared-stand-in",
      path: [...path, "placement", "standsInFor"],
      value: standsInFor,
      rule: `be ${country}, since the region is in ${actual}`,
      fix: "declare it, or choose a region in the country",
    };
  }
  if (country === actual && standsInFor !== undefined) {
    yield {
      code: "estate.needless-stand-in",
      path: [...path, "placement", "standsInFor"],
      value: standsInFor,
      rule: `be absent, since the region is in ${actual}`,
      fix: "remove it",
    };
  }
}

const unknownRegion = (path: Path, value: string): Problem => ({
  code: "estate.unknown-region",
  path,
  value,
  rule: "be an AWS region that config/geography.ts knows",
  fix: "write its code, e.g. eu-west-1",
});

/** Sites are inside the protected jurisdictions, by name and by region; the enclave is outside. */
export function* protectionHolds(draft: Draft): Generator<Problem> {
  if (!draft.protectedJurisdictions) return;
  for (const { value: site, path } of draft.sites) {
    const countries: [Path, string | undefined][] = [
      [[...path, "country"], site.country],
      [[...path, "placement", "region"], findRegion(site.placement.region)?.country],
    ];
    for (const [where, country] of countries) {
      if (country === undefined || isProtected(draft, country)) continue;
      yield {
        code: "estate.site-outside-protection",
        path: where,
        value: where.at(-1) === "region" ? `${site.placement.region} (${country})` : country,
        rule: `be in ${draft.protectedJurisdictions.join(" or ")}`,
        fix: "choose a place there; only the enclave may be outside, and only until its sunset",
      };
    }
  }
  const home = draft.organization && findRegion(draft.organization.homeRegion);
  if (home && !isProtected(draft, home.country)) {
    yield {
      code: "estate.home-outside-protection",
      path: ["organization", "homeRegion"],
      value: `${home.code} (${home.country})`,
      rule: `be in ${draft.protectedJurisdictions.join(" or ")}`,
      fix: "the organization's account keeps the enclave's state, which outlives it in Europe",
    };
  }
  const enclave = draft.enclave && findRegion(draft.enclave.placement.region);
  if (enclave && isProtected(draft, enclave.country)) {
    yield {
      code: "estate.enclave-inside-protection",
      path: ["enclave", "placement", "region"],
      value: `${enclave.code} (${enclave.country})`,
      rule: `be outside ${draft.protectedJurisdictions.join(" and ")}`,
      fix: "a place inside them is a site: declare it under sites",
    };
  }
}

/** One account, one network: nothing is used twice. */
export function* nothingIsShared(draft: Draft): Generator<Problem> {
  const accounts: Declared<string>[] = [
    ...(draft.organization
      ? [{ value: draft.organization.managementAccount, path: ["organization", "managementAccount"] }]
      : []),
    ...(draft.monitor ? [{ value: draft.monitor.account, path: ["monitor", "account"] }] : []),
    ...draft.sites.map(({ value, path }) => ({ value: value.account, path: [...path, "account"] })),
    ...(draft.enclave ? [{ value: draft.enclave.account, path: ["enclave", "account"] }] : []),
    ...draft.counterparties.map(({ value, path }) => ({ value: value.account, path: [...path, "account"] })),
  ];
  for (const { value, path } of repeated(accounts)) {
    if (path[0] === "monitor") continue; // said better by estate.monitor-not-independent
    yield {
      code: "estate.account-used-twice",
      path,
      value,
      rule: "be an account of its own",
      fix: "each place has one; create another",
    };
  }
  const networks = located(draft).map(({ path }, index) => ({
    path,
    cidr: [...draft.sites.map((site) => site.value.cidr), draft.enclave?.cidr][index]!,
  }));
  for (const [index, { path, cidr }] of networks.entries()) {
    const earlier = networks.slice(0, index).find((other) => overlap(other.cidr, cidr));
    if (!earlier) continue;
    yield {
      code: "estate.overlapping-cidr",
      path: [...path, "cidr"],
      value: cidr,
      rule: `not overlap with ${earlier.cidr}`,
      fix: "choose a free network",
    };
  }
  yield* zonesAreDisjoint(draft);
}

/** Places of one region that share a zone would share a failure, and a building; so would the halves of one place. */
function* zonesAreDisjoint(draft: Draft): Generator<Problem> {
  const zones = located(draft).flatMap(({ path, placement }) =>
    placement.zones.map((zone, index) => ({ value: zone, path: [...path, "placement", "zones", index] })),
  );
  for (const { value, path } of repeated(zones)) {
    yield {
      code: "estate.zone-used-twice",
      path,
      value,
      rule: "be named once in the estate",
      fix: "choose a zone id of the region that neither this place nor another has",
    };
  }
}

function overlap(one: string, other: string): boolean {
  const [a, aBits] = ipaddr.IPv4.parseCIDR(one);
  const [b, bBits] = ipaddr.IPv4.parseCIDR(other);
  return a.match(b, Math.min(aBits, bBits));
}

/** Every entry whose value an earlier one has. */
export function repeated(entries: readonly Declared<string>[]): readonly Declared<string>[] {
  const seen = new Set<string>();
  return entries.filter(({ value }) => seen.has(value) || !seen.add(value));
}

/** Ids are stacks' names and parts of roles' names: unique, and none that is taken already. */
export function* idsAreUnique(draft: Draft): Generator<Problem> {
  const places = [...draft.sites, ...draft.counterparties].map(({ value, path }) => ({
    value: value.id,
    path: [...path, "id"],
  }));
  for (const list of [places, draft.accesses.map(idOf), draft.flows.map(idOf)]) {
    for (const { value, path } of repeated(list)) {
      yield { code: "estate.id-used-twice", path, value, rule: "be unique", fix: "choose another id" };
    }
  }
  for (const { value, path } of places) {
    const taken = takenBy(value);
    if (taken) yield { code: "estate.reserved-id", path, value, rule: `not be ${taken}`, fix: "choose another id" };
  }
}

function takenBy(id: string): string | undefined {
  if ([ORGANIZATION, MONITOR, ENCLAVE].includes(id) || id.startsWith("state-")) {
    return "a name of the estate's own stacks";
  }
  // `constructor`: the tree of constructs is made of plain objects, which have it from the start.
  return id in {} ? "a name that every object of JavaScript has already" : undefined;
}

const idOf = ({ value, path }: Declared<{ readonly id: string }>) => ({ value: value.id, path: [...path, "id"] });
