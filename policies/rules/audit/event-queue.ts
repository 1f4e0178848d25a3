import { absentOr } from "../absent-or";
import { arnOf } from "../arn-of";
import type { Request } from "../../access/request";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { all, pass, type Verdict } from "../../verdict";
import { judgeAttached, type AttachedPolicy } from "../attached-policy";
import { worldOf } from "../estate-world";
import { mustNotExist } from "../in-every-stack";
import { QUEUE_POLICY } from "../queue-policy";
import { samePlace } from "../same-place";
import { KEY_POLICY } from "./key-policy";

/** Whoever looks after a long weekend must still find it. */
const LEAST_SECONDS = 4 * 24 * 60 * 60;
/** The size of the largest event, which is AWS's default for a queue's messages. */
const LARGEST_BYTES = 256 * 1024;
const TAKING = { aws_lambda_event_source_mapping: "event_source_arn", aws_pipes_pipe: "source" };
const EVENTS = "events.amazonaws.com";

/**
 * Passes when what is named is a queue of a rule's own place that takes what the rule sends: its policy admits
 * EventBridge for that rule, and so does the policy of the key that encrypts it. A refusal by either loses the event.
 *
 * @param also what else is asked of the queue's policy
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export function reachesQueue(
  named: Value,
  rule: Resource,
  { estate }: Context,
  also: (policy: AttachedPolicy, queue: Resource) => readonly Verdict[] = () => [],
): Verdict {
  const world = worldOf(estate, rule.account);
  const allows = (policy: AttachedPolicy, action: string, resource: Resource) =>
    policy.mustAllow(requestOf(rule, action, resource), world);
  return reaches(named, "a queue", "aws_sqs_queue", rule, (queue) =>
    all(
      keptForDays(queue.value("message_retention_seconds")),
      takesWhole(queue.value("max_message_size")),
      absentOr(queue.value("delay_seconds"), 0),
      ...movedOn(queue),
      ...takenBy(queue),
      reaches(queue.value("kms_master_key_id"), "a key", "aws_kms_key", rule, (key) =>
        judgeAttached(key, KEY_POLICY, (policy) =>
          all(allows(policy, "kms:GenerateDataKey", key), allows(policy, "kms:Decrypt", key)),
        ),
      ),
      judgeAttached(queue, QUEUE_POLICY, (policy) =>
        all(allows(policy, "sqs:SendMessage", queue), ...also(policy, queue)),
      ),
    ),
  );
}

function reaches(
  named: Value,
  what: string,
  type: string,
  rule: Resource,
  judge: (resource: Resource) => Verdict,
): Verdict {
  const found = named.mustReferTo(`${what} of the same account and region`, [type], (one) => samePlace(one, rule));
  const target = named.target(type);
  return target.kind === "resource" ? all(found, judge(target.resource)) : found;
}

/** Into another queue, once it was looked at so often. */
function movedOn(queue: Resource): readonly Verdict[] {
  const carriers = [queue, ...queue.companions("aws_sqs_queue_redrive_policy", "queue_url")];
  return carriers.map((carrier) => carrier.value("redrive_policy").mustBeAbsent("nothing that moves it elsewhere"));
}

/** What a service takes from a queue, it deletes there. */
function takenBy(queue: Resource): readonly Verdict[] {
  return Object.entries(TAKING).flatMap(([type, attribute]) =>
    queue
      .companions(type, attribute)
      .map((taker) => mustNotExist(taker, "nothing that takes it before somebody reads it")),
  );
}

/** AWS's default is four days. */
function keptForDays(retention: Value): Verdict {
  return retention.isAbsent ? pass(retention.at) : retention.mustBeAtLeast(LEAST_SECONDS, "seconds");
}

/** What is larger is refused, and lost. */
function takesWhole(size: Value): Verdict {
  return size.isAbsent ? pass(size.at) : size.mustBeAtLeast(LARGEST_BYTES, "bytes");
}

function requestOf(rule: Resource, action: string, resource: Resource): Request {
  const context = {
    "aws:SourceArn": [arnOf(rule)],
    "aws:SourceAccount": [rule.account],
    "aws:SecureTransport": ["true"],
  };
  return { principal: { kind: "service", service: EVENTS }, action, resource: arnOf(resource), context };
}

/** What a rule sends, as a statement's elements. */
export function sentBy(rule: Resource) {
  return {
    Principal: { Service: EVENTS },
    Action: ["sqs:SendMessage"],
    Condition: { ArnEquals: { "aws:SourceArn": arnOf(rule) } },
  };
}
