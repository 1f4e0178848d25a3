import type { Output } from "../policies/mutations/mutation";
import { review } from "../../review/review";
import { declaredEstate, TODAY } from "../support/estates";
import { bareSideOf } from "./versions";

const estate = declaredEstate("local");
type Block = Readonly<Record<string, unknown>>;

/** What is told of one setting of a resource that has it so, and then so. */
function told(type: string, path: string, before: Block, after: Block) {
  const having = (block: Block) => (output: Output) => output.add("dublin", type, "one", { ...block });
  const { entries } = review(bareSideOf(estate, having(before)), bareSideOf(estate, having(after)), TODAY);
  return entries.filter((entry) => entry.path === path).map(({ verdict }) => verdict);
}

const selector = (...values: string[]) => ({
  name: values.join(),
  field_selector: [{ field: "eventCategory", equals: values }],
});

describe("a setting says the same", () => {
  it.each<[string, string, Block, Block]>([
    ["aws_lambda_function", "timeout", { timeout: 3 }, {}],
    ["aws_lambda_function", "reserved_concurrent_executions", {}, { reserved_concurrent_executions: -1 }],
    ["aws_cloudwatch_event_target", "input_path", { input_path: "$" }, {}],
    ["aws_cloudwatch_event_target", "input", { input: '{"a":1,"b":2}' }, { input: '{ "b": 2.0, "a": 1 }' }],
    [
      "aws_backup_plan",
      "rule.schedule",
      { rule: { schedule: "rate(60 minutes)" } },
      { rule: { schedule: "rate(1 hour)" } },
    ],
    ["aws_cloudwatch_metric_alarm", "threshold", { threshold: 1 }, { threshold: "1.0" }],
    ["aws_vpc_security_group_egress_rule", "cidr_ipv4", { cidr_ipv4: "10.1.0.0/8" }, { cidr_ipv4: "10.0.0.0/8" }],
  ])("of %s: %s", (type, path, before, after) => {
    expect(told(type, path, before, after)).toEqual([]);
  });
});

it("a key that is only called otherwise is the one that its name stood for", () => {
  const having = (key: string) => (output: Output) => {
    output.add("dublin", "aws_kms_key", key, { description: "of one" });
    output.add("dublin", "aws_kms_alias", "one", { name: "alias/one", target_key_id: `\${aws_kms_key.${key}.id}` });
  };
  const { entries } = review(bareSideOf(estate, having("one")), bareSideOf(estate, having("two")), TODAY);
  expect(entries.filter(({ path }) => path === "target_key_id")).toEqual([]);
});

describe("what matches events is another", () => {
  it.each([
    ["where a number became a text", '{"detail":{"severity":[8]}}', '{"detail":{"severity":["8"]}}'],
    ["where only nothing matches", "{}", '{"detail":[null]}'],
    ["where only an empty text matches", "{}", '{"source":[""]}'],
  ])("%s", (_title, before, after) => {
    const having = (event_pattern: string) => (output: Output) =>
      output.add("dublin", "aws_cloudwatch_event_rule", "one", { name: "one", event_pattern });
    const { entries } = review(bareSideOf(estate, having(before)), bareSideOf(estate, having(after)), TODAY);
    expect(entries).not.toEqual([]);
  });
});

describe("a setting protects more", () => {
  it.each<[string, string, Block, Block]>([
    ["aws_cloudwatch_event_target", "input", { rule: "one", input: "{}" }, { rule: "one" }],
    ["aws_scheduler_schedule", "start_date", { start_date: "2030-01-01T00:00:00Z" }, {}],
  ])("where any other value than none is weaker: %s %s", (type, path, before, after) => {
    expect(told(type, path, before, after)).toEqual(["stronger"]);
  });

  it("but not where none is the weakest", () => {
    const [before, after] = [{ rule_group: { rules_source: { rules_string: "pass" } } }, {}];
    expect(told("aws_networkfirewall_rule_group", "rule_group.rules_source.rules_string", before, after)).toEqual([
      "weaker",
    ]);
  });
});

describe("a setting protects less", () => {
  it.each<[string, string, Block, Block]>([
    ["aws_sqs_queue", "delay_seconds", { name: "one" }, { name: "one", delay_seconds: 900 }],
    ["aws_cloudwatch_event_target", "input", { rule: "one" }, { rule: "one", input: "{}" }],
    [
      "aws_cloudwatch_event_target",
      "retry_policy.maximum_retry_attempts",
      {},
      { retry_policy: { maximum_retry_attempts: 0 } },
    ],
    ["aws_lambda_function", "dead_letter_config.target_arn", { dead_letter_config: { target_arn: "arn" } }, {}],
    [
      "aws_scheduler_schedule",
      "flexible_time_window.maximum_window_in_minutes",
      {},
      { flexible_time_window: { maximum_window_in_minutes: 60 } },
    ],
    [
      "aws_config_delivery_channel",
      "snapshot_delivery_properties.delivery_frequency",
      { snapshot_delivery_properties: { delivery_frequency: "One_Hour" } },
      {},
    ],
    ["aws_cloudwatch_metric_alarm", "alarm_actions", { alarm_actions: ["a", "b"] }, { alarm_actions: ["a"] }],
    ["aws_vpc_endpoint", "security_group_ids", { security_group_ids: ["a"] }, { security_group_ids: ["a", "b"] }],
    ["aws_iam_role", "permissions_boundary", { permissions_boundary: "arn" }, {}],
    ["aws_organizations_account", "email", { email: "a@example.org" }, { email: "b@example.org" }],
    ["aws_kms_alias", "target_key_id", { target_key_id: "a" }, { target_key_id: "b" }],
    ["aws_dynamodb_table", "stream_enabled", {}, { stream_enabled: true }],
    [
      "aws_cloudtrail",
      "advanced_event_selector",
      { advanced_event_selector: [selector("Data"), selector("Management")] },
      { advanced_event_selector: [selector("Management")] },
    ],
  ])("of %s: %s", (type, path, before, after) => {
    expect(told(type, path, before, after)).toEqual(["weaker"]);
  });

  it("not where a trail records more", () => {
    const [before, after] = [
      { advanced_event_selector: [selector("Data")] },
      { advanced_event_selector: [selector("Management"), selector("Data")] },
    ];
    expect(told("aws_cloudtrail", "advanced_event_selector", before, after)).toEqual(["stronger"]);
  });
});
