import type { AuditService } from "../config/audit-deliveries";

/** Whose deliveries these are: they lie under `<stack>/AWSLogs/<account>/`, and findings under `AWSLogs/<account>/`. */
export interface KeyOwner {
  readonly stack: string;
  readonly account: string;
}

/** What the key of a delivered object says. */
export interface DeliveredKey {
  readonly service: AuditService;
  /** Where it was recorded; Resolver's keys do not say. */
  readonly region?: string;
  /** The time in its name; GuardDuty's names have none. */
  readonly at?: Date;
  readonly fields: Readonly<Record<string, string>>;
}

const FIELDS: Readonly<Record<string, string>> = {
  account: "\\d{12}",
  region: "[a-z]{2,4}(?:-[a-z]+)+-\\d+",
  home: "[a-z]{2,4}(?:-[a-z]+)+-\\d+",
  trail: "[\\w.-]+",
  yyyy: "\\d{4}",
  mm: "\\d{2}",
  dd: "\\d{2}",
  m: "\\d{1,2}",
  d: "\\d{1,2}",
  hh: "\\d{2}",
  minute: "\\d{8}T\\d{4}Z",
  second: "\\d{8}T\\d{6}Z",
  from: "\\d{8}T\\d{6}Z",
  // Documented with T and Z, and seen without.
  loose: "\\d{8}T?\\d{4}Z?",
  unique: "[0-9A-Za-z]+",
  uuid: "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
  count: "\\d+",
  resourceType: "[A-Za-z0-9]+(?:::[A-Za-z0-9]+)+",
  flowLog: "fl-[0-9a-f]+",
  vpc: "vpc-[0-9a-f]+",
  log: "alert|flow|tls",
  firewall: "[0-9A-Za-z-]+",
  backfill: "|_backfill",
  // Its folder is documented, its file's name is not.
  activity: "|-NetworkActivity",
};

/**
 * Where each service puts what it delivers, as its documentation says and as this estate configures it: flow logs as
 * Parquet, by the hour.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-path.html
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/logging-s3.html
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
 */
const LAYOUTS: Readonly<Record<AuditService, string>> = {
  "trail-digests":
    "CloudTrail-Digest/{region}/{yyyy}/{mm}/{dd}/{account}_CloudTrail-Digest_{region}_{trail}_{home}_{second}{backfill}.json.gz",
  "trail-logs": "CloudTrail/{region}/{yyyy}/{mm}/{dd}/{account}_CloudTrail_{region}_{minute}_{unique}.json.gz",
  "network-activity":
    "CloudTrail-NetworkActivity/{region}/{yyyy}/{mm}/{dd}/{account}_CloudTrail{activity}_{region}_{minute}_{unique}.json.gz",
  "config-snapshots":
    "Config/{region}/{yyyy}/{m}/{d}/ConfigSnapshot/{account}_Config_{region}_ConfigSnapshot_{second}_{uuid}.json.gz",
  "config-history":
    "Config/{region}/{yyyy}/{m}/{d}/ConfigHistory/{account}_Config_{region}_ConfigHistory_{resourceType}_{from}_{second}_{count}.json.gz",
  findings: "GuardDuty/{region}/{yyyy}/{mm}/{dd}/{uuid}.jsonl.gz",
  "flow-logs":
    "vpcflowlogs/{region}/{yyyy}/{mm}/{dd}/{hh}/{account}_vpcflowlogs_{region}_{flowLog}_{minute}_{unique}.log.parquet",
  "dns-queries": "vpcdnsquerylogs/{vpc}/{yyyy}/{mm}/{dd}/{vpc}_vpcdnsquerylogs_{account}_{minute}_{unique}.log.gz",
  "firewall-logs":
    "network-firewall/{log}/{region}/{firewall}/{yyyy}/{mm}/{dd}/{hh}/{account}_network-firewall_{log}_{region}_{firewall}_{loose}_{unique}.log.gz",
};

/** Config writes it once, empty, to see that it may. */
const WRITABILITY_CHECK = "Config/ConfigWritabilityCheckFile";

interface Layout {
  readonly service: AuditService;
  /** What its keys begin with. */
  readonly under: (owner: KeyOwner) => string;
  readonly whole: RegExp;
  /** What its folders match, from the first to the deepest, each with its slash. */
  readonly folders: readonly RegExp[];
}

export const ownerPrefix = ({ stack, account }: KeyOwner) => `${stack}/AWSLogs/${account}/`;

/** GuardDuty exports under no stack's prefix: the archive in which findings lie tells the stack. */
const findingsPrefix = ({ account }: KeyOwner) => `AWSLogs/${account}/`;

const prefixOf = (service: AuditService) => (service === "findings" ? findingsPrefix : ownerPrefix);

