import { PROTECTED } from "../../../../policies/rules/storage/protected-stores";
import { RECOVERABLE } from "../../../../policies/rules/storage/recoverable";
import { TRANSIT } from "../../../../policies/rules/storage/transit-settings";
import { providerSchema, type Attributes } from "../../../../scripts/resource-types/provider-schema";

let schema: ReadonlyMap<string, Attributes>;
beforeAll(async () => {
  schema = await providerSchema();
}, 60_000);

describe.each(Object.entries({ PROTECTED, TRANSIT }))("the table %s", (_, table) => {
  it("names types and attributes that the provider has", () => {
    const wrong = Object.entries(table).flatMap(([type, settings]) =>
      [settings].flat().flatMap((setting) => {
        const known = typeof setting === "object" && schema.get(type)?.get(setting.path);
        return known ? [] : [`${type}: ${JSON.stringify(setting)}`];
      }),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(table).filter((type) => !schema.has(type))).toEqual([]);
  });
});

it("what can be restored is of types that the provider has", () => {
  expect(Object.keys(RECOVERABLE).filter((type) => !schema.has(type))).toEqual([]);
});
