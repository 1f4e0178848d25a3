import type { Examples } from "../../examples";

const target = (arn: string) => ({ aws_cloudwatch_event_target: { t: { rule: "r", arn } } });
const MONITOR = "arn:aws:events:eu-west-2:900000000009:event-bus/clover-local-monitor-alerts";

export const staysInRegionExamples: Examples = {
  policy: "REG-002",
  pass: {
    "it names no region": { aws_sqs_queue: { work: { name: "work" } } },
    "it names its own": target("arn:aws:sqs:eu-west-1:200000000002:work"),
    "the other region is the monitor's declared sink": target(MONITOR),
    "a rule listens for what is of another region": {
      aws_cloudwatch_event_rule: { r: { event_pattern: JSON.stringify({ region: ["us-east-1"] }) } },
    },
    "a region's code is a part of a name": {
      aws_sqs_queue: { work: { name: "copies-from-us-east-1", tags: { to: "us-east-1" } } },
    },
  },
  fail: {
    "the target is in another region": target("arn:aws:sqs:us-east-1:200000000002:work"),
    "it is like the declared sink, and another one": target(`${MONITOR}-2`),
    "a table has a replica elsewhere": {
      aws_dynamodb_table: { t: { name: "t", replica: [{ region_name: "us-east-1" }] } },
    },
    "a container's logs go elsewhere": {
      aws_ecs_task_definition: {
        t: { container_definitions: '[{"logConfiguration": {"options": {"awslogs-region": "us-east-1"}}}]' },
      },
    },
    "its image comes from elsewhere": {
      aws_lambda_function: { f: { image_uri: "200000000002.dkr.ecr.us-east-1.amazonaws.com/app:1" } },
    },
    "the resource itself is elsewhere": { aws_sqs_queue: { work: { name: "work", region: "us-east-1" } } },
    "its provider is elsewhere": {
      stacks: {
        dublin: {
          provider: { aws: [{ alias: "far", region: "us-east-1", allowed_account_ids: ["200000000002"] }] },
          resource: { aws_sqs_queue: { work: { name: "work", provider: "aws.far" } } },
        },
      },
    },
  },
  undecided: {
    "a variable names the target": target("${var.target}"),
    "a variable is the target's region": target("arn:aws:sqs:${var.region}:200000000002:work"),
    "a variable is its own region": { aws_sqs_queue: { work: { name: "work", region: "${var.region}" } } },
  },
};
