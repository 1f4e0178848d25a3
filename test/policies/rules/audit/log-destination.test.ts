import { AUDIT_LOGS } from "../../../../policies/rules/audit/audit-logs";
import type { LogDestination } from "../../../../policies/rules/audit/log-destination";
import { WORKLOAD_LOGS } from "../../../../policies/rules/audit/workload-logs";
import { providerSchema, type Attributes } from "../../../../scripts/resource-types/provider-schema";

const DESTINATIONS = Object.entries({ ...AUDIT_LOGS, ...WORKLOAD_LOGS });

/** What stands in a map of texts is no attribute of its own. */
const has = (attributes: Attributes, block: string, name: string) =>
  attributes.has(block ? `${block}.${name}` : name) || attributes.get(block) === "argument";

const namesOf = ({ name, named }: LogDestination) => (named.kind === "bucket" ? [name, named.prefix] : [name]);

describe("the table of what writes logs", () => {
  it("names types and attributes that the provider has", async () => {
    const schema = await providerSchema();
    const wrong = DESTINATIONS.flatMap(([type, destinations]) =>
      destinations.flatMap((destination) =>
        namesOf(destination)
          .filter((name) => !has(schema.get(type) ?? new Map(), destination.block, name))
          .map((name) => `${type}: ${destination.block}.${name}`),
      ),
    );
    expect(wrong).toEqual([]);
  }, 60_000);

  it("says of each type once what it writes", () => {
    for (const [type, destinations] of DESTINATIONS) {
      expect([type, destinations.length > 0]).toEqual([type, true]);
      expect(Object.hasOwn(AUDIT_LOGS, type) && Object.hasOwn(WORKLOAD_LOGS, type)).toBe(false);
    }
  });
});
