import { sha256 } from "../config/digest";
import { TRAIL_EVENT } from "../config/trail-event";

const HOUR = 60 * 60 * 1000;
/** Where incidents of all stacks lie, each in the archive of its stack. */
export const INCIDENTS = "incidents/";
/** The time that a controller has, once aware. @see https://eur-lex.europa.eu/eli/reg/2016/679/oj Article 33(1) */
const AUTHORITY_HOURS = 72;
/** When it is said again that an incident is open: a day before that time ends, and a quarter of a day. */
const WARNING_HOURS = [48, 66] as const;

/** What is written beside an incident, each once: every event of it, and what follows. A person writes the last two. */
type Step = `event-${string}` | `warned-${(typeof WARNING_HOURS)[number]}` | "notified" | "closed";
const STEP = new RegExp(`^(event-[0-9a-f]{12}|warned-(${WARNING_HOURS.join("|")})|notified|closed)$`);

/** An event as it arrives on the monitor's bus. */
export interface Alert {
  readonly id: string;
  readonly source: string;
  readonly "detail-type": string;
  readonly account: string;
  readonly region: string;
  readonly time: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export type Severity = "high" | "medium" | "low";

/** What is known of an incident as it opens. What happens to it later is written beside it. */
export interface Incident {
  readonly id: string;
  readonly state: "open";
  readonly what: string;
  readonly severity: Severity;
  readonly account: string;
  readonly region: string;
  readonly stack: string;
  readonly happenedAt: string;
  /** When the monitor took notice. Whose awareness counts in law is for people to say. */
  readonly awareAt: string;
  readonly clocks: {
    readonly processorToController: {
      readonly article: "33(2)";
      readonly due: "without undue delay";
      readonly from: string;
    };
    readonly controllerToAuthority: { readonly article: "33(1)"; readonly due: string; readonly from: string };
  };
  readonly event: { readonly id: string; readonly sha256: string; readonly key: string };
}

/**
 * An alert as it would have come from where it happened. What the monitor itself tells of a record of a trail is of the
 * record's account, region and id, each time that it is told; nobody else's word on another account counts.
 *
 * @param monitor the monitor's account
 */
export function asRecorded(alert: Alert, monitor: string): Alert {
  if (alert.source !== TRAIL_EVENT.source || alert.account !== monitor) return alert;
  const text = (field: string) => {
    const value = alert.detail[field];
    if (typeof value === "string") return value;
    throw new Error(`The event ${alert.id} is of no record: it has no ${field}`);
  };
  return { ...alert, id: text("eventID"), account: text("recipientAccountId"), region: text("awsRegion") };
}

/** The incident that an alert opens: the alert's repetition has the same id and keys, and what goes on the same id. */
export function incidentOf(alert: Alert, stack: string, aware: Date): Incident {
  const happened = new Date(alert.time);
  const id = sha256(`${alert.account}/${subjectOf(alert, happened)}`).slice(0, 32);
  const from = aware.toISOString();
  return {
    id,
    state: "open",
    what: whatOf(alert),
    severity: severityOf(alert),
    account: alert.account,
    region: alert.region,
    stack,
    happenedAt: happened.toISOString(),
    awareAt: from,
    clocks: {
      processorToController: { article: "33(2)", due: "without undue delay", from },
      controllerToAuthority: {
        article: "33(1)",
        due: new Date(aware.getTime() + AUTHORITY_HOURS * HOUR).toISOString(),
        from,
      },
    },
    event: {
      id: alert.id,
      sha256: sha256(JSON.stringify(alert)),
      key: incidentKey({ stack, id, happened }, `event-${sha256(alert.id).slice(0, 12)}`),
    },
  };
}

/**
 * What an incident is about. GuardDuty tells of a finding again as long as it goes on, up to four times an hour, and root,
 * once it is used, makes hundreds of calls: each is one incident a day, so that what goes on after it was closed opens
 * another. What one session changes of an organization is one: a deployment changes several guardrails.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 */
function subjectOf({ id, source, detail }: Alert, happened: Date): string {
  const finding = source === "aws.guardduty" ? detail["id"] : undefined;
  if (typeof finding === "string") return `${finding}/${dayOf(happened)}`;
  const { type, accessKeyId } = (detail["userIdentity"] ?? {}) as Readonly<Record<string, unknown>>;
  if (type === "Root") return `root/${dayOf(happened)}`;
  const isOfOrganization = detail["eventSource"] === "organizations.amazonaws.com";
  return isOfOrganization && typeof accessKeyId === "string" ? `organization/${accessKeyId}` : id;
}

/** Where an incident lies in its stack's archive, or what is written beside it. */
export function incidentKey(
  { stack, id, happened }: { readonly stack: string; readonly id: string; readonly happened: Date },
  step?: Step,
): string {
  return `${INCIDENTS}${stack}/${dayOf(happened)}/${id}${step ? `.${step}` : ""}.json`;
}

export function isIncidentKey(key: string, stack: string): boolean {
  const read = readIncidentKey(key);
  if (!read || Number.isNaN(read.happened.getTime())) return false;
  return key === incidentKey({ ...read, stack }, read.step);
}

/** Something that lies where incidents do, and when it was stored. */
export interface Stored {
  readonly key: string;
  readonly at: Date;
}

/** A warning that is due, and the key under which it is kept: it is given once. */
export interface Warning {
  readonly stack: string;
  readonly id: string;
  readonly hours: number;
  readonly key: string;
  readonly due: string;
}

/** An incident as it lies there. */
export interface IncidentRecord {
  readonly stack: string;
  readonly id: string;
  readonly key: string;
  readonly openedAt: Date;
  /** When the time of Article 33(1) ends. */
  readonly due: Date;
  /** What was written beside it, and when. */
  readonly steps: ReadonlyMap<Step, Date>;
  readonly keyOf: (step: Step) => string;
}

/** The incidents of a stack among everything that lies where incidents do. */
export function incidentRecords(stack: string, stored: readonly Stored[]): readonly IncidentRecord[] {
  const read = stored.flatMap(({ key, at }) => {
    const named = readIncidentKey(key);
    return named ? [{ ...named, key, at }] : [];
  });
  const steps = new Map<string, Map<Step, Date>>();
  for (const { id, step, at } of read) {
    const known = steps.get(id) ?? new Map<Step, Date>();
    steps.set(id, step ? known.set(step, at) : known);
  }
  return read
    .filter(({ step }) => !step)
    .map(({ id, happened, key, at }) => ({
      stack,
      id,
      key,
      openedAt: at,
      due: new Date(at.getTime() + AUTHORITY_HOURS * HOUR),
      steps: steps.get(id)!,
      keyOf: (step) => incidentKey({ stack, id, happened }, step),
    }));
}

/** Whether nobody has been notified of it, and it is not closed. */
export function isOpen({ steps }: IncidentRecord): boolean {
  return !steps.has("notified") && !steps.has("closed");
}

/** The warnings that are due and not given, of incidents that are open. */
export function warningsDue(stack: string, stored: readonly Stored[], now: Date): readonly Warning[] {
  return incidentRecords(stack, stored)
    .filter(isOpen)
    .flatMap(({ id, openedAt, due, steps, keyOf }) =>
      WARNING_HOURS.filter((hours) => now.getTime() - openedAt.getTime() >= hours * HOUR)
        .filter((hours) => !steps.has(`warned-${hours}`))
        .map((hours) => ({ stack, id, hours, key: keyOf(`warned-${hours}`), due: due.toISOString() })),
    );
}

function readIncidentKey(key: string) {
  const found = /\/(\d{4})\/(\d{2})\/(\d{2})\/([0-9a-f]{32})(?:\.([a-z0-9-]+))?\.json$/.exec(key);
  if (!found) return undefined;
  const [, year, month, day, id, named] = found;
  if (named && !STEP.test(named)) return undefined;
  return { id: id!, step: named as Step | undefined, happened: new Date(`${year}-${month}-${day}`) };
}

/** What happened, in the words of who says so. */
function whatOf({ "detail-type": type, detail }: Alert): string {
  const said = detail["eventName"] ?? detail["alarmName"] ?? detail["type"] ?? detail["stack"];
  return typeof said === "string" ? `${type}: ${said}` : type;
}

/** GuardDuty's own severity where there is one. @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html */
function severityOf({ source, detail }: Alert): Severity {
  if (source === "aws.guardduty" && typeof detail["severity"] === "number") {
    if (detail["severity"] >= 7) return "high";
    return detail["severity"] >= 4 ? "medium" : "low";
  }
  return detail["eventName"] === undefined ? "medium" : "high";
}

/** `2026/11/24` */
export const dayOf = (at: Date) => at.toISOString().slice(0, "YYYY-MM-DD".length).replaceAll("-", "/");
