import type { Examples } from "../../examples";

const key = (attributes: Readonly<Record<string, unknown>>) => ({ aws_kms_key: { data: attributes } });

export const keyPermanenceExamples: Examples = {
  policy: "ENC-007",
  pass: {
    "the window is thirty days": key({ deletion_window_in_days: 30 }),
    "the window is not mentioned, which is thirty days": key({}),
  },
  fail: {
    "the window is a week": key({ deletion_window_in_days: 7 }),
    "the key is disabled": key({ is_enabled: false }),
    "a policy may lock its owner out": key({ bypass_policy_lockout_safety_check: true }),
    "a key of imported material is disabled": { aws_kms_external_key: { data: { enabled: false } } },
  },
  undecided: {
    "the window comes from a variable": key({ deletion_window_in_days: "${var.window}" }),
  },
};
