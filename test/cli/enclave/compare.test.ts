import { arrivedVersions, compare } from "../../../cli/enclave/compare";
import type { Inventory } from "../../../cli/enclave/inventory";
import { tellComparison } from "../../../cli/enclave/told";
import { digestOf } from "../../../config/drain-evidence";
import { DRAINED, HOME, NOTHING, SOURCE, version } from "./inventories";

const home = (differs: Partial<Inventory>, record = NOTHING) => compare(SOURCE, { ...HOME, ...differs }, record);

describe("the comparison of the enclave with its drain target", () => {
  it("is complete when everything is at home, whatever else is there", () => {
    const { isComplete, objects, items, deletions } = compare(SOURCE, HOME, NOTHING);
    expect(isComplete).toBe(true);
    expect(objects.target).toEqual(objects.source);
    expect(objects.source).toMatchObject({ versions: 4, bytes: 40 });
    expect(items.target).toEqual({ count: 2, digest: items.source.digest });
    expect([objects.held, items.held]).toEqual([4, 2]);
    expect(deletions).toEqual({
      objects: { inSource: 1, currentInTarget: 1 },
      items: { inSource: 0, currentInTarget: 0 },
    });
  });

  it("fails when a version is missing, an old one too", () => {
    const { isComplete, objects } = home({ versions: HOME.versions.filter(({ version: id }) => id !== "b-0") });
    expect([isComplete, objects.missing, objects.different]).toEqual([false, [digestOf("b")], []]);
    expect(objects).toMatchObject({ held: 4, target: { versions: 3, bytes: 30 } });
  });

  it("fails when a version has another size", () => {
    const { isComplete, objects } = home({
      versions: HOME.versions.map((each) => (each.version === "a-1" ? { ...each, bytes: 9 } : each)),
    });
    expect([isComplete, objects.different]).toEqual([false, [digestOf("a")]]);
  });

  it("fails when a checksum is another, and believes an equal one before any status", () => {
    const own = { ...SOURCE, versions: [version("a", { checksum: "CRC32 x", replication: "FAILED" })] };
    const at = (checksum: string) => compare(own, { ...HOME, versions: [version("a", { checksum })] }, NOTHING);
    expect(at("CRC32 y").isComplete).toBe(false);
    expect(at("CRC32 x").isComplete).toBe(true);
  });

  it.each(["PENDING", "FAILED", undefined])("fails when there is no checksum and the status is %s", (replication) => {
    const own = { ...SOURCE, versions: [{ ...version("a"), replication }] };
    const { isComplete, objects } = compare(own as Inventory, HOME, NOTHING);
    expect([isComplete, objects.different]).toEqual([false, [digestOf("a")]]);
  });

  it("fails when an item is missing, or is another", () => {
    const items = new Map([[digestOf("x"), digestOf("x2")]]);
    const { isComplete, items: compared } = home({ items });
    expect([isComplete, compared.missing, compared.different]).toEqual([false, [digestOf("y")], [digestOf("x")]]);
  });

  it("fails when there was nothing to compare", () => {
    const { isComplete, isEmpty } = compare(
      { versions: [], ofDrain: [], deleted: [], items: new Map() },
      HOME,
      DRAINED,
    );
    expect([isComplete, isEmpty]).toEqual([false, true]);
  });

  it("does not depend on the order in which things are listed", () => {
    const turned = { ...SOURCE, versions: [...SOURCE.versions].reverse(), items: new Map([...SOURCE.items].reverse()) };
    expect(compare(turned, HOME, NOTHING).objects.source).toEqual(compare(SOURCE, HOME, NOTHING).objects.source);
    expect(compare(turned, HOME, NOTHING).items.source).toEqual(compare(SOURCE, HOME, NOTHING).items.source);
  });
});

