import { EventBridgeClient, type PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { S3Client } from "@aws-sdk/client-s3";
import { incidentKey, incidentOf, type Alert } from "../../../audit/incident";
import type * as IncidentRecord from "../../../functions/incident-record/handler";
import { memoryS3, type MemoryBucket } from "../../support/memory-s3";

const HOUR = 60 * 60 * 1000;
const OPENED = new Date("2026-11-24T10:05:00Z");

/** Read as the function starts. */
Object.assign(process.env, { PREFIX: "clover-local", ACCOUNT: "900000000009", BUS: "alerts", STACKS: "dublin,norway" });
const { handler } = jest.requireActual<typeof IncidentRecord>("../../../functions/incident-record/handler");

const alert = (more: Partial<Alert> = {}): Alert => ({
  id: "first",
  source: "aws.guardduty",
  "detail-type": "GuardDuty Finding",
  account: "400000000004",
  region: "eu-north-1",
  time: "2026-11-24T10:00:00Z",
  detail: { id: "finding", type: "Exfiltration:S3/AnomalousBehavior", severity: 8 },
  ...more,
});
const incident = incidentOf(alert(), "norway", OPENED);
const at = { stack: "norway", id: incident.id, happened: new Date(incident.happenedAt) };

let archives: Map<string, MemoryBucket>;
let said: { readonly bus: unknown; readonly type: unknown; readonly detail: any }[];
let answer: { readonly ErrorCode?: string; readonly ErrorMessage?: string };

const archiveOf = (stack: string) => archives.get(`clover-local-monitor-${stack}-archive-900000000009`)!;
const kept = (stack: string) => [...archiveOf(stack).objects.keys()].filter((key) => key.startsWith("incidents/"));
const contentOf = (stack: string, key: string) => {
  const [latest] = archiveOf(stack).objects.get(key)!;
  return latest === "delete-marker" ? undefined : JSON.parse(latest!.body.toString());
};

function put(stack: string, key: string, deliveredAt = OPENED): void {
  archiveOf(stack).objects.set(key, [{ body: Buffer.from("{}"), metadata: {}, deliveredAt }]);
}

/** @param later than the incident was opened */
const inHours = (later: number) => jest.setSystemTime(OPENED.getTime() + later * HOUR);

beforeAll(() => {
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
  jest.spyOn(S3Client.prototype, "send").mockImplementation((command) => memoryS3(archives).send(command as never));
  jest.spyOn(EventBridgeClient.prototype, "send").mockImplementation(async (command) => {
    const { Entries = [] } = (command as unknown as PutEventsCommand).input;
    for (const { EventBusName: bus, DetailType: type, Detail } of Entries) {
      said.push({ bus, type, detail: JSON.parse(Detail!) });
    }
    return { Entries: [answer] };
  });
});
beforeEach(() => {
  const names = ["dublin", "norway"].map((stack) => `clover-local-monitor-${stack}-archive-900000000009`);
  archives = new Map(names.map((name) => [name, { objects: new Map() }]));
  put("dublin", "dublin/AWSLogs/200000000002/CloudTrail/one");
  put("norway", "norway/AWSLogs/400000000004/CloudTrail/one");
  said = [];
  answer = {};
  inHours(0);
});
afterAll(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe("an alert", () => {
  it("opens an incident in the archive of its account's stack, with the event beside it, and says so on the bus", async () => {
    await handler(alert());
    const key = incidentKey(at);
    expect(kept("norway").sort()).toEqual([key, incident.event.key].sort());
    expect(kept("dublin")).toEqual([]);
    expect(contentOf("norway", key)).toEqual(incident);
    expect(contentOf("norway", incident.event.key)).toEqual(alert());
    const { id, stack, account, what, severity, happenedAt } = incident;
    const detail = { id, stack, account, what, severity, happenedAt, key };
    expect(said).toEqual([{ bus: "alerts", type: "Incident Opened", detail }]);
  });

  it("that comes again keeps nothing new, and is said again: better twice than never", async () => {
    await handler(alert());
    const before = kept("norway");
    inHours(1);
    await handler(alert());
    expect(kept("norway")).toEqual(before);
    expect(contentOf("norway", incidentKey(at))).toEqual(incident);
    expect(said.map(({ type }) => type)).toEqual(["Incident Opened", "Incident Opened"]);
  });

  it("of a finding that goes on is kept beside its incident, and said by nobody", async () => {
    await handler(alert());
    await handler(alert({ id: "second" }));
    expect(kept("norway")).toHaveLength(3);
    expect(said).toHaveLength(1);
  });

  it("is said when the run before had kept it and not come to say so", async () => {
    put("norway", incident.event.key);
    await handler(alert());
    expect(said).toHaveLength(1);
  });

  it("fails when no archive has records of its account, and keeps nothing", async () => {
    const strange = alert({ account: "700000000007" });
    const message = "No archive has records of the account 700000000007, of which an alert has come";
    await expect(handler(strange)).rejects.toThrow(message);
    expect([...kept("dublin"), ...kept("norway"), ...said]).toEqual([]);
  });

  it("fails when the bus does not take what is said", async () => {
    answer = { ErrorCode: "InternalFailure", ErrorMessage: "try again" };
    await expect(handler(alert())).rejects.toThrow(
      "The bus alerts refused Incident Opened: InternalFailure, try again",
    );
  });

  it("fails when the archive cannot be written", async () => {
    const { send } = memoryS3(archives);
    jest.spyOn(S3Client.prototype, "send").mockImplementationOnce((command) => send(command as never));
    jest.spyOn(S3Client.prototype, "send").mockImplementationOnce((command) => send(command as never));
    jest.spyOn(S3Client.prototype, "send").mockImplementationOnce(async () => {
      throw Object.assign(new Error("denied"), { name: "AccessDenied", $metadata: { httpStatusCode: 403 } });
    });
    await expect(handler(alert())).rejects.toThrow("denied");
    expect(said).toEqual([]);
  });
});

describe("a run of the clock", () => {
  const warnings = () => said.map(({ type, detail }) => [type, detail.stack, detail.id, detail.hours]);

  it.each([
    [47, []],
    [49, [48]],
    [67, [48, 66]],
  ])("%d hours after an incident opened warns of %p, once each", async (hours, due) => {
    put("norway", incidentKey(at));
    inHours(hours);
    await handler({});
    await handler({});
    expect(warnings()).toEqual(due.map((each) => ["Incident Still Open", "norway", incident.id, each]));
    for (const each of due) {
      const key = incidentKey(at, `warned-${each}` as "warned-48");
      expect(contentOf("norway", key)).toMatchObject({ id: incident.id, hours: each, due: "2026-11-27T10:05:00.000Z" });
    }
  });

  it.each(["notified", "closed"] as const)("warns of nothing that is %s", async (step) => {
    put("norway", incidentKey(at));
    put("norway", incidentKey(at, step));
    inHours(67);
    await handler({});
    expect(said).toEqual([]);
  });

  it("reads every page of what lies there", async () => {
    const ids = Array.from({ length: 20 }, (_, index) => String(index).padStart(32, "0"));
    for (const id of ids) put("norway", incidentKey({ ...at, id }));
    inHours(49);
    await handler({});
    expect(said.map(({ detail }) => detail.id)).toEqual(ids);
  });

  it("gives a warning again that the bus did not take, and fails", async () => {
    put("norway", incidentKey(at));
    inHours(49);
    answer = { ErrorCode: "InternalFailure" };
    await expect(handler({})).rejects.toThrow("The bus alerts refused Incident Still Open: InternalFailure");
    answer = {};
    await handler({});
    await handler({});
    expect(said).toHaveLength(2);
  });

  it("warns of what lies in one archive when another cannot be read, and fails", async () => {
    put("norway", incidentKey(at));
    archives.delete("clover-local-monitor-dublin-archive-900000000009");
    inHours(49);
    await expect(handler({})).rejects.toThrow("no such bucket");
    expect(warnings()).toEqual([["Incident Still Open", "norway", incident.id, 48]]);
  });
});
