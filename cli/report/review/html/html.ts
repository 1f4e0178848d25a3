import type { Review } from "../../../../review/review";
import { banner } from "../../html/banner";
import { documentOf, saveButton } from "../../html/document";
import { map } from "../../html/map/map";
import { markup, type Markup } from "../../html/markup";
import { json } from "../json";
import { approvals, headline } from "../sections";
import { changes } from "./changes";
import { comparedMap } from "./compared-map";
import { filters } from "./filters";
import { FIGURES } from "./words";

/** The review as a page: what was and what shall be on one map, and every entry with what it is about. */
export function html(review: Review): string {
  const sections = [
    map("What changes between places", comparedMap(review)),
    filters(review),
    changes(review),
    markup`<section>${saveButton("review")}</section>`,
  ];
  return documentOf({
    title: `Review on ${review.today}: ${headline(review)}`,
    banner: header(review),
    main: sections.map((section) => markup`${section}\n`),
    list: ["changes", "changes"],
    json: json(review),
  });
}

function header(review: Review): Markup {
  const { today, base, head, counts, isGrave } = review;
  const waiting = approvals(review).map(([who, count]) => `${who} (${count})`);
  return banner({
    eyebrow: `Judged on ${today}: ${base.resources} resources before, ${head.resources} after`,
    verdict: headline(review),
    isClean: !isGrave,
    figures: FIGURES.map(({ verdict, name, style }) => [name, counts[verdict], style]),
    notes: waiting.length > 0 ? [`To be approved by ${waiting.join(", ")}`] : [],
  });
}
