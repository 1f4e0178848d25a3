import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { subnetCidr, TIERS } from "../../../constructs/network/subnet-plan";

describe("subnetCidr", () => {
  it("cuts a segment into sixteen, a tier's zones side by side", () => {
    expect(subnetCidr("10.16.0.0/16", "workload", 0)).toBe("10.16.0.0/20");
    expect(subnetCidr("10.16.0.0/16", "workload", 1)).toBe("10.16.16.0/20");
    expect(subnetCidr("10.16.0.0/16", "endpoints", 0)).toBe("10.16.64.0/20");
    expect(subnetCidr("10.16.0.0/16", "firewall", 2)).toBe("10.16.224.0/20");
    expect(subnetCidr("192.168.240.0/20", "gateway", 1)).toBe("192.168.249.0/24");
  });

  it("keeps every subnet inside the segment and apart from every other, whatever the segment", () => {
    const segments = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 16, max: 20 }));
    fc.assert(
      fc.property(segments, ([octet, bits]) => {
        const segment = `10.${octet}.0.0/${bits}`;
        const subnets = TIERS.flatMap((tier) =>
          [0, 1, 2].map((zone) => ipaddr.IPv4.parseCIDR(subnetCidr(segment, tier, zone))),
        );
        const [network, length] = ipaddr.IPv4.parseCIDR(segment);
        for (const [index, [first, size]] of subnets.entries()) {
          expect(first.match(network, length)).toBe(true);
          for (const [other, otherSize] of subnets.slice(index + 1)) {
            expect(first.match(other, Math.min(size, otherSize))).toBe(false);
          }
        }
      }),
    );
  });
});
