import { text } from "../../cli/report/review/text";
import { CHANGES } from "../../review/entry";
import { review } from "../../review/review";
import { declaredEstate, TODAY } from "../support/estates";
import { PREPARED } from "./prepared";
import { sideOf } from "./versions";

const same = <T>(value: T): T => value;

describe("a review says what it means that", () => {
  it.each(PREPARED)(
    "$title",
    ({ base = same, head = same, output, expected }) => {
      const estate = declaredEstate("local");
      const found = review(sideOf(base(estate)), sideOf(head(estate), output), TODAY);
      expect(`\n${text(found)}`).toMatchSnapshot();
      const counts = Object.fromEntries(
        CHANGES.filter((each) => each !== "other").map((each) => [each, expected[each] ?? 0]),
      );
      expect(found.counts).toMatchObject(counts);
      const isGrave = Object.entries(expected).some(([verdict, count]) => verdict !== "stronger" && count > 0);
      expect(found.isGrave).toBe(isGrave);
    },
    30_000,
  );
});
