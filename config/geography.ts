/**
 * Where AWS's regions are, and under which law. Data, never inferred from a name: `eu-west-2` is in
 * the United Kingdom and `eu-central-2` in Switzerland, and neither is in the EEA.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 * @see https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html
 */

/** A legal area that personal data is protected in. */
export const JURISDICTIONS = [
  "EEA",
  "GB",
  "CH",
  "US",
  "CA",
  "MX",
  "BR",
  "JP",
  "KR",
  "CN",
  "HK",
  "TW",
  "SG",
  "MY",
  "TH",
  "ID",
  "IN",
  "AU",
  "NZ",
  "ZA",
  "IL",
  "BH",
  "AE",
] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/**
 * Where European users' data may be: the EEA, and the European countries that the Commission has found adequate.
 *
 * @see https://commission.europa.eu/law/law-topic/data-protection/international-dimension-data-protection/adequacy-decisions_en
 */
export const PROTECTABLE = ["EEA", "CH", "GB"] as const satisfies readonly Jurisdiction[];

export interface Region {
  readonly code: string;
  /** `aws`, `aws-eusc` … */
  readonly partition: string;
  /** ISO 3166-1 alpha-2 code of the country that its zones are in. */
  readonly country: string;
  /** First part of its availability-zone ids: `euw1` of `euw1-az2`. */
  readonly zonePrefix: string;
}

/** The members of the European Economic Area. @see https://www.efta.int/eea/eea-agreement */
const EEA: ReadonlySet<string> = new Set([
  "AT",
  "BE",
  "BG",
  "CY",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "FR",
  "GR",
  "HR",
  "HU",
  "IE",
  "IS",
  "IT",
  "LI",
  "LT",
  "LU",
  "LV",
  "MT",
  "NL",
  "NO",
  "PL",
  "PT",
  "RO",
  "SE",
  "SI",
  "SK",
]);

const region = (code: string, country: string, zonePrefix: string, partition = "aws"): Region => ({
  code,
  partition,
  country,
  zonePrefix,
});

const REGIONS: ReadonlyMap<string, Region> = new Map(
  [
    region("af-south-1", "ZA", "afs1"),
    region("ap-east-1", "HK", "ape1"),
    region("ap-east-2", "TW", "ape2"),
    region("ap-northeast-1", "JP", "apne1"),
    region("ap-northeast-2", "KR", "apne2"),
    region("ap-northeast-3", "JP", "apne3"),
    region("ap-south-1", "IN", "aps1"),
    region("ap-south-2", "IN", "aps2"),
    region("ap-southeast-1", "SG", "apse1"),
    region("ap-southeast-2", "AU", "apse2"),
    region("ap-southeast-3", "ID", "apse3"),
    region("ap-southeast-4", "AU", "apse4"),
    region("ap-southeast-5", "MY", "apse5"),
    region("ap-southeast-6", "NZ", "apse6"),
    region("ap-southeast-7", "TH", "apse7"),
    region("ca-central-1", "CA", "cac1"),
    region("ca-west-1", "CA", "caw1"),
    region("cn-north-1", "CN", "cnn1", "aws-cn"),
    region("cn-northwest-1", "CN", "cnnw1", "aws-cn"),
    region("eu-central-1", "DE", "euc1"),
    region("eu-central-2", "CH", "euc2"),
    region("eu-north-1", "SE", "eun1"),
    region("eu-south-1", "IT", "eus1"),
    region("eu-south-2", "ES", "eus2"),
    region("eu-west-1", "IE", "euw1"),
    region("eu-west-2", "GB", "euw2"),
    region("eu-west-3", "FR", "euw3"),
    region("eusc-de-east-1", "DE", "eusc-dee1", "aws-eusc"),
    region("il-central-1", "IL", "ilc1"),
    region("me-central-1", "AE", "mec1"),
    region("me-south-1", "BH", "mes1"),
    region("mx-central-1", "MX", "mxc1"),
    region("sa-east-1", "BR", "sae1"),
    region("us-east-1", "US", "use1"),
    region("us-east-2", "US", "use2"),
    region("us-gov-east-1", "US", "usge1", "aws-us-gov"),
    region("us-gov-west-1", "US", "usgw1", "aws-us-gov"),
    region("us-west-1", "US", "usw1"),
    region("us-west-2", "US", "usw2"),
  ].map((known) => [known.code, known]),
);

export function findRegion(code: string): Region | undefined {
  return REGIONS.get(code);
}

/** The codes of all regions of a partition that this table knows. */
export function regionsOf(partition: string): readonly string[] {
  return [...REGIONS.values()].filter((known) => known.partition === partition).map(({ code }) => code);
}

/** The jurisdiction of a country, or nothing when this table does not know it. */
export function jurisdictionOf(country: string): Jurisdiction | undefined {
  if (EEA.has(country)) return "EEA";
  return JURISDICTIONS.find((jurisdiction) => jurisdiction === country);
}

/**
 * Whether an availability-zone id belongs to a region.
 *
 * A Local Zone's or a Wavelength Zone's id carries a city (`use1-bos1-az1`): it is not a zone of the
 * region, and its name does not give its country.
 */
export function isZoneOf(zone: string, { zonePrefix }: Region): boolean {
  return zone.startsWith(`${zonePrefix}-az`) && /^[1-9]$/.test(zone.slice(`${zonePrefix}-az`.length));
}
