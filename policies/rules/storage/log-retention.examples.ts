import type { Examples } from "../../examples";

const group = (retention_in_days: unknown) => ({ aws_cloudwatch_log_group: { workloads: { retention_in_days } } });

export const logRetentionExamples: Examples = {
  policy: "STO-009",
  pass: {
    "it is a year": group(365),
    "events are kept for seven years": { aws_cloudtrail_event_data_store: { events: { retention_period: 2557 } } },
  },
  fail: {
    "it is a month": group(30),
    "nobody has chosen, so that lines are kept for ever": group(undefined),
    "for ever was chosen": group(0),
  },
  undecided: {
    "it comes from a variable": group("${var.retention}"),
  },
};
