import type { Examples, Resources } from "../../examples";

type Block = Readonly<Record<string, unknown>>;

const two = (type: string, one: Block, other: Block): Resources => ({ [type]: { one, other } });
const named = (type: string, one: unknown, other: unknown) => two(type, { name: one }, { name: other });
const RULE = "aws_cloudwatch_event_rule";
const TARGET = "aws_cloudwatch_event_target";
const alerts = { rule: "alerts", target_id: "monitor" };
const forward = { role: "forwarding", name: "forward" };

export const ownThingsExamples: Examples = {
  policy: "STA-013",
  pass: {
    "two rules have names of their own": named(RULE, "alerts", "findings"),
    "one name is on two buses": two(RULE, { name: "alerts" }, { name: "alerts", event_bus_name: "own" }),
    "one name is in two regions": two(RULE, { name: "alerts" }, { name: "alerts", region: "eu-north-1" }),
    "two targets of a rule have ids that AWS chooses": two(TARGET, { rule: "alerts" }, { rule: "alerts" }),
    "two roles have a policy of one name": two("aws_iam_role_policy", forward, { ...forward, role: "other" }),
    "what a variable leaves open ends otherwise": named(RULE, "${var.prefix}-alerts", "${var.prefix}-findings"),
    "it is two keys, whatever their names": two("aws_kms_key", {}, {}),
  },
  fail: {
    "two rules have one name": named(RULE, "alerts", "alerts"),
    "the default bus is named in one of them": two(
      RULE,
      { name: "alerts" },
      { name: "alerts", event_bus_name: "arn:aws:events:eu-west-1:200000000002:event-bus/default" },
    ),
    "two targets have one id": two(TARGET, alerts, alerts),
    "two alarms have one name": two("aws_cloudwatch_metric_alarm", { alarm_name: "a" }, { alarm_name: "a" }),
    "an alarm has the name of one that is made of others": {
      aws_cloudwatch_metric_alarm: { one: { alarm_name: "a" } },
      aws_cloudwatch_composite_alarm: { other: { alarm_name: "a" } },
    },
    "two policies of a role have one name": two("aws_iam_role_policy", forward, { ...forward, name: "Forward" }),
    "a policy has the name of one that stands in its role": {
      aws_iam_role: { forwarding: { name: "forwarding", inline_policy: [{ name: "forward" }] } },
      aws_iam_role_policy: { forward },
    },
    "an account has two recorders": named("aws_config_configuration_recorder", "default", "other"),
    "a bucket has two notifications": two("aws_s3_bucket_notification", { bucket: "a" }, { bucket: "a" }),
    "two filters of a log have one name": two(
      "aws_cloudwatch_log_metric_filter",
      { log_group_name: "trail", name: "a" },
      { log_group_name: "trail", name: "a" },
    ),
    "two parameters have one name": named("aws_ssm_parameter", "/a", "/a"),
    "two topics have one name": named("aws_sns_topic", "a", "a"),
    "two stacks write one object": {
      stacks: {
        dublin: { resource: { aws_s3_object: { one: { bucket: "a", key: "k" } } } },
        norway: { resource: { aws_s3_bucket_object: { one: { bucket: "a", key: "k" } } } },
      },
    },
  },
  undecided: {
    "a variable tells a rule's name": named(RULE, "alerts", "${var.name}"),
    "a variable tells a part of it": named(RULE, "alerts", "al${var.name}"),
    "one variable tells both names": named(RULE, "${var.name}", "${var.name}"),
    "a data source tells the bucket": two(
      "aws_s3_bucket_notification",
      { bucket: "a" },
      { bucket: "${data.aws_s3_bucket.a.id}" },
    ),
    "an expression decides whether the second one is there": two(
      RULE,
      { name: "alerts" },
      { name: "alerts", count: "${var.more}" },
    ),
  },
  notApplicable: { "AWS tells it from every other one": { aws_ec2_tag: { one: { key: "a", value: "b" } } } },
};
