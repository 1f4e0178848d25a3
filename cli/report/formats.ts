import type { Report } from "../../policies/report";
import { html } from "./html/html";
import { json } from "./json";
import { junit } from "./junit";
import { markdown } from "./markdown";
import { sarif } from "./sarif";
import { text } from "./text";

/** Every form that a report can have, by the name that `--format` takes. */
export const FORMATS: Readonly<Record<string, (report: Report) => string>> = {
  text,
  json,
  sarif,
  junit,
  markdown,
  html,
};
