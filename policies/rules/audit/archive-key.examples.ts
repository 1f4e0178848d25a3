import type { Examples } from "../../examples";
import { monitorWith, SAMPLE } from "./example-archive";

const TRAIL = "arn:aws:cloudtrail:eu-west-1:200000000002:trail/clover-local-dublin-audit";
const ofAccount = { StringEquals: { "aws:SourceAccount": "200000000002" } };
const use = (Service: string, Action: readonly string[], Condition: object) => ({
  [Service]: { Effect: "Allow", Principal: { Service }, Action, Resource: "*", Condition },
});
const statements = {
  ...use("cloudtrail.amazonaws.com", ["kms:GenerateDataKey*", "kms:Decrypt"], {
    StringEquals: { "aws:SourceArn": TRAIL },
  }),
  ...use("delivery.logs.amazonaws.com", ["kms:GenerateDataKey*", "kms:Decrypt"], ofAccount),
  ...use("config.amazonaws.com", ["kms:GenerateDataKey", "kms:Decrypt"], ofAccount),
  ...use("guardduty.amazonaws.com", ["kms:GenerateDataKey"], ofAccount),
};
const handedOver = {
  lifecycle: { postcondition: [{ condition: `\${self.arn == "${SAMPLE.key}"}`, error_message: "another key" }] },
};
const key = (changes: Readonly<Record<string, object | undefined>> = {}) => {
  const Statement = Object.values({ ...statements, ...changes }).filter(Boolean);
  return keyUnder(JSON.stringify({ Version: "2012-10-17", Statement }));
};
const keyUnder = (policy: string | null) => monitorWith({ aws_kms_key: { dublin: { ...handedOver, policy } } });
const decrypt = (AWS: string, Condition: object = {}) =>
  key({ more: { Effect: "Allow", Principal: { AWS }, Action: "kms:Decrypt", Resource: "*", Condition } });

export const archiveKeyExamples: Examples = {
  policy: "AUD-015",
  pass: {
    "producers encrypt for their account": key(),
    "principals of the monitor's account decrypt": decrypt("*", {
      StringEquals: { "kms:CallerAccount": "900000000009" },
    }),
  },
  fail: {
    "there is no policy, and AWS's own lets no producer in": keyUnder(null),
    "a producer cannot encrypt": key({ "guardduty.amazonaws.com": undefined }),
    "a producer cannot use the bucket's key": key(use("config.amazonaws.com", ["kms:GenerateDataKey"], ofAccount)),
    "the trail that may encrypt is another": key(
      use("cloudtrail.amazonaws.com", ["kms:*"], { StringEquals: { "aws:SourceArn": `${TRAIL}-2` } }),
    ),
    "a service encrypts for anybody": key(use("guardduty.amazonaws.com", ["kms:GenerateDataKey"], {})),
    "the operator's account decrypts": decrypt("arn:aws:iam::200000000002:root"),
    "the operator's organization decrypts": decrypt("*", {
      StringEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" },
    }),
    "everybody decrypts through S3": decrypt("*", {
      StringEquals: { "kms:ViaService": "s3.eu-west-2.amazonaws.com" },
    }),
  },
  undecided: {
    "the policy comes from a variable": keyUnder("${var.policy}"),
    "a denial turns on a context of encryption": key({
      more: {
        Effect: "Deny",
        Principal: "*",
        Action: "kms:GenerateDataKey*",
        Resource: "*",
        Condition: { StringLike: { "kms:EncryptionContext:aws:s3:arn": "*" } },
      },
    }),
    "who decrypts comes from a variable": decrypt("${var.reader}"),
  },
  notApplicable: {
    "the key is none of an archive": monitorWith({ aws_kms_key: { other: {} } }),
  },
};
