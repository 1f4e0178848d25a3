import { loadEstate } from "../../../config/load";
import type { Question } from "../../../policies/access/question";
import type { Resources } from "../../../policies/examples";
import { judgeAttached, type AttachedPolicy } from "../../../policies/rules/attached-policy";
import { worldOf } from "../../../policies/rules/estate-world";
import { sampleContext } from "../../support/sample-context";
import type { Verdict } from "../../../policies/verdict";

const TODAY = "2026-11-24";
const estate = loadEstate("local", { today: TODAY });
const PLACE = { inline: "policy", companion: { type: "aws_s3_bucket_policy", by: "bucket" } };
const READING: Question = {
  principals: [{ kind: "anonymous" }],
  actions: ["s3:GetObject"],
  resources: ["arn:aws:s3:::data/*"],
  world: worldOf(estate, "200000000002"),
};

const statement = (Effect: string, more: object = {}) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect, Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*", ...more }],
  });

function judged(resources: Resources, judge: (policy: AttachedPolicy) => Verdict): Verdict {
  const { model } = sampleContext({ aws_s3_bucket: { data: { bucket: "data" } }, ...resources }, estate, TODAY);
  return judgeAttached(model.resources("aws_s3_bucket")[0]!, PLACE, judge);
}
const withPolicy = (policy: string) => ({ aws_s3_bucket_policy: { data: { bucket: "data", policy } } });
const mustDeny = (policy: AttachedPolicy) => policy.mustDeny(READING, "a denial");
const mustNotGrant = (policy: AttachedPolicy) => policy.mustNotGrant(READING, "no grant");
const mustLeaveOpen = (policy: AttachedPolicy) => policy.mustLeaveOpen(READING, "open");

describe("a policy that is attached", () => {
  it("fails when there is none, at the resource that lacks it", () => {
    expect(judged({}, mustNotGrant)).toMatchObject({ outcome: "fail", at: { address: "aws_s3_bucket.data" } });
  });

  it("is undecided when there are several, or when it is not known", () => {
    const both = { aws_s3_bucket_policy: { a: { bucket: "data", policy: "{}" }, b: { bucket: "data", policy: "{}" } } };
    expect(judged(both, mustNotGrant).outcome).toBe("undecided");
    expect(judged(withPolicy("${var.policy}"), mustDeny).outcome).toBe("undecided");
    expect(judged(withPolicy("${var.policy}"), mustNotGrant).outcome).toBe("undecided");
  });

  it("tells the statement that grants, and a request that it lets through", () => {
    expect(judged(withPolicy(statement("Allow")), mustNotGrant)).toMatchObject({
      outcome: "fail",
      at: { address: "aws_s3_bucket_policy.data", jsonPath: "policy.Statement[0]" },
      actual: expect.stringContaining("anybody without a signature may s3:GetObject"),
    });
  });

  it("tells denials from none, and from those that leave something open", () => {
    const some = statement("Deny", { Condition: { Bool: { "aws:SecureTransport": "false" } } });
    expect(judged(withPolicy(statement("Deny")), mustDeny).outcome).toBe("pass");
    expect(judged(withPolicy(some), mustDeny).outcome).toBe("fail");
    expect(judged(withPolicy(some), mustLeaveOpen).outcome).toBe("pass");
    expect(judged(withPolicy(statement("Deny")), mustLeaveOpen).outcome).toBe("fail");
  });

  it("is undecided when a denial turns on what is only known later", () => {
    const open = statement("Deny", { Condition: { StringEquals: { "aws:UserAgent": "${var.agent}" } } });
    const all = statement("Deny", { Action: "${var.action}" });
    expect(judged(withPolicy(all), mustDeny).outcome).toBe("undecided");
    expect(judged(withPolicy(all), mustLeaveOpen).outcome).toBe("undecided");
    expect(judged(withPolicy(open), mustDeny).outcome).toBe("fail");
  });
});
