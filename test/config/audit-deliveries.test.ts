import { auditDeliveries } from "../../config/audit-deliveries";
import { auditSources } from "../../config/names";
import { declaredEstate } from "../support/estates";

const production = declaredEstate("production");
const local = declaredEstate("local");
const services = (stack: string) => auditDeliveries(production, stack).map(({ service }) => service);
const queries = (estate: typeof local, stack: string) =>
  auditDeliveries(estate, stack).find(({ service }) => service === "dns-queries");

describe("what must arrive of a stack", () => {
  it("is, of every account, its trail with its digests, its configuration and its findings", () => {
    for (const { stack } of auditSources(production)) {
      expect(services(stack)).toEqual(
        expect.arrayContaining(["trail-digests", "trail-logs", "config-snapshots", "findings"]),
      );
    }
    expect(services("monitor")).not.toContain("flow-logs");
    expect(services("organization")).not.toContain("dns-queries");
  });

  it("is, of a segment, also what goes through it, and of a gateway what it inspects", () => {
    expect(services("dublin")).toEqual(expect.arrayContaining(["flow-logs", "dns-queries", "firewall-logs"]));
    expect(services("enclave")).toEqual(expect.arrayContaining(["flow-logs", "dns-queries"]));
    expect(services("norway")).not.toContain("firewall-logs");
  });

  it("may be silent for a stated time, or says why silence tells nothing", () => {
    for (const { stack } of auditSources(local)) {
      for (const { longestSilenceMinutes, quiet } of auditDeliveries(local, stack)) {
        expect([longestSilenceMinutes, quiet].filter((one) => one !== undefined)).toHaveLength(1);
      }
    }
  });

  it("is no lookup where nothing runs: in a planned site, and in a retired enclave", () => {
    expect(queries(local, "ireland-2")!.longestSilenceMinutes).toBe(24 * 60);
    expect(queries(production, "ireland-2")!.quiet).toContain("planned");
    const retired = { ...local, enclave: { ...local.enclave, phase: "retired" as const } };
    expect(queries(local, "enclave")!.quiet).toBeUndefined();
    expect(queries(retired, "enclave")!.quiet).toContain("retired");
  });
});