/** A layout as a regular expression: a field that comes again must be the same again. */
function pattern(template: string): RegExp {
  const seen = new Set<string>();
  const source = template.replace(/\{(\w+)\}|[^{}]+/g, (text, field?: string) => {
    if (field === undefined) return text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
    if (seen.has(field)) return `\\k<${field}>`;
    seen.add(field);
    return `(?<${field}>${FIELDS[field]})`;
  });
  return new RegExp(`^${source}$`);
}

const PATTERNS: readonly Layout[] = Object.entries(LAYOUTS).map(([service, template]) => {
  const steps = template.split("/");
  return {
    service: service as AuditService,
    under: prefixOf(service as AuditService),
    whole: pattern(template),
    folders: steps.slice(0, -1).map((_, depth) => pattern(`${steps.slice(0, depth + 1).join("/")}/`)),
  };
});

/** What a key says, or nothing when no declared service of that account delivers there. */
export function readKey(key: string, owner: KeyOwner): DeliveredKey | undefined {
  for (const { service, under, whole } of PATTERNS) {
    const fields = whole.exec(beneath(key, under(owner)))?.groups;
    if (!fields || (fields["account"] ?? owner.account) !== owner.account) continue;
    const at = timeIn(fields);
    // No service writes an hour that no day has.
    if (at && Number.isNaN(at.getTime())) continue;
    return { service, region: fields["region"], at, fields: { ...fields } };
  }
  return undefined;
}

/** What follows a prefix in a name; of a name that does not begin with it, nothing, which no layout has. */
const beneath = (name: string, prefix: string) => (name.startsWith(prefix) ? name.slice(prefix.length) : "");

/** Whether an object is there for another reason than to be a record. */
export const isWritabilityCheck = (key: string, owner: KeyOwner) => key === `${ownerPrefix(owner)}${WRITABILITY_CHECK}`;

/**
 * The key under which a service delivers.
 *
 * @throws Error when the fields make none
 */
export function writeKey(owner: KeyOwner, service: AuditService, fields: Readonly<Record<string, string>>): string {
  const known: Readonly<Record<string, string>> = {
    backfill: "",
    activity: "-NetworkActivity",
    ...fields,
    account: owner.account,
  };
  const key =
    prefixOf(service)(owner) + LAYOUTS[service].replace(/\{(\w+)\}/g, (text, field: string) => known[field] ?? text);
  if (readKey(key, owner)?.service !== service) throw new Error(`${key} is no key of ${service}`);
  return key;
}

/** The folder fields of a day, padded as most services write it and not as Config does. */
export function dayFields(at: Date): Readonly<Record<string, string>> {
  const [yyyy, mm, dd] = at.toISOString().slice(0, "YYYY-MM-DD".length).split("-") as [string, string, string];
  return { yyyy, mm, dd, m: String(Number(mm)), d: String(Number(dd)), hh: at.toISOString().slice(11, 13) };
}

const compact = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, "");
/** `20261124T1600Z` */
export const minuteText = (at: Date) => `${compact(at).slice(0, "YYYYMMDDTHHmm".length)}Z`;
/** `20261124T160000Z` */
export const secondText = (at: Date) => compact(at);

/**
 * Whether a folder can hold what is delivered between two times.
 *
 * @param folder ends with a slash
 * @returns nothing when no declared service has such a folder
 */
export function folderCovers(folder: string, owner: KeyOwner, from: Date, to: Date): boolean | undefined {
  if (PATTERNS.some(({ under }) => under(owner).startsWith(folder))) return true;
  const matches = PATTERNS.flatMap(({ under, folders }) => {
    const rest = beneath(folder, under(owner));
    return folders.map((one) => one.exec(rest)).filter((found) => found);
  });
  if (matches.length === 0) return undefined;
  return matches.some((match) => dateOverlaps(match!.groups ?? {}, from, to));
}

/** Whether a year, a month of it or a day of that, as far as they are given, lies between two times. */
export function dateOverlaps(fields: Readonly<Record<string, string>>, from: Date, to: Date): boolean {
  const [year, month, day] = [fields["yyyy"], fields["mm"] ?? fields["m"], fields["dd"] ?? fields["d"]].map(Number);
  if (!year) return true;
  const first = Date.UTC(year, month ? month - 1 : 0, day || 1);
  const end = Date.UTC(month ? year : year + 1, month ? (day ? month - 1 : month) : 0, day ? day + 1 : 1);
  return first <= to.getTime() && end > from.getTime();
}

function timeIn(fields: Readonly<Record<string, string>>): Date | undefined {
  const text = fields["second"] ?? fields["minute"] ?? fields["loose"];
  if (text === undefined) return undefined;
  const digits = text.replace(/\D/g, "").padEnd("YYYYMMDDHHmmss".length, "0");
  return new Date(digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:$6Z"));
}
