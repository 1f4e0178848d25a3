import { differences } from "../../review/resources/differences";

describe("differences", () => {
  it("are as deep as what differs", () => {
    const before = { rule: { retention: { days: "730", mode: "COMPLIANCE" } }, name: "a" };
    const after = { rule: { retention: { days: "365", mode: "COMPLIANCE" } }, name: "a" };
    expect(differences(before, after)).toEqual([
      { path: "rule.retention.days", before: "730", after: "365", isOrder: false },
    ]);
  });

  it("are none where keys stand in another order", () => {
    expect(differences({ one: "1", two: "2" }, { two: "2", one: "1" })).toEqual([]);
  });

  it("are told of lists that only have another order", () => {
    expect(differences({ zones: ["a", "b"] }, { zones: ["b", "a"] })).toMatchObject([{ path: "zones", isOrder: true }]);
  });

  it("leave out what both lists have", () => {
    expect(differences({ ports: ["1", "2", "3"] }, { ports: ["3", "4", "1"] })).toMatchObject([
      { path: "ports", before: "2", after: "4" },
    ]);
  });

  it("count what a list has twice", () => {
    expect(differences({ ports: ["1", "1"] }, { ports: ["1", "2"] })).toMatchObject([{ before: "1", after: "2" }]);
  });

  it("find the one block of several that changed, and a block that became several", () => {
    const [one, two] = [
      { id: "one", days: "1" },
      { id: "two", days: "2" },
    ];
    expect(differences({ rule: [one, two] }, { rule: [{ ...two, days: "9" }, one] })).toMatchObject([
      { path: "rule.days", before: "2", after: "9" },
    ]);
    expect(differences({ rule: one }, { rule: [one, two] })).toMatchObject([{ path: "rule", after: two }]);
  });

  it("tell what came and what went", () => {
    expect(differences({ gone: "1" }, { come: "2" })).toMatchObject([
      { path: "gone", before: "1", after: undefined },
      { path: "come", before: undefined, after: "2" },
    ]);
  });
});
