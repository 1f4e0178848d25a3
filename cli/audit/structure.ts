import { isWritabilityCheck, readKey, type DeliveredKey } from "../../audit/delivered-key";
import { VERIFICATION_PROBE, type AuditSource } from "../../config/names";
import type { ListedVersion, Listing } from "./archive";
import type { Finding, FindingKind } from "./verdict";

/** A version of an object that a declared service delivered. */
export interface DeliveredVersion extends ListedVersion {
  readonly delivered: DeliveredKey;
}

export type About = Pick<Finding, "stack" | "account" | "bucket" | "during">;

export function deliveredVersions({ versions }: Listing, source: AuditSource): readonly DeliveredVersion[] {
  return versions.flatMap((version) => {
    const delivered = readKey(version.key, source);
    return delivered ? [{ ...version, delivered }] : [];
  });
}

/** What a listing alone tells: objects that nobody declared, hidden records, records written more than once. */
export function structureFindings(listing: Listing, source: AuditSource, about: About): readonly Finding[] {
  const expected = (key: string) => key === VERIFICATION_PROBE || isWritabilityCheck(key, source);
  const found = (
    kind: FindingKind,
    { key, versionId }: Pick<ListedVersion, "key"> & Partial<ListedVersion>,
  ): Finding => {
    const delivered = readKey(key, source);
    return { ...about, kind, service: delivered?.service, region: delivered?.region, key, versionId };
  };
  const versions = new Map<string, ListedVersion[]>();
  for (const version of listing.versions) {
    if (expected(version.key)) continue;
    versions.set(version.key, [...(versions.get(version.key) ?? []), version]);
  }
  return [
    ...listing.strangers.map((folder) => found("undeclared", { key: folder })),
    ...[...versions.keys()].filter((key) => !readKey(key, source)).map((key) => found("undeclared", { key })),
    ...listing.deleteMarkers.map((marker) => found("delete-marker", marker)),
    ...[...versions.values()].flatMap((all) =>
      all.length > 1 ? [{ ...found("overwritten", all[0]!), observed: `${all.length} versions` }] : [],
    ),
  ];
}
