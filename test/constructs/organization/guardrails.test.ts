import type { Statement } from "../../../constructs/iam/policy-document";
import { guardrailsOf } from "../../../constructs/organization/guardrails-of";
import { GLOBAL_ACTIONS } from "../../../constructs/organization/guardrails/region-deny";
import { dayAfter } from "../../../config/calendar";
import { declaredEstate } from "../../support/estates";
import { actionsMatching } from "../../support/iam-actions";

const local = declaredEstate("local");
const draining = { ...local, enclave: { ...local.enclave, phase: "draining" as const } };
const STATEMENTS = guardrailsOf(draining).flatMap(
  ({ content }) => (JSON.parse(content) as { readonly Statement: readonly Statement[] }).Statement,
);
const named = (sid: string) => STATEMENTS.find(({ Sid }) => Sid === sid)!;
const actionsOf = ({ Action, NotAction }: Statement) => [Action ?? [], NotAction ?? []].flat();
const ACTIONS = [...new Set(STATEMENTS.flatMap(actionsOf))].filter((action) => action !== "*").sort();

describe("the guardrails", () => {
  it.each(ACTIONS)("name what AWS has: %s", async (action) => {
    expect(await actionsMatching(action)).not.toEqual([]);
  });

  it("deny each action on the same resources in one statement alone", () => {
    const denied = new Map<string, string[]>();
    for (const statement of STATEMENTS.filter(({ Sid }) => Sid !== "NothingNewWhileDraining")) {
      if (statement.Effect !== "Deny" || statement.Principal) continue;
      for (const action of [statement.Action ?? []].flat()) {
        const what = `${action} on ${[statement.Resource].flat().join()}`;
        denied.set(what, [...(denied.get(what) ?? []), statement.Sid]);
      }
    }
    const repeated = [...denied].filter(([, sids]) => new Set(sids).size > 1);
    expect(repeated).toEqual([]);
  });

  it("deny, and allow nothing", () => {
    for (const statement of STATEMENTS) expect(statement.Effect).toBe("Deny");
  });

  it("have a name for each statement", () => {
    const sids = new Set(STATEMENTS.map(({ Sid }) => Sid));
    expect(sids).not.toContain(undefined);
  });

  it("let nobody stop an audit source, the deploy role included", () => {
    const never = named("AuditNeverStops");
    expect(never).not.toHaveProperty("Condition");
    expect(never.Action).toEqual(
      expect.arrayContaining(["cloudtrail:StopLogging", "ec2:DeleteFlowLogs", "guardduty:DeleteDetector"]),
    );
  });

  it("close both sides of every network connection", () => {
    for (const kind of ["VpcPeeringConnection", "TransitGatewayVpcAttachment", "TransitGatewayPeeringAttachment"]) {
      expect(ACTIONS).toEqual(expect.arrayContaining([`ec2:Create${kind}`, `ec2:Accept${kind}`]));
    }
  });

  it("explain what is exempt from the region, and exempt nothing that holds data or keys", () => {
    for (const why of Object.values(GLOBAL_ACTIONS)) expect(why.length).toBeGreaterThan(10);
    const services = Object.keys(GLOBAL_ACTIONS).filter((action) => action.endsWith(":*"));
    expect(services).toEqual(["account:*", "health:*", "iam:*", "support:*"]);
  });

  it("freeze from the day after the sunset on", () => {
    expect(named("FrozenAfterSunset").Condition).toMatchObject({
      DateGreaterThanEquals: { "aws:CurrentTime": "2027-10-01T00:00:00Z" },
    });
  });

  it("deny new data as soon as the enclave no longer serves, and not before", () => {
    const names = (estate: typeof local) => guardrailsOf(estate).map(({ name }) => name);
    expect(names(local)).not.toContain("drain");
    expect(names(draining)).toContain("drain");
    expect(names({ ...local, enclave: { ...local.enclave, phase: "retired" } })).toContain("drain");
  });

  it("are the same for the same estate", () => expect(guardrailsOf(local)).toEqual(guardrailsOf(local)));
});

describe("dayAfter", () => {
  it.each([
    ["2027-09-30", "2027-10-01"],
    ["2028-02-28", "2028-02-29"],
    ["2027-12-31", "2028-01-01"],
  ])("of %s is %s", (day, next) => expect(dayAfter(day)).toBe(next));
});
