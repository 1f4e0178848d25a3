import { resourceType, resourceTypes } from "../../../../policies/catalogue/resource-type";
import { HOMES } from "../../../../policies/rules/isolation/homes";
import { noPublicAddresses } from "../../../../policies/rules/isolation/no-public-addresses";
import { PUBLIC_BY_NATURE, PUBLIC_UNLESS } from "../../../../policies/rules/isolation/public-endpoints";

describe("tables of isolation", () => {
  it("name types that the provider has", () => {
    const named = [...Object.values(HOMES).flatMap((home) => Object.values(home).flat()), ...noPublicAddresses.types];
    const types = [...named, ...Object.keys(HOMES), ...Object.keys(PUBLIC_UNLESS)];
    expect(types.filter((type) => !resourceType(type))).toEqual([]);
  });

  it("have no family without a type", () => {
    const empty = PUBLIC_BY_NATURE.filter((family) => !resourceTypes().some((type) => family.test(type)));
    expect(empty).toEqual([]);
  });

  it("judge no type both as public by nature and by its attributes", () => {
    const both = Object.keys(PUBLIC_UNLESS).filter((type) => PUBLIC_BY_NATURE.some((family) => family.test(type)));
    expect(both).toEqual([]);
  });
});
