import { asRecorded, incidentKey, incidentOf, isIncidentKey, warningsDue, type Alert } from "../../audit/incident";
import { isMonitorsOwn, ownFolderCovers } from "../../audit/monitors-own";

const HOUR = 60 * 60 * 1000;
const AWARE = new Date("2026-11-24T10:05:00Z");
const ALERT: Alert = {
  id: "0c8e2ab1-0000-4000-8000-000000000001",
  source: "aws.guardduty",
  "detail-type": "GuardDuty Finding",
  account: "200000000002",
  region: "eu-west-1",
  time: "2026-11-24T10:00:00Z",
  detail: { type: "Exfiltration:S3/AnomalousBehavior", severity: 8 },
};
const CALL: Alert = { ...ALERT, source: "aws.iam", "detail-type": "AWS API Call via CloudTrail" };
const incident = incidentOf(ALERT, "dublin", AWARE);
const happened = new Date(incident.happenedAt);
const key = incidentKey({ stack: "dublin", id: incident.id, happened });

describe("an incident", () => {
  it("says what happened, and counts 72 hours from when the monitor took notice", () => {
    expect(incident).toMatchObject({
      what: "GuardDuty Finding: Exfiltration:S3/AnomalousBehavior",
      severity: "high",
      happenedAt: "2026-11-24T10:00:00.000Z",
      awareAt: "2026-11-24T10:05:00.000Z",
      clocks: { controllerToAuthority: { article: "33(1)", due: "2026-11-27T10:05:00.000Z" } },
    });
  });

  it("has the same id and key when its alert is repeated, and another for another account's", () => {
    const again = incidentOf(ALERT, "dublin", new Date(AWARE.getTime() + HOUR));
    expect([again.id, again.event]).toEqual([incident.id, incident.event]);
    expect(incidentOf({ ...ALERT, account: "300000000003" }, "norway", AWARE).id).not.toBe(incident.id);
  });

  it("is one a day for a finding that goes on, with every event beside it", () => {
    const finding = { ...ALERT, detail: { ...ALERT.detail, id: "3ab0000000000000000000000000000a" } };
    const opened = incidentOf(finding, "dublin", AWARE);
    const later = incidentOf({ ...finding, id: "another", time: "2026-11-24T23:59:00Z" }, "dublin", AWARE);
    expect(later.id).toBe(opened.id);
    expect(later.event.key).not.toBe(opened.event.key);
    expect(isIncidentKey(later.event.key, "dublin")).toBe(true);
    const nextDay = incidentOf({ ...finding, id: "third", time: "2026-11-25T00:01:00Z" }, "dublin", AWARE);
    const ofAnother = incidentOf({ ...finding, detail: { ...finding.detail, id: "another" } }, "dublin", AWARE);
    expect(new Set([opened.id, nextDay.id, ofAnother.id]).size).toBe(3);
  });

  it("is one a day for root, which makes hundreds of calls once it is used", () => {
    const used = (id: string, time: string) =>
      incidentOf({ ...CALL, id, time, detail: { eventName: id, userIdentity: { type: "Root" } } }, "dublin", AWARE);
    const first = used("ConsoleLogin", "2026-11-24T10:00:00Z");
    expect(used("ListBuckets", "2026-11-24T10:01:00Z").id).toBe(first.id);
    expect(used("ListBuckets", "2026-11-25T10:01:00Z").id).not.toBe(first.id);
  });

  it("is one for what a session changes of the organization", () => {
    const changing = (id: string, accessKeyId?: string) => {
      const detail = { eventSource: "organizations.amazonaws.com", userIdentity: { type: "AssumedRole", accessKeyId } };
      return incidentOf({ ...CALL, id, detail }, "organization", AWARE).id;
    };
    expect(changing("one", "ASIA1")).toBe(changing("two", "ASIA1"));
    expect(new Set([changing("one", "ASIA1"), changing("one", "ASIA2"), changing("one"), changing("two")]).size).toBe(
      4,
    );
  });

  it.each([
    [8, "high"],
    [5, "medium"],
    [2, "low"],
  ])("is as severe as GuardDuty says: %d", (severity, expected) => {
    expect(incidentOf({ ...ALERT, detail: { severity } }, "dublin", AWARE).severity).toBe(expected);
  });

  it("lies in its stack's folder of the day, where it is the monitor's own", () => {
    expect(key).toBe(`incidents/dublin/2026/11/24/${incident.id}.json`);
    expect(isMonitorsOwn(key, "dublin")).toBe(true);
    expect(isMonitorsOwn(incident.event.key, "dublin")).toBe(true);
    const covers = (folder: string) => ownFolderCovers(folder, "dublin", happened, AWARE);
    for (const folder of ["incidents/", "incidents/dublin/2026/", "incidents/dublin/2026/11/24/"]) {
      expect(covers(folder)).toBe(true);
    }
    expect(covers("incidents/dublin/2026/11/23/")).toBe(false);
  });

  it.each([
    `incidents/norway/2026/11/24/${incident.id}.json`,
    `incidents/dublin/2026/13/24/${incident.id}.json`,
    `incidents/dublin/2026/11/24/${incident.id}.forgotten.json`,
    "incidents/dublin/2026/11/24/one.json",
  ])("fails when it is anything else: %s", (other) => {
    expect(isIncidentKey(other, "dublin")).toBe(false);
  });
});

