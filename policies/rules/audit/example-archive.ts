import { policyJson, trustJson } from "../identity/example-trust";
import type { Example, StackJson } from "../../examples";

export const SAMPLE = {
  archive: "clover-local-monitor-dublin-archive-900000000009",
  intake: "clover-local-monitor-dublin-intake-900000000009",
  key: "arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-000000000103",
} as const;

/** An estate whose monitor's stack is this. */
export function monitorWith(resource: object, more: StackJson = {}): Example {
  return { stacks: { monitor: { resource, ...more } } };
}

/** A bucket with what configures it, each by its type; a type that is undefined is left out. */
export function bucketWith(bucket: string, companions: Readonly<Record<string, object | undefined>>, own: object = {}) {
  const there = Object.entries(companions).filter(([, companion]) => companion !== undefined);
  return {
    aws_s3_bucket: { kept: { bucket, ...own } },
    ...Object.fromEntries(
      there.map(([type, companion]) => [type, { kept: { bucket: "${aws_s3_bucket.kept.bucket}", ...companion } }]),
    ),
  };
}

/** The role in which schedules call functions. */
export const scheduling = (role: object = {}, Action = "lambda:InvokeFunction") => ({
  aws_iam_role: {
    schedule: { name: "schedule", assume_role_policy: trustJson({ Service: "scheduler.amazonaws.com" }), ...role },
  },
  aws_iam_role_policy: {
    schedule: {
      role: "${aws_iam_role.schedule.name}",
      policy: policyJson({ Effect: "Allow", Action, Resource: "*" }),
    },
  },
});
export const SCHEDULER = "${aws_iam_role.schedule.arn}";

export const versioning = { versioning_configuration: { status: "Enabled" } };

export const encryption = (kms_master_key_id: string = SAMPLE.key) => ({
  rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id } }],
});

/** A key, and two queues under it that take what EventBridge sends. */
export function queues(names: readonly string[], changes: { readonly queue?: object; readonly policy?: string } = {}) {
  const Principal = { Service: "events.amazonaws.com" };
  const allow = (Action: readonly string[]) =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal, Action, Resource: "*" }] });
  const of = (block: (name: string) => Readonly<Record<string, unknown>>) =>
    Object.fromEntries(names.map((name) => [name, block(name)]));
  return {
    aws_kms_key: { platform: { policy: allow(["kms:Decrypt", "kms:GenerateDataKey"]) } },
    aws_sqs_queue: of((name) => ({ name, kms_master_key_id: "${aws_kms_key.platform.arn}", ...changes.queue })),
    aws_sqs_queue_policy: of((name) => ({
      queue_url: `\${aws_sqs_queue.${name}.url}`,
      policy: changes.policy ?? allow(["sqs:SendMessage"]),
    })),
  };
}
