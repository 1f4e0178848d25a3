import { POLICIES } from "../../policies/all-policies";
import { CONTROLS } from "../../policies/control-catalogue";
import { PACKS } from "../../policies/packs";

const ids = CONTROLS.map(({ id }) => id);

describe.each(PACKS)("the pack $id", ({ requirements, uncovered = [] }) => {
  it("says of nothing that it is covered and that it is not", () => {
    const all = [...requirements, ...uncovered].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
  });

  it("asks each requirement once, by controls that there are", () => {
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
    for (const { controls } of requirements) expect(ids).toEqual(expect.arrayContaining([...controls]));
  });
});

describe("the pack of CIS", () => {
  const { requirements, uncovered } = PACKS.find(({ id }) => id === "cis-aws")!;

  it("covers or names each of the sixteen events that must be reported", () => {
    const told = [...requirements, ...uncovered!].map(({ id }) => id).filter((id) => id.startsWith("4."));
    const asked = Array.from({ length: 16 }, (_, index) => `4.${index + 1}`);
    expect(new Set(told)).toEqual(new Set(asked));
  });
});

describe("every policy", () => {
  it.each(POLICIES)(
    "$id names controls that there are, and is asked for by a framework or by hardening",
    ({ controls }) => {
      expect(controls).not.toEqual([]);
      expect(ids).toEqual(expect.arrayContaining([...controls]));
    },
  );
});