describe("what the monitor tells of a trail's record", () => {
  const MONITOR = "900000000009";
  const told: Alert = {
    ...ALERT,
    id: "an id that EventBridge draws",
    source: "clover.trail",
    "detail-type": "Organization Changed",
    account: MONITOR,
    region: "eu-west-2",
    detail: {
      eventID: "of the record",
      recipientAccountId: "100000000001",
      awsRegion: "us-east-1",
      eventName: "DetachPolicy",
    },
  };

  it("is of the record's account, region and id, so that it is one incident however often it is told", () => {
    expect(asRecorded(told, MONITOR)).toEqual({
      ...told,
      id: "of the record",
      account: "100000000001",
      region: "us-east-1",
    });
    const again = asRecorded({ ...told, id: "another id that EventBridge draws" }, MONITOR);
    expect(again).toEqual(asRecorded(told, MONITOR));
    expect(incidentOf(again, "organization", AWARE)).toMatchObject({
      what: "Organization Changed: DetachPolicy",
      severity: "high",
      account: "100000000001",
    });
  });

  it("is nobody else's to tell: an account speaks for itself alone", () => {
    expect(asRecorded({ ...told, account: "200000000002" }, MONITOR).account).toBe("200000000002");
    expect(asRecorded({ ...told, source: "aws.iam" }, MONITOR).account).toBe(MONITOR);
  });

  it("fails when it does not say of which record it is", () => {
    const { eventID: _, ...detail } = told.detail;
    expect(() => asRecorded({ ...told, detail }, MONITOR)).toThrow("is of no record: it has no eventID");
  });
});

describe("the warnings of an open incident", () => {
  const due = (hours: number, ...steps: readonly ("warned-48" | "notified" | "closed")[]) => {
    const keys = [key, ...steps.map((step) => incidentKey({ stack: "dublin", id: incident.id, happened }, step))];
    const stored = keys.map((each) => ({ key: each, at: AWARE }));
    return warningsDue("dublin", stored, new Date(AWARE.getTime() + hours * HOUR)).map((warning) => warning.hours);
  };

  it("are given after 48 and 66 hours, each once", () => {
    expect([due(47.9), due(48), due(50, "warned-48"), due(66, "warned-48"), due(66)]).toEqual([
      [],
      [48],
      [],
      [66],
      [48, 66],
    ]);
  });

  it("are not given once somebody is notified, or the incident is closed", () => {
    expect([due(70, "notified"), due(70, "closed")]).toEqual([[], []]);
  });
});
