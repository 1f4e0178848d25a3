import { sunsetWarnings } from "../../config/sunset";
import { declaredEstate } from "../support/estates";

/** The local estate's sunset is 2027-09-30. */
function warnings(today: string, phase: "serving" | "draining" | "retired" = "serving"): readonly string[] {
  const estate = declaredEstate("local");
  return sunsetWarnings({ ...estate, enclave: { ...estate.enclave, phase } }, today);
}

describe("the sunset of the enclave", () => {
  it.each([
    ["2027-07-02", "Notice", "in 90 days"],
    ["2027-08-30", "Notice", "in 31 days"],
    ["2027-08-31", "Warning", "in 30 days"],
    ["2027-09-22", "Warning", "in 8 days"],
    ["2027-09-23", "Urgent", "in 7 days"],
    ["2027-09-29", "Urgent", "in 1 day"],
    ["2027-09-30", "Urgent", "today"],
  ])("is told on %s as: %s, %s", (today, word, when) => {
    expect(warnings(today)).toEqual([
      `${word}: the enclave is serving and its sunset is ${when}, on 2027-09-30; declare it draining, so that it takes nothing new.`,
    ]);
  });

  it("is not told more than ninety days ahead", () => {
    expect(warnings("2027-07-01")).toEqual([]);
  });

  it("says what comes next while the enclave is draining", () => {
    expect(warnings("2027-09-01", "draining")[0]).toContain("declare it retired");
  });

  it("is not told of a retired enclave, nor once it has passed and the estate is refused", () => {
    expect(warnings("2027-09-29", "retired")).toEqual([]);
    expect(warnings("2027-10-01")).toEqual([]);
  });
});
