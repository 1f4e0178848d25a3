import type { Examples } from "../../examples";
import { ACCOUNT, administration, allow, keyWith } from "./example-key";

const ROOT = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const AUDITOR = role("clover-local-dublin-auditor");
const CONFIG = role("aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig");
const ANALYZER = role("aws-service-role/access-analyzer.amazonaws.com/AWSServiceRoleForAccessAnalyzer");
const READING = [
  ...["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies"],
];
const reading = (arns: unknown, actions: readonly string[] = READING) =>
  keyWith(administration, allow(ROOT, actions, { ArnEquals: { "aws:PrincipalArn": arns } }));

export const keyAuditedExamples: Examples = {
  policy: "ENC-015",
  pass: {
    "it lets the monitor, Config and Access Analyzer read": reading([AUDITOR, CONFIG, ANALYZER]),
    "it lets its account read": keyWith(administration, allow(ROOT, READING)),
  },
  fail: {
    "it lets nobody read but its administrator": keyWith(administration),
    "it keeps the monitor's auditors out": reading([CONFIG, ANALYZER]),
    "it keeps Config out": reading([AUDITOR, ANALYZER]),
    "it keeps Access Analyzer out": reading([AUDITOR, CONFIG]),
    "it lets another account's auditor read": reading([AUDITOR.replace("dublin", "norway"), CONFIG, ANALYZER]),
    "it shows its policy, and not its grants": reading([AUDITOR, CONFIG, ANALYZER], READING.slice(0, 3)),
    "it denies what it lets them": keyWith(allow(ROOT, READING), {
      ...allow("*", "kms:GetKeyPolicy"),
      Effect: "Deny",
    }),
    "it has no policy": { aws_kms_key: { data: {} } },
  },
  undecided: {
    "whom it lets read comes from a variable": reading("${var.readers}"),
    "its policy comes from a variable": { aws_kms_key: { data: { policy: "${var.policy}" } } },
  },
  notApplicable: {
    "there is no key": { aws_sqs_queue: { one: { name: "one" } } },
  },
};
