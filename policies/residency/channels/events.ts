import { DRIFT_EVENT } from "../../../config/names";
import type { Answer } from "../../answer";
import { isObject } from "../../model/data";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import { valuesAt } from "../../model/values-at";
import { along } from "../along";
import { at, type Channel, type Passage, type Surroundings } from "../channel";

const GUIDE = "https://docs.aws.amazon.com";
const DEFAULT_BUS = "default";
/** Any call to AWS that EventBridge Scheduler makes itself. */
const CALL = /^arn:[^:]+:scheduler:::aws-sdk:/;
/** Those that take nothing anywhere: KMS makes up what it answers, and nobody keeps that. */
const TAKES_NOTHING = /^arn:[^:]+:scheduler:::aws-sdk:kms:generate\w+$/;

/** Events and messages between services. */
export const events: readonly Channel[] = [
  {
    title: "EventBridge target",
    types: ["aws_cloudwatch_event_target"],
    moves: "bytes",
    what: "Events that a rule matches go to its target; events of AWS's services are telemetry, an application's are content",
    source: `${GUIDE}/eventbridge/latest/userguide/eb-cross-account.html`,
    claims: ["arn", "ecs_target.network_configuration.assign_public_ip"],
    find: targets,
  },
  along({
    title: "Dead-letter queue",
    types: ["aws_cloudwatch_event_target", "aws_cloudwatch_event_bus", "aws_lambda_function", "aws_scheduler_schedule"],
    moves: "bytes",
    carries: "audit",
    what: "What could not be delivered goes to a queue",
    source: `${GUIDE}/eventbridge/latest/userguide/eb-rule-dlq.html`,
    to: [{ in: "dead_letter_config", arn: "arn" }],
    // An undelivered event is what the target would have got; the target's own channel says whether that is content.
    unless: ({ type }) => type === "aws_lambda_function",
  }),
  along({
    title: "Dead-letter queue",
    types: ["aws_lambda_function"],
    moves: "bytes",
    what: "Events that a function could not handle go to a queue or a topic",
    source: `${GUIDE}/lambda/latest/dg/invocation-async-retain-records.html`,
    to: [{ in: "dead_letter_config", arn: "target_arn" }],
  }),
  along({
    title: "EventBridge global endpoint",
    types: ["aws_cloudwatch_event_endpoint"],
    moves: "bytes",
    what: "Events go to a bus of another region",
    source: `${GUIDE}/eventbridge/latest/userguide/eb-global-endpoints.html`,
    to: [
      { in: "event_bus", arn: "event_bus_arn" },
      { in: "routing_config.failover_config.secondary", region: "route" },
    ],
  }),
  along({
    title: "EventBridge API destination",
    types: ["aws_cloudwatch_event_api_destination"],
    moves: "bytes",
    what: "Events go to an HTTP endpoint",
    source: `${GUIDE}/eventbridge/latest/userguide/eb-api-destinations.html`,
    to: [{ url: "invocation_endpoint" }],
  }),
  along({
    title: "EventBridge permission",
    types: ["aws_cloudwatch_event_permission"],
    moves: "access",
    contributes: true,
    what: "Another account may put events on the bus",
    source: `${GUIDE}/eventbridge/latest/userguide/eb-event-bus-perms.html`,
    to: [{ principal: "principal" }],
    also: ["condition.value"],
  }),
  along({
    title: "EventBridge pipe",
    types: ["aws_pipes_pipe"],
    moves: "bytes",
    from: { source: ["aws_sqs_queue", "aws_kinesis_stream", "aws_dynamodb_table"] },
    what: "Records of a queue, stream or table go to a target",
    source: `${GUIDE}/eventbridge/latest/userguide/eb-pipes.html`,
    to: [{ arn: "target" }, { arn: "enrichment" }],
  }),
  along({
    title: "EventBridge schedule",
    types: ["aws_scheduler_schedule"],
    moves: "bytes",
    what: "A schedule's input goes to a target",
    source: `${GUIDE}/scheduler/latest/UserGuide/managing-targets.html`,
    to: [{ in: "target", arn: "arn" }],
  }),
  {
    title: "EventBridge schedule",
    types: ["aws_scheduler_schedule"],
    moves: "bytes",
    what: "A schedule's input can name where a call to AWS takes something; a call that only makes something up takes nothing",
    source: `${GUIDE}/scheduler/latest/UserGuide/managing-targets-universal.html`,
    claims: ["target.input"],
    find: scheduledCalls,
  },
  along({
    title: "S3 event notification",
    types: ["aws_s3_bucket_notification"],
    moves: "bytes",
    from: { bucket: ["aws_s3_bucket"] },
    what: "The names of objects that change go to a function, a queue or a topic",
    source: `${GUIDE}/AmazonS3/latest/userguide/EventNotifications.html`,
    to: [
      { in: "lambda_function", arn: "lambda_function_arn" },
      { in: "queue", arn: "queue_arn" },
      { in: "topic", arn: "topic_arn" },
    ],
    also: ["eventbridge"],
  }),
  along({
    title: "SNS subscription",
    types: ["aws_sns_topic_subscription"],
    moves: "bytes",
    from: { topic_arn: ["aws_sns_topic"] },
    what: "Messages of a topic go to a queue, a function, a stream, an HTTP endpoint or a person",
    source: `${GUIDE}/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html`,
    to: [{ url: "endpoint" }],
    also: ["redrive_policy"],
    unless: (resource) => (resource.value("endpoint").text ?? "").startsWith("arn:"),
  }),
  along({
    title: "SNS subscription",
    types: ["aws_sns_topic_subscription"],
    moves: "bytes",
    from: { topic_arn: ["aws_sns_topic"] },
    what: "Messages of a topic go to a queue, a function or a stream",
    source: `${GUIDE}/sns/latest/dg/sns-send-message-to-sqs-cross-account.html`,
    to: [{ arn: "endpoint" }],
    unless: (resource) => !(resource.value("endpoint").text ?? "").startsWith("arn:"),
  }),
  {
    title: "SQS redrive",
    types: ["aws_sqs_queue", "aws_sqs_queue_redrive_policy"],
    moves: "bytes",
    what: "Messages that are not handled go to a dead-letter queue of the same account and region",
    source: `${GUIDE}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html`,
    claims: ["redrive_policy"],
    find: redrive,
  },
  along({
    title: "Lambda event source",
    types: ["aws_lambda_event_source_mapping"],
    moves: "bytes",
    from: { event_source_arn: ["aws_sqs_queue", "aws_kinesis_stream", "aws_dynamodb_table"] },
    what: "Records of a queue, stream or table go to a function",
    source: `${GUIDE}/lambda/latest/dg/invocation-eventsourcemapping.html`,
    to: [{ arn: "function_name" }, { in: "destination_config.on_failure", arn: "destination_arn" }],
  }),
  along({
    title: "Lambda destination",
    types: ["aws_lambda_function_event_invoke_config"],
    moves: "bytes",
    what: "What a function returns goes to a queue, a topic, a bus or a function",
    source: `${GUIDE}/lambda/latest/dg/invocation-async-retain-records.html`,
    to: [
      { in: "destination_config.on_failure", arn: "destination" },
      { in: "destination_config.on_success", arn: "destination" },
    ],
  }),
  along({
    title: "Lambda permission",
    types: ["aws_lambda_permission", "aws_lambda_layer_version_permission"],
    moves: "access",
    what: "Another account may invoke a function, and gets what it returns",
    source: `${GUIDE}/lambda/latest/dg/access-control-resource-based.html`,
    from: { function_name: ["aws_lambda_function"] },
    to: [
      { principal: "principal" },
      { account: "source_account" },
      { principal: "organization_id" },
      { principal: "principal_org_id" },
    ],
    also: ["source_arn", "function_url_auth_type"],
  }),
];

