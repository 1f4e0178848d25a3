import type { Report } from "../../policies/report";
import { html } from "./html/html";
import { json } from "./json";
import { junit } from "./junit";
import { markdown } from "./markdown";
import { sarif } from "./sarif";
import { text } from "./text";
import { visible } from "./visible";

/** Every form that a report can have, by the name that `--format` takes. */
export const FORMATS: Readonly<Record<string, (report: Report) => string>> = {
  text: (report) => text(visible(report)),
  json,
  sarif,
  junit,
  markdown: (report) => markdown(visible(report)),
  html: (report) => html(visible(report)),
};
