import type { Waiver } from "./waiver";

const WAIVER: Waiver = {
  policy: "STO-009",
  stack: "dublin",
  address: "aws_cloudwatch_log_group.short-lived",
  finding: "5d0c1f7b92e4a836",
  reason: "Holds counters of a load test and nothing of a person's",
  owner: "platform@example.org",
  expires: "2027-01-31",
};

/** Waivers of the finding 5d0c1f7b92e4a836 of STO-009 on that log group, and what became of them on 2026-11-24. */
export const WAIVER_EXAMPLES: Readonly<Record<"pass" | "fail", Readonly<Record<string, Waiver>>>> = {
  pass: { "it covers a finding and its day has not passed": WAIVER },
  fail: {
    "its day has passed": { ...WAIVER, expires: "2026-11-23" },
    "it names a pattern": { ...WAIVER, address: "aws_cloudwatch_log_group.*" },
    "what is found there has become something else": { ...WAIVER, finding: "a1b2c3d4e5f60718" },
    "nothing that was found needs it": { ...WAIVER, address: "aws_cloudwatch_log_group.removed" },
  },
};
