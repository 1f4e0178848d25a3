import { shiftOf } from "../../review/direction";

describe("a value gets weaker", () => {
  it.each([
    ["when there is less of what more of is stronger", "more", ["365"], ["90"], "weaker"],
    ["when a day that ends something comes later", "less", ["2027-09-30"], ["2027-10-01"], "weaker"],
    ["when it is no longer true", "true", ["true"], ["false"], "weaker"],
    ["when one of several is weaker than all were", "more", ["30", "90"], ["7", "365"], "weaker"],
    ["when a set has a member more", "fewer", ["EEA"], ["EEA", "US"], "weaker"],
    ["when a set has another member", "fewer", ["EEA"], ["US"], "weaker"],
    ["when it is further down a ladder", ["GOVERNANCE", "COMPLIANCE"], ["COMPLIANCE"], ["GOVERNANCE"], "weaker"],
    ["when a ladder does not have it", ["GOVERNANCE", "COMPLIANCE"], ["GOVERNANCE"], ["NONE"], "weaker"],
    ["when a set that should be wide has lost a member", "wider", ["a", "b"], ["b", "c"], "weaker"],
    ["when a set has one that is less beside the others", { fewerOf: ["a", "b"] }, ["a"], ["a", "b"], "weaker"],
    ["when a set has one that is more in another's place", { fewerOf: ["a", "b"] }, ["b"], ["a"], "weaker"],
    ["when any other value is weaker", "none", ["a"], ["b"], "weaker"],
    ["when it is no number any more, as far as can be told", "more", ["1"], ["many"], "unknown"],
    ["as far as can be told, when nobody can know it", "more", ["365"], [undefined], "unknown"],
  ] as const)("%s", (_title, stronger, before, after, expected) => {
    expect(shiftOf(stronger, before, after)).toBe(expected);
  });
});

describe("a value gets stronger", () => {
  it.each([
    ["when there is more of it", "more", ["365"], ["3650"]],
    ["when a day comes sooner", "less", ["2027-09-30"], ["2027-06-30"]],
    ["when a set has a member less", "fewer", ["EEA", "GB"], ["EEA"]],
    ["when every one of several is stronger", "more", ["7", "7"], ["8", "9"]],
    ["when it is further up a ladder", ["a", "b"], ["a"], ["b"]],
    ["when a set that should be wide has a member more", "wider", ["a"], ["b", "a"]],
    ["when a set has one that is less in another's place", { fewerOf: ["a", "b"] }, ["a"], ["b"]],
  ] as const)("%s", (_title, stronger, before, after) => {
    expect(shiftOf(stronger, before, after)).toBe("stronger");
  });
});

describe("a value stays as strong", () => {
  it.each([
    ["in another order", "fewer", ["a", "b"], ["b", "a"]],
    ["written otherwise", "true", ["true"], ["1"]],
    ["when only what was stronger than the weakest changes", "more", ["7", "90"], ["7", "365"]],
  ] as const)("%s", (_title, stronger, before, after) => {
    expect(shiftOf(stronger, before, after)).toBe("same");
  });
});
