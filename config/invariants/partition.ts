import type { Draft } from "../draft";
import { findRegion } from "../geography";
import type { Path, Problem } from "../problem";

/**
 * Everything is in the partition of the organization's home. An organization is of one partition, and no policy, role or
 * replication reaches into another: the monitor too, with an organization of its own, could receive nothing.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export function* partitionHolds({ organization, monitor, sites, enclave }: Draft): Generator<Problem> {
  const home = organization && findRegion(organization.homeRegion);
  if (!home) return;
  const placed = [...sites, ...(enclave ? [{ value: enclave, path: ["enclave"] }] : [])];
  const regions: (readonly [Path, string])[] = [
    ...(monitor ? [[["monitor", "region"], monitor.region] as const] : []),
    ...placed.map(({ value, path }) => [[...path, "placement", "region"], value.placement.region] as const),
  ];
  for (const [path, code] of regions) {
    const region = findRegion(code);
    // A region that is not known is told for itself.
    if (!region || region.partition === home.partition) continue;
    yield {
      code: "estate.foreign-partition",
      path,
      value: `${code} (${region.partition})`,
      rule: `be in partition ${home.partition}, as organization.homeRegion is`,
      fix: "choose a region of that partition; nothing that an estate is made of reaches into another",
    };
  }
}
