import { enclavePlace, organizationPlace, sitePlaces } from "../../../config/places";
import { ALERTS } from "../../../constructs/audit/alerts";
import { alertsOf, globalIncidents } from "../../../constructs/audit/global-alerts";
import { declaredEstate } from "../../support/estates";

const estate = declaredEstate("production");
const more = (place: Parameters<typeof alertsOf>[0]) => Object.keys(alertsOf(place)).slice(Object.keys(ALERTS).length);

describe("alerts of global services", () => {
  it("are forwarded where they are heard of, which is the partition's first region", () => {
    expect(more(enclavePlace(estate))).toEqual(["organization-changes", "identity-changes", "ways-in"]);
    for (const place of [organizationPlace(estate), ...sitePlaces(estate)]) expect(more(place)).toEqual([]);
  });

  it("are forwarded in each region of a partition of which no first one is known", () => {
    const place = { account: "200000000002", region: "eusc-de-east-1", partition: "aws-eusc", country: "DE" };
    expect(more(place)).toHaveLength(3);
  });

  it("hear of IAM once: ways in that are changes of it are no rule's but its own", () => {
    expect(alertsOf(enclavePlace(estate))["ways-in"]!["source"]).toEqual(["aws.account", "aws.sts"]);
  });

  it("open incidents, forwarded or told of a trail's record; a change, when nothing denied it", () => {
    const incidents = globalIncidents(estate);
    expect(Object.keys(incidents)).toEqual(["organization-changes", "ways-in", "root-use", "break-glass-use"]);
    for (const { source } of Object.values(incidents)) expect(source).toContain("clover.trail");
    for (const name of ["organization-changes", "ways-in"]) {
      expect(incidents[name]!["detail"]).toMatchObject({ errorCode: [{ exists: false }] });
    }
  });

  it("have patterns that EventBridge takes: 2048 characters at most", () => {
    const all = [...Object.values(alertsOf(enclavePlace(estate))), ...Object.values(globalIncidents(estate))];
    expect(Math.max(...all.map((pattern) => JSON.stringify(pattern).length))).toBeLessThanOrEqual(2048);
  });
});
