import { regionsOf } from "../../../config/geography";
import { MONITOR, monitorPlace } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { keptFor, type Kept } from "./archive";
import { throughService } from "../through-service";
import { arrivalsAreTold } from "./arrivals-told";
import { atLeastOne } from "./counted";
import { reachesQueue } from "./event-queue";
import { ANYTHING, type EventKind } from "./events/event";
import { EventRule } from "./events/rule";
import { mayBeOnDefaultBus } from "./forwarding-target";
import { functionAlarms } from "./function-alarm";
import { callsOf, isCalled } from "./function-call";
import { mayDo, type Needed } from "./incident-permissions";
import { trailAlertFunction } from "./monitor-permissions";

export const trailAlerts: WholeEstate = {
  kind: "whole",
  id: "AUD-028",
  title: "The monitor tells within minutes what a trail records in regions where its account has no rules",
  severity: "high",
  controls: ["D36", "E41", "E42"],
  rationale:
    "IAM, Organizations and most sign-ins are recorded in the partition's first region, where nothing of the estate runs and nobody listens: a guardrail that is detached, or root that signs in, would be found when somebody reads the records.",
  remediation: "Build the MonitorStack, whose TrailAlerts hears of each archive; set none of its rules aside.",
  sources: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html",
  ],
  construct: "audit/trail-alerts",

  check(context) {
    if (!judgedPlaces(context).some(({ stack }) => stack === MONITOR)) {
      return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
    }
    const name = trailAlertFunction(context);
    const lambda = ofMonitor(context, "aws_lambda_function").find(
      (candidate) => candidate.value("function_name").is(name) === "yes",
    );
    if (!lambda) return [fail(stackAt(MONITOR), "no function", name)];
    if (lambda.exists !== "yes") return [undecided(lambda.root.at, "an expression decides whether it exists", name)];
    return [
      ...keptFor(context).map((kept) => isTold(kept, lambda, context)),
      mayDo(lambda, context, neededFor(context)),
      ...functionAlarms(lambda, context),
    ];
  },
};

/** Of each region but the account's own, of which its own rules tell: twice is an alert that nobody believes. */
function isTold(kept: Kept, lambda: Resource, context: Context): Verdict {
  const { stack, partition, region: home } = kept.source;
  const others = regionsOf(partition).filter((region) => region !== home);
  const arrivals = others.map((region) => arrival(kept, region));
  if (arrivals.length === 0) return pass(stackAt(MONITOR));
  const title = `what the trail of ${stack} records elsewhere than in ${home}`;
  const rules = ofMonitor(context, "aws_cloudwatch_event_rule")
    .filter((rule) => mayBeOnDefaultBus(rule) && callsOf(rule, lambda).length > 0)
    .filter((rule) => arrivals.some((event) => EventRule.of(rule).concerns(event) > 0));
  return all(
    arrivalsAreTold(kept.sinks.archiveBucket, title, context),
    atLeastOne(rules, stackAt(MONITOR), `a rule that hears of ${title}`, (rule) =>
      all(
        EventRule.of(rule).isDeafTo(`what it records in ${home}`, arrival(kept, home)),
        ...arrivals.map((event) => EventRule.of(rule).hears({ title, events: [], readsToo: false }, event)),
        isCalled(rule, lambda, context, (target) =>
          reachesQueue(target.value("dead_letter_config[0].arn"), rule, context),
        ),
      ),
    ),
  );
}

/** A file of a trail, as S3 tells of it. */
function arrival({ source, sinks }: Kept, region: string): EventKind {
  const { stack, account } = source;
  const key = `${stack}/AWSLogs/${account}/CloudTrail/${region}/2026/11/24/${account}_CloudTrail_${region}_20261124T1000Z_1.json.gz`;
  return {
    version: "0",
    source: "aws.s3",
    "detail-type": "Object Created",
    account: ANYTHING,
    detail: { bucket: { name: sinks.archiveBucket }, object: { key, size: ANYTHING }, reason: ANYTHING },
  };
}

function neededFor(context: Context): readonly Needed[] {
  const through = { "kms:ViaService": [throughService("s3", monitorPlace(context.estate))] };
  return [
    ...keptFor(context).flatMap(({ source: { stack, account }, sinks }): readonly Needed[] => [
      ["s3:GetObject", `${sinks.archiveBucketArn}/${stack}/AWSLogs/${account}/CloudTrail/x`, {}],
      ["kms:Decrypt", sinks.keyArn, through],
    ]),
    ["events:PutEvents", keptFor(context)[0]!.sinks.alertBusArn, { "events:source": ["clover.trail"] }],
  ];
}
