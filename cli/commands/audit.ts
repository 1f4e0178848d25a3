import { Command, InvalidArgumentError, Option } from "commander";
import { isDate } from "../../config/calendar";
import type { Period } from "../../audit/chain";
import { isOpen } from "../../audit/incident";
import { incidentsJson, incidentsText, incidentText } from "../audit/incident-report";
import { findIncident, findIncidents } from "../audit/incidents";
import { auditJson, auditText, totals } from "../audit/report";
import { verifyArchives } from "../audit/verify-archives";
import { estateOption } from "../estate-option";
import { Failure } from "../failure";
import { judgingEstate } from "../judging";
import { writeReport } from "../write-report";

const DAY = 24 * 60 * 60 * 1000;

interface Options {
  readonly estate?: string;
  readonly since?: Date;
  readonly until?: Date;
  readonly format: "text" | "json";
}

interface IncidentOptions extends Pick<Options, "estate"> {
  readonly notified?: string;
  readonly closed?: string;
}

export function auditCommand(): Command {
  const audit = new Command("audit").description("what the monitor received, and whether it can be relied on");
  audit
    .command("verify")
    .description("read every archive as the monitor: what is missing, altered, unproved or not kept as declared")
    .addOption(estateOption())
    .option("--since <time>", "ISO date or time; otherwise a day before --until", isoTime)
    .option("--until <time>", "ISO date or time; otherwise now", isoTime)
    .addOption(new Option("--format <format>", "how it is printed").choices(["text", "json"]).default("text"))
    .action(async ({ estate: named, since, until, format }: Options) => {
      const { estate } = judgingEstate(named);
      const period = periodOf(since, until, new Date());
      const verdicts = await verifyArchives(estate, period);
      writeReport((format === "json" ? auditJson : auditText)(estate, period, verdicts));
      const { findings, objects } = totals(verdicts);
      if (findings > 0 || objects === 0) process.exitCode = 1;
    });
  audit
    .command("incidents")
    .description("list the incidents in the archives as the monitor: what waits for somebody first, with its time")
    .addOption(estateOption())
    .addOption(new Option("--format <format>", "how it is printed").choices(["text", "json"]).default("text"))
    .action(async ({ estate: named, format }: Pick<Options, "estate" | "format">) => {
      const { estate } = judgingEstate(named);
      const incidents = await findIncidents(estate);
      writeReport((format === "json" ? incidentsJson : incidentsText)(estate, incidents, new Date()));
      if (incidents.some(({ record, problem }) => isOpen(record) || problem)) process.exitCode = 1;
    });
  audit
    .command("incident")
    .description("show an incident, or write beside it, once, that somebody was notified or that it is closed")
    .argument("<id>", "its id, or how it begins", incidentId)
    .addOption(estateOption())
    .addOption(new Option("--notified <words>", "who was notified, and how that is referred to").conflicts("closed"))
    .addOption(new Option("--closed <words>", "why it is closed"))
    .action(async (id: string, { estate: named, notified, closed }: IncidentOptions) => {
      const { estate } = judgingEstate(named);
      const [step, note] = notified === undefined ? ["closed" as const, closed] : ["notified" as const, notified];
      if (note?.trim() === "") throw new Failure(`--${step} must say something: it stays in the archive.`);
      const incident = await findIncident(estate, id, note === undefined ? undefined : { step, note });
      writeReport(incidentText(incident, new Date()));
    });
  return audit;
}

function incidentId(text: string): string {
  if (!/^[0-9a-f]{6,32}$/.test(text)) {
    throw new InvalidArgumentError("It must be an id, or at least its first six characters: digits and a to f.");
  }
  return text;
}

/** @throws Failure when there is no time between the two, or it has not come yet */
function periodOf(since: Date | undefined, until: Date | undefined, now: Date): Period {
  const to = until ?? now;
  const from = since ?? new Date(to.getTime() - DAY);
  if (from >= to)
    throw new Failure(`--since must be before --until: ${from.toISOString()} is not before ${to.toISOString()}.`);
  if (to > now)
    throw new Failure(`--until must not be in the future: nothing can have been delivered by ${to.toISOString()}.`);
  return { from, to };
}

function isoTime(text: string): Date {
  const at = new Date(text);
  if (
    !/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z)?$/.test(text) ||
    !isDate(text.slice(0, 10)) ||
    Number.isNaN(at.getTime())
  ) {
    throw new InvalidArgumentError("It must be an ISO date or a time in UTC, e.g. 2026-11-24 or 2026-11-24T16:00:00Z.");
  }
  return at;
}
