import { incidentKey, incidentOf, isIncidentKey, warningsDue, type Alert } from "../../audit/incident";
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
