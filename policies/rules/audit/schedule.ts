import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { all, type Verdict } from "../../verdict";
import { throughService } from "../through-service";
import type { Need } from "../identity/role-needs";
import { worksIn } from "../identity/working-role";

/** Passes when a schedule is on, has begun, never ends, and Scheduler can do what it is for. */
export function goesOn(schedule: Resource, needs: readonly Need[], context: Context): Verdict {
  const service = "scheduler.amazonaws.com";
  return all(
    schedule.value("state").mustNotBe("DISABLED"),
    schedule.value("start_date").mustBeAbsent("no later beginning"),
    schedule.value("end_date").mustBeAbsent("no end"),
    worksIn(
      schedule.value("target[0].role_arn"),
      { service, saying: sourceOf(schedule), needs: [...needs, ...reading(schedule)] },
      context,
    ),
  );
}

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html */
function sourceOf(schedule: Resource) {
  const { account, partition, region } = schedule;
  const group = schedule.value("group_name");
  const name = group.isAbsent ? "default" : String(group.data);
  return {
    "aws:SourceAccount": [account],
    "aws:SourceArn": [`arn:${partition}:scheduler:${region}:${account}:schedule-group/${name}`],
  };
}

/** Under a key of the account Scheduler reads, in the role, what it is to do. */
function reading(schedule: Resource): readonly Need[] {
  const key = schedule.value("kms_key_arn");
  if (key.isAbsent) return [];
  const context = { "kms:ViaService": [throughService("scheduler", schedule)] };
  return [{ actions: ["kms:Decrypt"], resource: String(key.data), context }];
}
