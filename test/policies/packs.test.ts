import { POLICIES } from "../../policies/all-policies";
import { CONTROLS } from "../../policies/control-catalogue";
import { PACKS } from "../../policies/packs";

const ids = CONTROLS.map(({ id }) => id);

describe.each(PACKS)("the pack $id", ({ requirements }) => {
  it("asks each requirement once, by controls that there are", () => {
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
    for (const { controls } of requirements) expect(ids).toEqual(expect.arrayContaining([...controls]));
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
