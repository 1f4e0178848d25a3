import { compare } from "../../../cli/enclave/compare";
import type { Inventory } from "../../../cli/enclave/inventory";
import { tellComparison } from "../../../cli/enclave/told";
import { digestOf } from "../../../config/drain-evidence";
import { HOME, SOURCE, version } from "./inventories";

const home = (differs: Partial<Inventory>) => compare(SOURCE, { ...HOME, ...differs });

describe("the comparison of the enclave with its drain target", () => {
  it("is complete when everything is at home, whatever else is there", () => {
    const { isComplete, objects, items, deletions } = compare(SOURCE, HOME);
    expect(isComplete).toBe(true);
    expect(objects.target).toEqual(objects.source);
    expect(objects.source).toMatchObject({ versions: 4, bytes: 40 });
    expect(items.target).toEqual({ count: 2, digest: items.source.digest });
    expect(deletions).toEqual({ inSource: 1, currentInTarget: 1 });
  });

  it("fails when a version is missing, an old one too", () => {
    const { isComplete, objects } = home({ versions: HOME.versions.filter(({ version: id }) => id !== "b-0") });
    expect([isComplete, objects.missing, objects.different]).toEqual([false, [digestOf("b")], []]);
    expect(objects.target).toMatchObject({ versions: 3, bytes: 30 });
    expect(objects.target.digest).not.toBe(objects.source.digest);
  });

  it("fails when a version has another size", () => {
    const { isComplete, objects } = home({
      versions: HOME.versions.map((each) => (each.version === "a-1" ? { ...each, bytes: 9 } : each)),
    });
    expect([isComplete, objects.different]).toEqual([false, [digestOf("a")]]);
  });

  it("fails when a checksum is another, and believes an equal one before any status", () => {
    const own = { ...SOURCE, versions: [version("a", { checksum: "CRC32 x", replication: "FAILED" })] };
    const at = (checksum: string) => compare(own, { ...HOME, versions: [version("a", { checksum })] });
    expect(at("CRC32 y").isComplete).toBe(false);
    expect(at("CRC32 x").isComplete).toBe(true);
  });

  it.each(["PENDING", "FAILED", undefined])("fails when there is no checksum and the status is %s", (replication) => {
    const own = { ...SOURCE, versions: [{ ...version("a"), replication }] };
    const { isComplete, objects } = compare(own as Inventory, HOME);
    expect([isComplete, objects.different]).toEqual([false, [digestOf("a")]]);
  });

  it("fails when an item is missing, or is another", () => {
    const items = new Map([[digestOf("x"), digestOf("x2")]]);
    const { isComplete, items: compared } = home({ items });
    expect([isComplete, compared.missing, compared.different]).toEqual([false, [digestOf("y")], [digestOf("x")]]);
  });

  it("fails when there was nothing to compare", () => {
    const { isComplete, isEmpty } = compare({ versions: [], deleted: [], items: new Map() }, HOME);
    expect([isComplete, isEmpty]).toEqual([false, true]);
  });

  it("does not depend on the order in which things are listed", () => {
    const turned = { ...SOURCE, versions: [...SOURCE.versions].reverse(), items: new Map([...SOURCE.items].reverse()) };
    expect(compare(turned, HOME).objects.source).toEqual(compare(SOURCE, HOME).objects.source);
    expect(compare(turned, HOME).items.source).toEqual(compare(SOURCE, HOME).items.source);
  });
});

describe("what is told of it", () => {
  it("is that it is complete, with the counts", () => {
    const told = tellComparison(compare(SOURCE, HOME), "dublin");
    expect(told).toMatch(/│ Object versions │ 4 +│ 4 +│ 0 +│/);
    expect(told).toContain("Deleted in the enclave: 1 keys, of which 1 are current in dublin");
    expect(told).toContain("Complete: everything that the enclave holds is in dublin.");
  });

  it("is every count exactly, and twenty digests at most", () => {
    const many = Array.from({ length: 45 }, (_, index) => version(`person-${index}`));
    const told = tellComparison(compare({ ...SOURCE, versions: many }, HOME), "dublin");
    expect(told).toContain("Objects that are not in dublin: 45, by the SHA-256 of their keys");
    expect(told.match(/^ {2}sha256:[0-9a-f]{16}$/gm)).toHaveLength(20);
    expect(told).toContain("and 25 more");
    expect(told).toContain("Incomplete: 45 objects and 0 items are not in dublin as they are in the enclave.");
  });
});
