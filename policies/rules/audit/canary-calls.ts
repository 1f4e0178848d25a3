import type { Canary } from "../../../config/names";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, type Verdict } from "../../verdict";
import { inAccount, stackAt } from "../in-account";
import { CALLS, type Call } from "./canary-records";
import { atLeastOne } from "./counted";
import { goesOn } from "./schedule";
import type { Need } from "../identity/role-needs";

/** What is to be denied is denied without a grant too. */
const NEEDS: Readonly<Record<Call, readonly Need[]>> = {
  allowed: [{ actions: ["kms:GenerateRandom"], resource: "*" }],
  denied: [],
};

/** Passes when a schedule makes a canary's call in the canary's role every hour, or more often. */
export function isMade(call: Call, role: Resource, one: Canary, context: Context): Verdict {
  const target = `arn:${one.partition}:scheduler:::aws-sdk:kms:${CALLS[call][0]!.toLowerCase()}${CALLS[call].slice(1)}`;
  const schedules = inAccount(context, one, "aws_scheduler_schedule").filter(
    (schedule) => schedule.value("target[0].arn").is(target) !== "no",
  );
  return atLeastOne(schedules, stackAt(one.stack), `a call every hour that is ${call}`, (schedule) =>
    all(
      schedule.value("target[0].arn").mustBe(target),
      schedule.value("target[0].role_arn").mustReferTo("the canary's role", [role.type], (found) => found === role),
      schedule.value("schedule_expression").mustBe("rate(1 hour)", "rate(30 minutes)", "rate(15 minutes)"),
      goesOn(schedule, NEEDS[call], context),
    ),
  );
}
