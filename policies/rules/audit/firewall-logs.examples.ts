import type { Examples } from "../../examples";

const firewall = { aws_networkfirewall_firewall: { gateway: { name: "gateway" } } };
const to = (log_type: string, changes: object = {}) => ({
  log_type,
  log_destination_type: "S3",
  log_destination: { bucketName: "clover-local-monitor-dublin-archive-900000000009", prefix: "dublin" },
  ...changes,
});
const logging = (log_destination_config: unknown, more: object = {}) => ({
  ...firewall,
  aws_networkfirewall_logging_configuration: {
    gateway: {
      firewall_arn: "${aws_networkfirewall_firewall.gateway.arn}",
      logging_configuration: { log_destination_config },
      ...more,
    },
  },
});

export const firewallLogsExamples: Examples = {
  policy: "AUD-007",
  pass: {
    "alerts and flows go to the stack's archive": logging([to("ALERT"), to("FLOW")]),
  },
  fail: {
    "nothing is logged": firewall,
    "flows are left out": logging([to("ALERT")]),
    "alerts are left out": logging([to("FLOW")]),
    "alerts go to a log group": logging([
      to("ALERT", { log_destination_type: "CloudWatchLogs", log_destination: { logGroup: "alerts" } }),
      to("FLOW"),
    ]),
    "flows go to another bucket": logging([
      to("ALERT"),
      to("FLOW", { log_destination: { bucketName: "elsewhere", prefix: "dublin" } }),
    ]),
    "flows go under no prefix": logging([
      to("ALERT"),
      to("FLOW", { log_destination: { bucketName: "clover-local-monitor-dublin-archive-900000000009" } }),
    ]),
    "no archive is declared for the stack": {
      stacks: { stranger: { resource: logging([to("ALERT"), to("FLOW")]) } },
    },
  },
  undecided: {
    "a variable says where they go": logging("${var.destinations}"),
    "an expression decides whether they are logged": logging([to("ALERT"), to("FLOW")], { count: "${var.logging}" }),
  },
};
