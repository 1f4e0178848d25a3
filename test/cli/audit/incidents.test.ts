import { incidentKey, incidentOf, type Alert } from "../../../audit/incident";
import { Archive } from "../../../cli/audit/archive";
import { incidentsJson, incidentsText, incidentText } from "../../../cli/audit/incident-report";
import { incidentsIn, onlyOne } from "../../../cli/audit/incidents";
import { declaredEstate } from "../../support/estates";
import { memoryS3, type MemoryObject } from "../../support/memory-s3";

const HOUR = 60 * 60 * 1000;
const AWARE = new Date("2026-11-24T10:05:00Z");
const estate = declaredEstate("local");

const alert = (id: string, more: Partial<Alert> = {}): Alert => ({
  id,
  source: "aws.guardduty",
  "detail-type": "GuardDuty Finding",
  account: "200000000002",
  region: "eu-west-1",
  time: "2026-11-24T10:00:00Z",
  detail: { id: "finding", type: "Exfiltration:S3/AnomalousBehavior", severity: 8 },
  ...more,
});
const incident = incidentOf(alert("first"), "dublin", AWARE);
const at = { stack: "dublin", id: incident.id, happened: new Date(incident.happenedAt) };

function stored(content: unknown, deliveredAt = AWARE): MemoryObject {
  return { body: Buffer.from(JSON.stringify(content)), metadata: {}, deliveredAt };
}

/** What is found in an archive that holds an incident with its event, after something was put into it. */
async function found(change: (objects: Map<string, (MemoryObject | "delete-marker")[]>) => void = () => {}, hours = 1) {
  const objects = new Map<string, (MemoryObject | "delete-marker")[]>([
    [incidentKey(at), [stored(incident)]],
    [incident.event.key, [stored(alert("first"))]],
  ]);
  change(objects);
  const archive = new Archive(memoryS3(new Map([["archive", { objects }]])), "archive", "900000000009");
  const now = new Date(AWARE.getTime() + hours * HOUR);
  const incidents = await incidentsIn("dublin", archive);
  const [first] = JSON.parse(incidentsJson(estate, incidents, now)).incidents;
  return { incidents, first, text: incidentsText(estate, incidents, now) };
}

