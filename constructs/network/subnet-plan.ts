import ipaddr from "ipaddr.js";

/** What a segment's subnets are for; each tier has a subnet in every zone. */
export const TIERS = ["workload", "endpoints", "gateway", "firewall"] as const;
export type Tier = (typeof TIERS)[number];

/** Four bits more than the segment: four tiers of at most four zones. */
const NEW_BITS = 4;
const MOST_ZONES = 4;

/**
 * The network of one tier in one zone: the segment is cut into sixteen equal parts, a tier's zones side by side.
 *
 * @param cidr of the segment, e.g. `10.16.0.0/16`
 * @param zone from 0
 */
export function subnetCidr(cidr: string, tier: Tier, zone: number): string {
  const [network, bits] = ipaddr.IPv4.parseCIDR(cidr);
  const length = bits + NEW_BITS;
  const part = TIERS.indexOf(tier) * MOST_ZONES + zone;
  const first = network.octets.reduce((sum, octet) => sum * 256 + octet, 0) + part * 2 ** (32 - length);
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${octets.join(".")}/${length}`;
}
