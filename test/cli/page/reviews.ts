import { review, type Review } from "../../../review/review";
import { declaredEstate, TODAY } from "../../support/estates";
import { PREPARED } from "../../review/prepared";
import { sideOf } from "../../review/versions";

/** In this order: a renamed construct is not found under its name any more. */
const CHANGES = [
  "a peering is added",
  "a flow is taken away",
  "people of another country get access",
  "a denial is dropped",
  "a construct is renamed",
];

/** The review of much at once in the real local estate: a leak, a way and a person more, a way less, and a loss. */
export function largeReview(): Review {
  const changes = CHANGES.map((title) => PREPARED.find((each) => each.title === title)!);
  const estate = declaredEstate("local");
  const after = changes.reduce((changed, { head }) => head?.(changed) ?? changed, estate);
  const head = sideOf(after, (output) => changes.forEach((change) => change.output?.(output)));
  return review(sideOf(estate), head, TODAY);
}
