import type { Examples } from "../../examples";
import { policyOf } from "../example-policy";
import { ARNS, bucketWith, deny } from "./example-bucket";

const clear = deny({ Bool: { "aws:SecureTransport": "false" } });
const old = deny({ NumericLessThan: { "s3:TlsVersion": "1.2" } });

export const bucketTransportExamples: Examples = {
  policy: "STO-001",
  pass: {
    "both are denied to everybody": bucketWith(clear, old),
    "the policy stands on the bucket itself": {
      aws_s3_bucket: { data: { bucket: "data", policy: policyOf(clear, old) } },
    },
    "TLS must be 1.3": bucketWith(clear, deny({ NumericLessThan: { "s3:TlsVersion": 1.3 } })),
  },
  fail: {
    "there is no policy": { aws_s3_bucket: { data: { bucket: "data" } } },
    "nothing is denied in clear": bucketWith(old),
    "old TLS is not denied": bucketWith(clear),
    "objects are left out": bucketWith(deny({ Bool: { "aws:SecureTransport": "false" } }, "s3:*", ARNS[0]), old),
    "some actions are left out": bucketWith(deny({ Bool: { "aws:SecureTransport": "false" } }, "s3:Get*"), old),
    "services are let through": bucketWith(
      deny({ Bool: { "aws:SecureTransport": "false", "aws:PrincipalIsAWSService": "false" } }),
      old,
    ),
    "the denial holds for one role": bucketWith(
      { ...clear, Principal: { AWS: "arn:aws:iam::200000000002:role/a" } },
      old,
    ),
  },
  undecided: {
    "the policy comes from a data source": {
      aws_s3_bucket: { data: { bucket: "data" } },
      aws_s3_bucket_policy: { data: { bucket: "data", policy: "${data.aws_iam_policy_document.data.json}" } },
    },
    "a variable decides the version": bucketWith(clear, deny({ NumericLessThan: { "s3:TlsVersion": "${var.tls}" } })),
  },
};