describe("what came home and is no longer there as it came", () => {
  const without = (key: string) => HOME.versions.filter((each) => each.key !== digestOf(key));
  const own = (key: string) => [...without(key), version(key, { version: "own", replication: undefined })];

  it("is erased or newer, and complete, where the record has it", () => {
    const items = new Map([[digestOf("x"), digestOf("x2")]]);
    const { isComplete, ...compared } = home({ items, versions: without("a") }, DRAINED);
    expect(isComplete).toBe(true);
    expect(compared.items).toMatchObject({ held: 2, target: { count: 0 }, newerAtHome: 1, erasedAtHome: 1 });
    expect(compared.objects).toMatchObject({ held: 4, target: { versions: 3 }, newerAtHome: 0, erasedAtHome: 1 });
    expect(home({ versions: own("a") }, DRAINED).objects).toMatchObject({ newerAtHome: 1, erasedAtHome: 0 });
  });

  it("fails when the record has another item, or one that was erased before it came", () => {
    const recorded = (one: { item: string; fate: "written" | "erased" }) => ({
      ...DRAINED,
      items: new Map([...DRAINED.items, [digestOf("x"), one]]),
    });
    const gone = { items: new Map([[digestOf("y"), digestOf("y1")]]) };
    expect(home(gone, recorded({ item: digestOf("x0"), fate: "written" })).items.missing).toEqual([digestOf("x")]);
    expect(home(gone, recorded({ item: digestOf("x1"), fate: "erased" })).items.missing).toEqual([digestOf("x")]);
    const changed = { items: new Map([...SOURCE.items, [digestOf("x"), digestOf("x2")]]) };
    expect(home(changed, recorded({ item: digestOf("x0"), fate: "written" })).items.different).toEqual([digestOf("x")]);
  });

  it("is believed of an object that S3 has copied where the target knows its key, and not elsewhere", () => {
    expect(home({ versions: own("a") }).objects).toMatchObject({ newerAtHome: 1, missing: [] });
    const marked = home({ versions: without("a"), deleted: [digestOf("a")] });
    expect(marked.objects).toMatchObject({ erasedAtHome: 1, missing: [] });
    expect(home({ versions: without("a") }).objects.missing).toEqual([digestOf("a")]);
    const uncopied = { ...SOURCE, versions: [version("a", { replication: undefined })] };
    expect(compare(uncopied, { ...HOME, versions: own("a") }, NOTHING).objects.missing).toEqual([digestOf("a")]);
  });

  it("does not block where it lies there behind a newer version or a delete marker", () => {
    const hidden = HOME.versions.map((each) => ({ ...each, isCurrent: false }));
    const deleted = [digestOf("a"), digestOf("b"), digestOf("c")];
    expect(home({ versions: hidden, deleted })).toMatchObject({
      isComplete: true,
      objects: { target: { versions: 4 } },
    });
  });

  it("is counted apart, what the enclave has erased since: items, and keys of objects", () => {
    const items = new Map([...SOURCE.items].slice(1));
    expect(compare({ ...SOURCE, items }, HOME, DRAINED).deletions).toEqual({
      objects: { inSource: 1, currentInTarget: 1 },
      items: { inSource: 1, currentInTarget: 1 },
    });
  });

  it("is seen at home only as what it is in the enclave", () => {
    expect(arrivedVersions(SOURCE, HOME)).toHaveLength(4);
    const other = HOME.versions.map((each) => (each.version === "a-1" ? { ...each, bytes: 9 } : each));
    expect(arrivedVersions(SOURCE, { ...HOME, versions: other })).toHaveLength(3);
    expect(arrivedVersions(SOURCE, { ...HOME, versions: without("b") })).toHaveLength(2);
  });
});

describe("what is told of it", () => {
  it("is that it is complete, with the counts", () => {
    const told = tellComparison(compare(SOURCE, HOME, NOTHING), "dublin");
    expect(told).toMatch(/│ Object versions │ 4 +│ 4 +│ 0 +│ 0 +│ 0 +│/);
    expect(told).toContain("Deleted in the enclave: 1 keys of objects, of which 1 are current in dublin");
    expect(told).toContain("Deleted in the enclave: 0 items that an export had, of which 0 are current in dublin");
    expect(told).toContain("Complete: everything that the enclave holds has come home into dublin.");
    expect(told).not.toContain("restore it at home");
  });

  it("is what was erased there, for somebody to look at", () => {
    const told = tellComparison(home({ items: new Map([[digestOf("x"), digestOf("x2")]]) }, DRAINED), "dublin");
    expect(told).toMatch(/│ Items +│ 2 +│ 0 +│ 1 +│ 1 +│ 0 +│/);
    expect(told).toContain("1 are erased in dublin and still in the enclave: erase there too");
    expect(told).toContain("Complete:");
  });

  it("is every count exactly, and twenty digests at most", () => {
    const many = Array.from({ length: 45 }, (_, index) => version(`person-${index}`));
    const told = tellComparison(compare({ ...SOURCE, versions: many }, HOME, NOTHING), "dublin");
    expect(told).toContain("Objects that are not in dublin: 45, by the SHA-256 of their keys");
    expect(told.match(/^ {2}sha256:[0-9a-f]{16}$/gm)).toHaveLength(20);
    expect(told).toContain("and 25 more");
    expect(told).toContain("Incomplete: 45 objects and 0 items of the enclave have not come home into dublin.");
  });
});
