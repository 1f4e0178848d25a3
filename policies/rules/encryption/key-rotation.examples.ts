import type { Examples } from "../../examples";

const key = (attributes: Readonly<Record<string, unknown>>) => ({ aws_kms_key: { data: attributes } });

export const keyRotationExamples: Examples = {
  policy: "ENC-005",
  pass: {
    "rotation is on, every year by default": key({ enable_key_rotation: true }),
    "rotation is on, every quarter": key({ enable_key_rotation: true, rotation_period_in_days: 90 }),
  },
  fail: {
    "rotation is off": key({ enable_key_rotation: false }),
    "rotation is not mentioned": key({}),
    "the period is longer than a year": key({ enable_key_rotation: true, rotation_period_in_days: 366 }),
    "the key is of a kind that AWS cannot rotate": key({
      enable_key_rotation: true,
      customer_master_key_spec: "RSA_4096",
    }),
    "the material was imported": { aws_kms_external_key: { data: {} } },
  },
  undecided: {
    "a variable decides": key({ enable_key_rotation: "${var.rotate}" }),
    "the period comes from a variable": key({ enable_key_rotation: true, rotation_period_in_days: "${var.days}" }),
  },
};