describe("the incidents of an archive", () => {
  it("are told with what happened, and by when the authority must know", async () => {
    const { first, text } = await found();
    expect(first).toMatchObject({
      id: incident.id,
      stack: "dublin",
      state: "open",
      severity: "high",
      what: "GuardDuty Finding: Exfiltration:S3/AnomalousBehavior",
      authorityBy: "2026-11-27T10:05:00.000Z",
      events: 1,
    });
    expect(first).not.toHaveProperty("problem");
    expect(text).toContain("2026-11-27T10:05Z, in 71 h");
    expect(text).toContain("Estate local: 1 incident: 1 open\n");
  });

  it("are overdue when 72 hours are over and nobody has written that it is notified", async () => {
    expect((await found(undefined, 73)).first.state).toBe("overdue");
    const notified = stored("the authority", new Date(AWARE.getTime() + 70 * HOUR));
    const { first } = await found((objects) => objects.set(incidentKey(at, "notified"), [notified]), 73);
    expect(first).toMatchObject({ state: "notified", notifiedAt: "2026-11-27T08:05:00.000Z" });
  });

  it("are closed when somebody has written so", async () => {
    const { first } = await found((objects) => objects.set(incidentKey(at, "closed"), [stored("a test")]), 99);
    expect(first.state).toBe("closed");
  });

  it("count every event that was told of one", async () => {
    const { event } = incidentOf(alert("second", { time: "2026-11-24T11:00:00Z" }), "dublin", AWARE);
    expect((await found((objects) => objects.set(event.key, [stored(alert("second"))]))).first.events).toBe(2);
  });

  it("are what was written first, whatever is put over it or hides it", async () => {
    const later = stored({ ...incident, what: "nothing at all" }, new Date(AWARE.getTime() + HOUR));
    const { first } = await found((objects) => {
      objects.set(incidentKey(at), ["delete-marker", later, stored(incident)]);
    });
    expect(first.what).toBe(incident.what);
  });

  it("wait in the order in which their time ends, before those that wait for nobody", async () => {
    const another = (id: string, hoursLater: number, step?: "closed") => {
      const opened = incidentOf(alert(id, { source: "aws.cloudwatch" }), "dublin", AWARE);
      const place = { ...at, id: opened.id };
      const time = new Date(AWARE.getTime() + hoursLater * HOUR);
      return [
        [incidentKey(place), [stored(opened, time)]],
        [opened.event.key, [stored(alert(id, { source: "aws.cloudwatch" }), time)]],
        ...(step ? [[incidentKey(place, step), [stored("", time)]]] : []),
      ] as [string, MemoryObject[]][];
    };
    const { text } = await found((objects) => {
      for (const [key, versions] of [...another("a", -5, "closed"), ...another("b", 2), ...another("c", -2)]) {
        objects.set(key, versions);
      }
    });
    const states = [...text.matchAll(/│ (OPEN|CLOSED) .*?│ [^│]+│ [^│]+│ [^│]+│ [^│]+│ (\S+)/g)].map(
      ([, state, due]) => `${state} ${due}`,
    );
    expect(states).toEqual([
      "OPEN 2026-11-27T08:05Z,",
      "OPEN 2026-11-27T10:05Z,",
      "OPEN 2026-11-27T12:05Z,",
      "CLOSED 2026-11-27T05:05Z",
    ]);
  });

  it.each<[string, (objects: Map<string, (MemoryObject | "delete-marker")[]>) => void, string]>([
    ["its event is gone", (objects) => objects.delete(incident.event.key), "the event that opened it is not beside it"],
    [
      "its event is another",
      (objects) => objects.set(incident.event.key, [stored(alert("forged"))]),
      "the event beside it is not the one that opened it",
    ],
    [
      "it is another one's",
      (objects) => objects.set(incidentKey(at), [stored({ ...incident, id: "0".repeat(32) })]),
      `it says that it is ${"0".repeat(32)}`,
    ],
    ["it is none", (objects) => objects.set(incidentKey(at), [stored("text")]), "it is no record of an incident"],
  ])("fails to be relied on when %s", async (_title, change, problem) => {
    const { first, text } = await found(change);
    expect(first.problem).toBe(problem);
    expect(text).toContain(`UNRELIABLE dublin: ${problem}: ${incidentKey(at)}`);
  });

  it("are found by how they begin, where that is one of them", async () => {
    const { incidents } = await found();
    expect(onlyOne(estate, incident.id.slice(0, 6), incidents).record.id).toBe(incident.id);
    expect(() => onlyOne(estate, "ffffffff", incidents)).toThrow(
      "There is no incident ffffffff in the archives of local",
    );
    const two = [...incidents, ...incidents];
    expect(() => onlyOne(estate, incident.id.slice(0, 6), two)).toThrow("2 incidents begin with");
  });

  it("are shown with everything that is written beside them", async () => {
    const { incidents } = await found((objects) => objects.set(incidentKey(at, "notified"), [stored("the authority")]));
    const text = incidentText(incidents[0]!, AWARE);
    expect(text).toContain(`  lies at    s3://archive/${incidentKey(at)}`);
    expect(text).toContain("  beside it  2026-11-24T10:05:00.000Z notified");
    expect(text).toContain("  state      notified");
  });

  it("say nothing in a terminal's own words: whoever may put an event chooses some of theirs", async () => {
    const what = "\u001b[2Kall is well\nUNRELIABLE norway";
    const { incidents, text } = await found((objects) => objects.set(incidentKey(at), [stored({ ...incident, what })]));
    const told = [text, incidentText(incidents[0]!, AWARE)].join("\n");
    expect(told).toContain("\\u001b[2Kall is well\\nUNRELIABLE norway");
    expect(told).not.toMatch(/\u001b|^UNRELIABLE norway/m);
  });

  it("are none where none was opened", async () => {
    const { incidents, text } = await found((objects) => objects.clear());
    expect([incidents, text]).toEqual([[], "Estate local: 0 incidents\n"]);
  });
});
