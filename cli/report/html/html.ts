import type { Report } from "../../../policies/report";
import { json } from "../json";
import { controls } from "./controls";
import { documentOf } from "./document";
import { evidence } from "./evidence";
import { filters } from "./filters";
import { findings } from "./findings";
import { found } from "./found";
import { header } from "./header";
import { judgedMap } from "./judged-map";
import { map } from "./map/map";
import { markup } from "./markup";

/** The report as a page. */
export function html(report: Report): string {
  const all = found(report.findings);
  const sections = [
    map("Where data is, and where it can go", judgedMap(report)),
    filters(report),
    findings(report, all),
    controls(report, all),
    evidence(report),
  ];
  return documentOf({
    title: `Estate ${report.estate} on ${report.today}: ${report.summary.fail} failed, ${report.summary.undecided} undecided`,
    banner: header(report),
    main: sections.map((section) => markup`${section}\n`),
    list: ["findings", "findings"],
    json: json(report),
  });
}