function* targets(resource: Resource, { atlas, declared }: Surroundings): Generator<Passage> {
  const arn = resource.value("arn");
  const rule = resource.value("rule");
  const passage = { from: atlas.place(resource), to: atlas.arn(arn), at: at(arn) };
  const isForMonitor = arn.text !== undefined && arn.text === declared.sinks(resource.stack)?.alertBusArn;
  const isTelemetry = hearsOnlyOf(resource, isForMonitor ? [...SERVICES, isDrift] : SERVICES);
  if (isTelemetry === "no") yield passage;
  else if (isForMonitor) {
    yield isTelemetry === "yes"
      ? { ...passage, carries: "audit", declaredBy: "monitor" }
      : { ...passage, to: atlas.unknown(`what the rule ${rule.legible} matches`) };
  } else yield isTelemetry === "yes" ? { ...passage, carries: "audit" } : passage;
}

/** A filter on the source of events, and whether the rule is on the default bus. */
type OnlySource = (filter: unknown, isDefault: boolean) => boolean;

/** Nobody but AWS's services can use a source that begins so, but for the partners whose events come on buses of their own. */
const SERVICES: readonly OnlySource[] = [
  (filter) => typeof filter === "string" && isOfService(filter),
  (filter, isDefault) => isDefault && isObject(filter) && isOnly(filter, "prefix") && isOfService(filter["prefix"]),
];
/** Drift is not told by AWS, and goes to the monitor all the same. */
const isDrift: OnlySource = (filter, isDefault) => isDefault && filter === DRIFT_EVENT.source;

