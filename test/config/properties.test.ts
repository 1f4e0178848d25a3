import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { loadEstate } from "../../config/load";
import { EstateError } from "../../config/problem";
import { violations } from "./restated-invariants";

const TODAY = "2026-11-24";
/** The same estates each time; RUNS=20000 looks at more. */
const RUNS = { numRuns: Number(process.env["RUNS"] ?? 1000), seed: 7 };
const FILE = join(mkdtempSync(join(tmpdir(), "clover-properties-")), "estate.yaml");
const SHIPPED = ["local", "production"].map(
  (name) => parse(readFileSync(join(__dirname, `../../config/environments/${name}.yaml`), "utf8")) as Json,
);

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

/** What the loader says of an estate: what an accepted one breaks, or that it was refused. */
function judged(estate: Json): "refused" | readonly string[] {
  writeFileSync(FILE, stringify(estate));
  try {
    return violations(loadEstate(FILE, { today: TODAY }), TODAY);
  } catch (error) {
    if (error instanceof EstateError && error.problems.length > 0) return "refused";
    throw error;
  }
}

function pathsOf(node: Json, path: Path = []): readonly Path[] {
  if (node === null || typeof node !== "object") return [path];
  return [
    path,
    ...Object.entries(node).flatMap(([key, child]) =>
      pathsOf(child, [...path, Array.isArray(node) ? Number(key) : key]),
    ),
  ];
}

function replaced(node: Json, [step, ...rest]: Path, value: Json | undefined): Json {
  if (step === undefined) return value ?? null;
  const copy = Array.isArray(node) ? [...node] : { ...(node as object) };
  const target = copy as Record<string | number, Json>;
  if (rest.length === 0 && value === undefined) delete target[step];
  else target[step] = replaced(target[step]!, rest, value);
  return (Array.isArray(copy) ? copy.filter((entry) => entry !== undefined) : copy) as Json;
}

/** Values of every form that stands somewhere in an estate, right in one place and wrong in another. */
const VALUES = fc.oneof(
  fc.constantFrom<Json>("IE", "NO", "GB", "US", "CH", "SE", "DE", "XX", "eu", ""),
  fc.constantFrom<Json>(
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "eu-central-1",
    "eu-central-2",
    "eu-north-1",
    "us-east-1",
    "us-west-2",
    "eusc-de-east-1",
    "mars-1",
  ),
  fc.constantFrom<Json>("euw1-az1", "euw1-az2", "euw1-az3", "eun1-az1", "use1-az1", "use1-bos1-az1"),
  fc.constantFrom<Json>("222222222222", "111111111111", "999999999999", "12"),
  fc.constantFrom<Json>("10.16.0.0/16", "10.17.0.0/16", "10.16.128.0/20", "0.0.0.0/0", "10.99.0.0/16"),
  fc.constantFrom<Json>("2026-11-23", "2026-11-24", "2099-01-01", "2027-02-30", "soon"),
  fc.constantFrom<Json>("dublin", "norway", "ireland-2", "enclave", "monitor", "parent-company", "organization"),
  fc.constantFrom<Json>(
    "active",
    "planned",
    "serving",
    "draining",
    "retired",
    "restricted",
    "aggregated",
    "audit",
    "s3-replication",
    "privatelink",
  ),
  fc.constantFrom<Json>("o-cloverexample", "o-monitorexample", "arn:aws:iam::111111111111:role/x", "EEA"),
  fc.constantFrom<Json>(null, true, 0, -1, 365, 1e9, [], {}),
  fc.string().map((text): Json => text),
);

const corrupted = fc
  .constantFrom(...SHIPPED)
  .chain((estate) =>
    fc
      .tuple(
        fc.constantFrom(...pathsOf(estate).filter((path) => path.length > 0)),
        fc.option(VALUES, { nil: undefined }),
      )
      .map(([path, value]) => replaced(estate, path, value)),
  );

