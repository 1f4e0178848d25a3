import { text } from "../../cli/report/review/text";
import { review } from "../../review/review";
import { HARMLESS } from "../policies/harmless";
import { declaredEstate, TODAY } from "../support/estates";
import { sideOf } from "./versions";

/** Terraform takes what has another address for something else, however alike: that is no harm that policies see. */
const DESTROYS = "constructs are renamed";

const estate = declaredEstate("local");

describe("a review alarms nobody", () => {
  it.each(HARMLESS.filter(({ title }) => title !== DESTROYS))(
    "when $title",
    ({ make }) => {
      const found = review(sideOf(estate), sideOf(estate, make), TODAY);
      expect(found.isGrave ? text(found) : "").toBe("");
    },
    30_000,
  );

  it("when nothing differs, and says so", () => {
    const found = review(sideOf(estate), sideOf(estate), TODAY);
    expect(text(found)).toBe("Estate local: nothing differs\n");
  });

  it("fails when what is renamed is not told", () => {
    const { make } = HARMLESS.find(({ title }) => title === DESTROYS)!;
    expect(review(sideOf(estate), sideOf(estate, make), TODAY).counts.destroys).toBeGreaterThan(0);
  });
});
