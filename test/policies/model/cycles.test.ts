import { cyclesIn } from "../../../policies/model/cycles";

const graph = (edges: Readonly<Record<string, string>>) =>
  new Map(Object.entries(edges).map(([node, nexts]) => [node, nexts.split(" ").filter(Boolean)]));

const sorted = (cycles: readonly (readonly string[])[]) => cycles.map((cycle) => [...cycle].sort().join(" ")).sort();

describe("circles of what waits for each other", () => {
  it.each<[string, Readonly<Record<string, string>>, readonly (readonly string[])[]]>([
    ["none in a chain", { a: "b", b: "c", c: "" }, []],
    ["none where two wait for the same", { a: "b c", b: "d", c: "d", d: "" }, []],
    ["one that waits for itself", { a: "a", b: "a" }, [["a"]]],
    ["two that wait for each other", { a: "b", b: "a", c: "a" }, [["a", "b"]]],
    ["a circle with a way in and a way out", { a: "b", b: "c", c: "d", d: "b e", e: "" }, [["b", "c", "d"]]],
    [
      "two circles apart",
      { a: "b", b: "a", c: "d", d: "c" },
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "two circles of which one waits for the other",
      { a: "b", b: "a c", c: "d", d: "c" },
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "two circles with a way between them",
      { a: "b", b: "a x", x: "c", c: "d", d: "c" },
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
  ])("are %s", (_, edges, cycles) => {
    expect(sorted(cyclesIn(graph(edges)))).toEqual(sorted(cycles));
  });

  it("are found in a chain of a hundred thousand", () => {
    const chain = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`n${n}`, `n${(n + 1) % 100_000}`]));
    expect(cyclesIn(graph(chain)).map(({ length }) => length)).toEqual([100_000]);
  });
});
