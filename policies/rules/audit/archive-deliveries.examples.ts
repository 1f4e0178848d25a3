import type { Examples } from "../../examples";
import { bucketWith, monitorWith, SAMPLE } from "./example-archive";
import { archiveUnder, archiveWith, changed, denial } from "./example-archive-policy";

const ARN = `arn:aws:s3:::${SAMPLE.archive}`;
const HEADER = "s3:x-amz-server-side-encryption";

export const archiveDeliveriesExamples: Examples = {
  policy: "AUD-013",
  pass: {
    "each producer may deliver for its account": archiveWith(),
    "a wrong key is denied where one is named": archiveWith({
      wrongKey: denial("s3:PutObject", {
        Null: { [`${HEADER}-aws-kms-key-id`]: "false" },
        StringNotEquals: { [`${HEADER}-aws-kms-key-id`]: SAMPLE.key },
      }),
    }),
  },
  fail: {
    "the bucket has no policy": monitorWith(bucketWith(SAMPLE.archive, {})),
    "a producer is let in by no statement": archiveWith({ "guardduty.amazonaws.com": undefined }),
    "a producer may not look at the bucket": archiveWith({ "cloudtrail.amazonaws.comLook": undefined }),
    "uploads without a header are denied, as log delivery's are": archiveWith({
      wrongKey: denial("s3:PutObject", { StringNotEquals: { [HEADER]: "aws:kms" } }),
    }),
    "an ACL is demanded, which flow logs do not send": archiveWith(
      changed("delivery.logs.amazonaws.com", {
        Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
      }),
    ),
    "the trail that is let in is another": archiveWith(
      changed("cloudtrail.amazonaws.com", {
        Condition: { StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:200000000002:trail/other" } },
      }),
    ),
    "the prefix is not where services write": archiveWith(
      changed("cloudtrail.amazonaws.com", { Resource: `${ARN}/AWSLogs/200000000002/*` }),
    ),
    "findings are let in under the stack's prefix, which GuardDuty's destination does not name": archiveWith(
      changed("guardduty.amazonaws.com", { Resource: `${ARN}/dublin/*` }),
    ),
    "GuardDuty cannot try whether it may write": archiveWith(
      changed("guardduty.amazonaws.com", { Resource: `${ARN}/AWSLogs/200000000002/*` }),
    ),
  },
  undecided: {
    "the policy comes from a variable": archiveUnder("${var.policy}"),
    "a denial turns on what services send without saying so": archiveWith({
      more: denial("s3:PutObject", { StringLike: { "aws:UserAgent": "*" } }),
    }),
    "a condition key is not known here": archiveWith(
      changed("guardduty.amazonaws.com", { Condition: { StringEquals: { "guardduty:unheard": "of" } } }),
    ),
  },
  notApplicable: {
    "the bucket is none of the monitor's": monitorWith({ aws_s3_bucket: { other: { bucket: "other" } } }),
  },
};
