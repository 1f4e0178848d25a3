import type { Review } from "../../../review/review";
import { html } from "./html/html";
import { json } from "./json";
import { markdown } from "./markdown";
import { visible } from "../visible";
import { text } from "./text";

/** Every form that a review can have, by the name that `--format` takes. */
export const REVIEW_FORMATS: Readonly<Record<string, (review: Review) => string>> = {
  text: (review) => text(visible(review)),
  markdown: (review) => markdown(visible(review)),
  json,
  html: (review) => html(visible(review)),
};
