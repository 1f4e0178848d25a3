import { isAbsolute, relative } from "node:path";
import type { Report } from "../../../policies/report";
import { ROOT } from "../../project";
import { saveButton } from "./document";
import { markup, type Markup } from "./markup";

/** What was waived by whom and until when, and which files were judged. */
export function evidence({ waived, files }: Report): Markup {
  return markup`${waived.length > 0 ? waivedTable(waived) : undefined}
<section id="judged" aria-labelledby="judged-title">
<h2 id="judged-title">What was judged</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Files"><table><thead><tr><th scope="col">Stack</th><th scope="col">File</th></tr></thead>
<tbody>${Object.entries(files).map(([stack, file]) => markup`<tr><th scope="row">${stack}</th><td><code>${told(file)}</code></td></tr>`)}</tbody></table></div>
${saveButton("report")}
</section>`;
}

function waivedTable(waived: Report["waived"]): Markup {
  const rows = waived.map(
    ({ waiver, finding }) =>
      markup`<tr><th scope="row">${waiver.policy}</th><td><code>${finding.stack}/${finding.address}</code></td><td>${waiver.expires}</td><td>${waiver.owner}</td><td>${waiver.reason}</td></tr>`,
  );
  return markup`<section id="waived" aria-labelledby="waived-title">
<h2 id="waived-title">Waived <span class="count">${waived.length}</span></h2>
<div class="scroll" tabindex="0" role="region" aria-label="Waived"><table><thead><tr><th scope="col">Policy</th><th scope="col">Where</th><th scope="col">Until</th><th scope="col">Owner</th><th scope="col">Reason</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

/** From the project's root where the file is in it: the report is the same on every machine. */
function told(file: string): string {
  const path = relative(ROOT, file).split("\\").join("/");
  return isAbsolute(path) || path.startsWith("../") ? file : path;
}
