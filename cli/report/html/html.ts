import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../../policies/report";
import { json } from "../json";
import { controls } from "./controls";
import { evidence } from "./evidence";
import { filters } from "./filters";
import { findings } from "./findings";
import { found } from "./found";
import { header } from "./header";
import { map } from "./map/map";
import { Markup, markup, scriptJson } from "./markup";

/**
 * The report as a page: one file that asks no network for anything, readable without its script, which adds filters,
 * search and links to what they leave. The report as JSON is in it.
 *
 * The browser is told to run and to load nothing else.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function html(report: Report): string {
  const [style, script] = [own("page.css"), own("page.mjs")];
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  const all = found(report.findings);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Estate ${report.estate} on ${report.today}: ${report.summary.fail} failed, ${report.summary.undecided} undecided</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${header(report)}
<main>
${map(report)}
${filters(report)}
${findings(report, all)}
${controls(report, all)}
${evidence(report)}
</main>
<script type="application/json" id="report">${scriptJson(json(report))}</script>
<script type="module">${new Markup(script)}</script>
</body>
</html>
`.text;
}

/** A file beside this one, which becomes part of the page as it is. */
function own(file: string): string {
  return readFileSync(join(__dirname, file), "utf8");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