function isOfService(text: unknown): boolean {
  return typeof text === "string" && text.startsWith("aws.") && !text.startsWith("aws.partner");
}

function isOnly(filter: object, operator: string): boolean {
  return Object.keys(filter).join() === operator;
}

/** Whether a target surely gets nothing but events of these sources; unknown where its rule cannot be known. */
function hearsOnlyOf(target: Resource, sources: readonly OnlySource[]): Answer {
  const named = target.value("rule").target("aws_cloudwatch_event_rule");
  if (named.kind !== "resource") return "unknown";
  const pattern = named.resource.value("event_pattern");
  const bus = busOf(target);
  if (pattern.isUnknown || bus === undefined || busOf(named.resource) !== bus) return "unknown";
  const filters = sourcesIn(pattern.text ?? "");
  const areMeant = filters.every((filter) => sources.some((only) => only(filter, bus === DEFAULT_BUS)));
  return filters.length > 0 && areMeant ? "yes" : "no";
}

/** The bus that a rule is on; undefined when it cannot be known. */
function busOf(resource: Resource): string | undefined {
  const bus = resource.value("event_bus_name");
  return bus.isAbsent ? DEFAULT_BUS : bus.text;
}

/** What a pattern asks of the source of events; nothing where it asks nothing, or cannot be read. */
function sourcesIn(text: string): readonly unknown[] {
  try {
    const pattern: unknown = JSON.parse(text);
    const sources = isObject(pattern) ? pattern["source"] : undefined;
    return Array.isArray(sources) ? sources : [];
  } catch {
    return [];
  }
}

function* scheduledCalls(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  for (const target of valuesAt(resource, "target").flatMap((value) => value.items())) {
    const input = target.value("input");
    const arn = target.value("arn").text ?? "";
    // What any other target gets goes where that target is, which is a channel of its own.
    const isCall = hasHole(arn) || CALL.test(arn);
    if (input.isAbsent || !isCall || TAKES_NOTHING.test(arn)) continue;
    yield { from: atlas.ofResource(resource), to: atlas.unknown(`what ${input.legible} names`), at: at(input) };
  }
}

function* redrive(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  const policy = resource.value("redrive_policy");
  if (policy.isAbsent || policy.data === "") return;
  const from = atlas.ofResource(resource);
  const arn =
    typeof policy.data === "string" ? /"deadLetterTargetArn"\s*:\s*"([^"]+)"/.exec(policy.data)?.[1] : undefined;
  const named = arn === undefined ? undefined : atlas.named(arn);
  // SQS takes none of another account or region.
  const to = named
    ? atlas.ofResource(named)
    : arn === undefined
      ? atlas.unknown(policy.legible)
      : atlas.place(resource);
  yield { from, to, at: at(policy) };
}
