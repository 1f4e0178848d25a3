/** A legal area that personal data is protected in. The EEA is one; the United Kingdom and Switzerland are not in it. */
export type Jurisdiction = "EEA" | "GB" | "CH" | "US" | "CA" | "AU" | "JP" | "IN" | "SG" | "BR" | "OTHER";

export interface Region {
  readonly code: string;
  readonly partition: string;
  /** ISO 3166-1 alpha-2 code. Data, never inferred from the code. */
  readonly country: string;
  /** First part of the region's availability-zone ids, e.g. `euw1`. */
  readonly zonePrefix: string;
}

const REGIONS: readonly Region[] = [
  { code: "eu-west-1", partition: "aws", country: "IE", zonePrefix: "euw1" },
  { code: "eu-west-2", partition: "aws", country: "GB", zonePrefix: "euw2" },
  { code: "eu-north-1", partition: "aws", country: "SE", zonePrefix: "eun1" },
  { code: "us-east-1", partition: "aws", country: "US", zonePrefix: "use1" },
];

export function findRegion(code: string): Region | undefined {
  return REGIONS.find((region) => region.code === code);
}
