import type { Examples } from "../../examples";

const console = (enabled?: unknown) => ({ aws_ec2_serial_console_access: { account: { enabled } } });

export const serialConsoleOffExamples: Examples = {
  policy: "ACC-005",
  pass: { "it is switched off": console(false) },
  fail: {
    "nothing is said of it": {},
    "it is on": console(true),
    "it is left to the provider, which switches it on": console(),
  },
  undecided: { "a variable decides": console("${var.console}") },
};
