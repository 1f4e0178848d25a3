import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../project";
import { Markup, markup, scriptJson, type Content } from "./markup";

export interface Page {
  readonly title: string;
  readonly banner: Markup;
  readonly main: readonly Content[];
  /** The list that a keyboard gets to at once: its id, and what it is called. */
  readonly list: readonly [id: string, name: string];
  /** What the page tells, as JSON: it is in it, for whoever wants to save it. */
  readonly json: string;
}

/**
 * A page in one file that asks no network for anything, readable without its script, which adds filters, search and
 * links to what they leave. The browser is told to run and to load nothing else.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function documentOf({ title, banner, main, list: [id, name], json }: Page): string {
  const [style, script] = [own("page.css"), own("page.mjs")];
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#${id}">Skip to the ${name}</a>
${banner}
<main>
${main}
</main>
<script type="application/json" id="report">${scriptJson(json)}</script>
<script type="module">${new Markup(script)}</script>
</body>
</html>
`.text;
}

/** @param noun what is saved, and the name of its file */
export function saveButton(noun: "report" | "review"): Markup {
  return markup`<p><button type="button" id="save" data-file="${noun}.json" hidden>Save this ${noun} as JSON</button></p>`;
}

/** A file beside this one, which becomes part of the page as it is. */
function own(file: string): string {
  return readFileSync(join(ROOT, "cli", "report", "html", file), "utf8");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
