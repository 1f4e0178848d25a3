import type { Finding } from "../../policies/finding";
import { fingerprintOf } from "../../policies/fingerprint";
import type { Report } from "../../policies/report";

const policy = {
  id: "ENC-003",
  title: "A bucket has its own key",
  severity: "critical",
  controls: ["B12"],
  rationale: "Whoever controls the key controls the data.",
  remediation: "Build it with EncryptedBucket.",
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"],
} as const;

export const FAILED: Finding = {
  policy: "ENC-003",
  outcome: "fail",
  severity: "critical",
  stack: "dublin",
  address: "aws_s3_bucket.data",
  constructPath: "dublin/user-data/bucket",
  jsonPath: "rule[0]",
  actual: "AES256 | <b>",
  expected: "aws:kms",
  message: "A bucket has its own key: there is AES256, expected aws:kms",
  remediation: "Build it with EncryptedBucket.",
};

export const LEAK: Finding = {
  ...FAILED,
  policy: "RES-001",
  address: "aws_s3_bucket_policy.data",
  verdict: "leaves",
  witness: [
    {
      stack: "dublin",
      address: "aws_s3_bucket_policy.data",
      jsonPath: "policy",
      mechanism: "bucket policy",
      from: "dublin (IE)",
      to: "account 777777777777",
    },
  ],
};

/** A report as `check` makes it, with what differs. */
export function sampleReport(differs: Partial<Report> = {}): Report {
  const findings = differs.findings ?? [FAILED, { ...FAILED, stack: "norway" }, LEAK];
  const waived = differs.waived?.length ?? 0;
  const counts = { pass: 7, fail: findings.length, undecided: 0, notApplicable: 1, waived };
  return {
    estate: "local",
    today: "2026-11-24",
    summary: { stacks: 2, resources: 9, policies: 2, ...counts },
    findings,
    waived: [],
    policies: [
      { policy, counts },
      { policy: { ...policy, id: "RES-001", title: "Nothing leaves" }, counts },
    ],
    places: [],
    channels: [],
    notes: ["Stand-in: norway is in eu-north-1, so its data is in SE and not in NO."],
    files: { dublin: "cdktf.out/stacks/dublin/cdk.tf.json", norway: "cdktf.out/stacks/norway/cdk.tf.json" },
    ...differs,
  };
}

export const WAIVED = {
  waiver: {
    policy: "ENC-003",
    address: "aws_s3_bucket.data",
    finding: fingerprintOf(FAILED),
    reason: "Holds nothing but public pictures",
    owner: "web@example.org",
    expires: "2027-01-31",
  },
  finding: FAILED,
};
