import { isOpen, type IncidentRecord } from "../../audit/incident";
import type { Estate } from "../../config/estate";
import { visible } from "../report/visible";
import { table } from "../table";
import type { FoundIncident } from "./incidents";

const HOUR = 60 * 60 * 1000;
const NOT_READ = "?";

export type IncidentState = "open" | "overdue" | "notified" | "closed";

/** Open until somebody has written beside it that it is notified or closed; overdue when 72 hours are over before. */
export function stateOf(record: IncidentRecord, now: Date): IncidentState {
  if (record.steps.has("closed")) return "closed";
  if (!isOpen(record)) return "notified";
  return record.due < now ? "overdue" : "open";
}

/** For a person: what is most urgent first. */
export function incidentsText({ name }: Estate, incidents: readonly FoundIncident[], now: Date): string {
  const rows = [...incidents].sort(byUrgency).map((incident) => row(incident, now));
  const counted = (["overdue", "open", "notified", "closed"] as const)
    .map((state) => [incidents.filter(({ record }) => stateOf(record, now) === state).length, state] as const)
    .filter(([count]) => count > 0);
  return `${[
    ...incidents
      .filter(({ problem }) => problem)
      .map(({ record, problem }) => visible(`UNRELIABLE ${record.stack}: ${problem}: ${record.key}`)),
    ...(rows.length > 0
      ? [table(["State", "Stack", "Severity", "What", "Happened", "Authority by", "Events", "Incident"], rows)]
      : []),
    `Estate ${name}: ${incidents.length === 1 ? "1 incident" : `${incidents.length} incidents`}${counted.length > 0 ? `: ${counted.map((each) => each.join(" ")).join(", ")}` : ""}`,
  ].join("\n")}\n`;
}

function row({ record, severity, what, happenedAt }: FoundIncident, now: Date): readonly string[] {
  const state = stateOf(record, now);
  const left = Math.floor((record.due.getTime() - now.getTime()) / HOUR);
  const due = state === "open" ? `${minute(record.due)}, in ${left} h` : minute(record.due);
  const happened = happenedAt ? minute(new Date(happenedAt)) : NOT_READ;
  return [
    state.toUpperCase(),
    record.stack,
    severity ?? NOT_READ,
    what ?? NOT_READ,
    happened,
    due,
    String(eventsOf(record)),
    record.id,
  ].map(visible);
}

/** Those that wait for somebody, by when their time ends; then the others, the latest first. */
function byUrgency({ record: one }: FoundIncident, { record: other }: FoundIncident): number {
  const [waits, waitsToo] = [one, other].map((record) => (isOpen(record) ? 0 : 1)) as [number, number];
  const time = one.due.getTime() - other.due.getTime();
  return waits - waitsToo || (waits === 0 ? time : -time);
}

const eventsOf = ({ steps }: IncidentRecord) => [...steps.keys()].filter((step) => step.startsWith("event-")).length;

const minute = (at: Date) => `${at.toISOString().slice(0, "YYYY-MM-DDTHH:MM".length)}Z`;

/** One of them, with everything that is written beside it. */
export function incidentText({ record, archive, ...said }: FoundIncident, now: Date): string {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["state", stateOf(record, now)],
    ["what", said.what],
    ["severity", said.severity],
    ["stack", record.stack],
    ["account", said.account && `${said.account}, ${said.region}`],
    ["happened", said.happenedAt],
    ["opened", record.openedAt.toISOString()],
    ["authority", `by ${record.due.toISOString()}`],
    ["unreliable", said.problem],
    ["lies at", `s3://${archive.bucket}/${record.key}`],
    ...[...record.steps].map(([step, at]) => ["beside it", `${at.toISOString()} ${step}`] as const),
  ];
  const told = lines
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => visible(`  ${name.padEnd(10)} ${value}`));
  return `Incident ${record.id}\n${told.join("\n")}\n`;
}

/** For programs: the same. */
export function incidentsJson(estate: Estate, incidents: readonly FoundIncident[], now: Date): string {
  const told = incidents.map(({ record, archive: _archive, ...said }) => ({
    id: record.id,
    stack: record.stack,
    state: stateOf(record, now),
    ...said,
    openedAt: record.openedAt,
    authorityBy: record.due,
    notifiedAt: record.steps.get("notified"),
    closedAt: record.steps.get("closed"),
    events: eventsOf(record),
    key: record.key,
  }));
  return `${JSON.stringify({ estate: estate.name, at: now, incidents: told }, null, 2)}\n`;
}
