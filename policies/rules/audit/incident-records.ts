import { MONITOR, monitorPlace } from "../../../config/places";
import { evaluate } from "../../access/evaluate";
import { declaredPlaces, judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { worldOf } from "../estate-world";
import { heldPolicies } from "../identity/held-policies";
import { inAccount, stackAt } from "../in-account";
import { keptFor } from "./archive";
import { atLeastOne } from "./counted";
import { ALARMS, alertKinds } from "./events/alert-kinds";
import { EventRule } from "./events/rule";
import { functionAlarm } from "./function-alarm";
import { incidentFunction } from "./monitor-permissions";

/** Kinds of alert that no ordinary day has. */
const OPENING = [
  ALARMS,
  "tampering with the trail",
  "the end of recording configurations",
  "the end of looking for threats",
  "use of the root user",
  "drift from what is declared",
  "findings of threats",
];

export const incidentRecords: WholeEstate = {
  kind: "whole",
  id: "AUD-025",
  title: "A grave alert opens an incident that the archive keeps, and every hour the open ones are looked at",
  severity: "high",
  controls: ["D36"],
  rationale:
    "A controller has 72 hours from having become aware of a breach. A time that nobody wrote down cannot be proved, and one that nobody watches runs out.",
  remediation:
    "Build the MonitorStack, whose IncidentRecords hears of each kind of alert; set none of its rules aside.",
  sources: ["https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  construct: "audit/incident-records",

  check(context) {
    if (!judgedPlaces(context).some(({ stack }) => stack === MONITOR)) {
      return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
    }
    const name = incidentFunction(context);
    const lambda = ofMonitor(context, "aws_lambda_function").find(
      (candidate) => candidate.value("function_name").is(name) === "yes",
    );
    if (!lambda) return [fail(stackAt(MONITOR), "no function", name)];
    if (lambda.exists !== "yes") return [undecided(lambda.root.at, "an expression decides whether it exists", name)];
    return [
      ...OPENING.map((title) => isOpened(title, lambda, context)),
      areLookedAt(lambda, context),
      maySay(lambda, context),
      functionAlarm(lambda, "Errors", "GreaterThanOrEqualToThreshold", context),
      functionAlarm(lambda, "Invocations", "LessThanThreshold", context),
    ];
  },
};

const ofMonitor = (context: Context, type: string) => inAccount(context, monitorPlace(context.estate), type);

/** A rule of the monitor's bus hears of it, wherever it happens, and calls the function, which lets it. */
function isOpened(title: string, lambda: Resource, context: Context): Verdict {
  const kinds = declaredPlaces(context.estate).flatMap((place) =>
    alertKinds(place).filter((kind) => kind.title === title),
  );
  const events = kinds.flatMap((kind) => kind.events.map((event) => [kind, event] as const));
  const concerned = ofMonitor(context, "aws_cloudwatch_event_rule").filter(
    (rule) => calls(rule, lambda) && events.some(([, event]) => EventRule.of(rule).concerns(event) > 0),
  );
  return atLeastOne(concerned, stackAt(MONITOR), `a rule that opens an incident on ${title}`, (resource) => {
    const rule = EventRule.of(resource);
    return all(
      pass(resource.root.at),
      resource
        .value("event_bus_name")
        .mustReferTo(
          "the monitor's bus",
          ["aws_cloudwatch_event_bus"],
          (bus) => bus.attribute("arn") === busOf(context),
        ),
      ...events.map(([kind, event]) => rule.hears(kind, event)),
      isLetIn(resource, lambda, context),
    );
  });
}

const busOf = (context: Context) => keptFor(context)[0]!.sinks.alertBusArn;

function calls(rule: Resource, lambda: Resource): boolean {
  return rule.companions("aws_cloudwatch_event_target", "rule").some((target) => {
    const named = target.value("arn").target(lambda.type);
    return named.kind === "resource" && named.resource === lambda;
  });
}

function isLetIn(rule: Resource, lambda: Resource, context: Context): Verdict {
  const permissions = ofMonitor(context, "aws_lambda_permission").filter((permission) => {
    const named = permission.value("source_arn").target(rule.type);
    return named.kind !== "resource" || named.resource === rule;
  });
  return atLeastOne(permissions, rule.root.at, `a permission for ${rule.address} to call the function`, (permission) =>
    all(
      permission.value("function_name").mustReferTo("the function", [lambda.type], (found) => found === lambda),
      permission.value("source_arn").mustReferTo("the rule", [rule.type], (found) => found === rule),
      permission.value("principal").mustBe("events.amazonaws.com"),
      permission.value("action").mustBe("lambda:InvokeFunction"),
    ),
  );
}

function areLookedAt(lambda: Resource, context: Context): Verdict {
  const schedules = ofMonitor(context, "aws_scheduler_schedule").filter(
    (schedule) => schedule.value("target[0].input").is("{}") !== "no",
  );
  return atLeastOne(schedules, stackAt(MONITOR), "a look every hour at the incidents that are open", (schedule) =>
    all(
      schedule.value("target[0].input").mustBe("{}"),
      schedule.value("target[0].arn").mustReferTo("the function", [lambda.type], (found) => found === lambda),
      schedule.value("schedule_expression").mustBe("rate(1 hour)"),
      schedule.value("state").mustNotBe("DISABLED"),
      schedule.value("end_date").mustBeAbsent("no end"),
    ),
  );
}

/** The function can keep an incident in every archive, and tell of it. */
function maySay(lambda: Resource, context: Context): Verdict {
  const role = lambda.value("role").target("aws_iam_role");
  const { at, legible } = lambda.value("role");
  if (role.kind !== "resource") return undecided(at, legible, "a role of this output");
  const { written, unread } = heldPolicies(role.resource, context);
  const identity = written.map(({ document }) => document);
  const principal = { kind: "role", arn: String(role.resource.attribute("arn")) } as const;
  const told = { "events:source": ["clover.incident"] };
  const needed = [
    ...keptFor(context).map(({ sinks }) => ["s3:PutObject", `${sinks.archiveBucketArn}/incidents/x`, {}] as const),
    ["events:PutEvents", busOf(context), told] as const,
  ];
  const verdicts = needed.map(([action, resource, asked]): Verdict => {
    const request = { principal, action, resource, context: asked };
    const { decision } = evaluate(request, { identity, world: worldOf(context.estate, lambda.account) });
    const expected = `a grant of ${action} on ${resource}`;
    if (decision === "allowed") return pass(at);
    if (decision === "unknown" || unread.length > 0) return undecided(at, "perhaps a grant", expected);
    return fail(at, "none", expected);
  });
  return all(pass(at), ...verdicts);
}