const IN_THE_EEA = [
  { region: "eu-west-1", country: "IE", zones: ["euw1-az1", "euw1-az2", "euw1-az3"] },
  { region: "eu-central-1", country: "DE", zones: ["euc1-az1", "euc1-az2", "euc1-az3"] },
  { region: "eu-north-1", country: "SE", zones: ["eun1-az1", "eun1-az2", "eun1-az3"] },
];
const ELSEWHERE = [
  { region: "eu-west-2", country: "GB", zones: ["euw2-az1", "euw2-az2"] },
  { region: "us-east-1", country: "US", zones: ["use1-az1", "use1-az2"] },
  { region: "eusc-de-east-1", country: "DE", zones: ["eusc-dee1-az1", "eusc-dee1-az2"] },
];

/** What is lawful nearly always, and so that several of them together are lawful often enough to be looked at. */
const mostly = <T>(lawful: fc.Arbitrary<T>, any: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: lawful }, { weight: 1, arbitrary: any });

/** Estates of one to four sites wherever, some lawful and some not, around the shipped one's other parts. */
const arbitrary = fc
  .tuple(
    fc.constantFrom(...SHIPPED),
    fc.array(
      fc.record({
        place: mostly(fc.constantFrom(...IN_THE_EEA), fc.constantFrom(...ELSEWHERE)),
        country: mostly<string | undefined>(fc.constant(undefined), fc.constantFrom("IE", "NO", "DE", "CH")),
        zones: mostly<readonly number[]>(fc.constant([0, 1]), fc.subarray([0, 1, 2], { minLength: 1 })),
        status: fc.constantFrom("active", "planned"),
        network: fc.integer({ min: 16, max: 60 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.record({
      phase: fc.constantFrom("serving", "draining", "retired"),
      sunset: mostly<string>(fc.constant("2027-09-30"), fc.constant("2026-11-23")),
      monitorRegion: mostly<string>(fc.constant("eu-west-2"), fc.constantFrom("eu-west-1", "eusc-de-east-1")),
    }),
  )
  .map(([base, sites, rest]): Json => {
    const estate = base as { readonly [key: string]: any };
    const account = (index: number) => String(600000000000 + index);
    const ids = sites.map((_, index) => (index === 0 ? "dublin" : `site-${index}`));
    return {
      ...estate,
      state: { backend: "local" },
      sites: sites.map(({ place, country, zones, status, network }, index) => ({
        id: ids[index]!,
        title: "A site",
        country: country ?? place.country,
        status,
        account: account(index),
        cidr: `10.${network}.0.0/16`,
        placement: {
          region: place.region,
          zones: zones.map((zone) => place.zones[zone] ?? place.zones[0]!),
          ...(country && country !== place.country ? { standsInFor: country } : {}),
        },
      })),
      enclave: { ...estate["enclave"], phase: rest.phase, sunset: rest.sunset },
      monitor: {
        ...estate["monitor"],
        region: rest.monitorRegion,
        archiveKeyArns: Object.fromEntries(
          ["monitor", "organization", ...ids, "enclave"].map((stack) => [
            stack,
            `arn:aws:kms:${rest.monitorRegion}:${estate["monitor"].account}:key/00000000-0000-4000-8000-000000000000`,
          ]),
        ),
      },
      accesses: [],
    };
  });

describe("any estate that is accepted", () => {
  it("keeps the invariants, restated independently", () => {
    let accepted = 0;
    fc.assert(
      fc.property(arbitrary, (estate) => {
        const verdict = judged(estate);
        if (verdict !== "refused") accepted++;
        expect(verdict === "refused" ? [] : verdict).toEqual([]);
      }),
      RUNS,
    );
    // A loader that refuses everything would keep them too.
    expect(accepted).toBeGreaterThan(RUNS.numRuns / 20);
  });
});

describe("any corruption of one field of a shipped estate", () => {
  it("is refused, or breaks nothing", () => {
    let refused = 0;
    fc.assert(
      fc.property(corrupted, (estate) => {
        const verdict = judged(estate);
        if (verdict === "refused") refused++;
        expect(verdict === "refused" ? [] : verdict).toEqual([]);
      }),
      RUNS,
    );
    expect(refused).toBeGreaterThan(RUNS.numRuns / 2);
  });
});
