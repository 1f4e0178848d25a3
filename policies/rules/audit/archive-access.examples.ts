import type { Examples } from "../../examples";
import { bucketWith, monitorWith, SAMPLE } from "./example-archive";
import { archiveUnder, archiveWith, changed } from "./example-archive-policy";

const ARN = `arn:aws:s3:::${SAMPLE.archive}`;
const allow = (Principal: unknown, Action: string, Condition?: object) => ({
  more: { Effect: "Allow", Principal, Action, Resource: [ARN, `${ARN}/*`], ...(Condition ? { Condition } : {}) },
});

export const archiveAccessExamples: Examples = {
  policy: "AUD-014",
  pass: {
    "its own account's producers write, and nobody else does anything": archiveWith(),
    "what changes the bucket is named by what it begins with": archiveWith(
      changed("changes", {
        NotAction: undefined,
        Action: ["s3:A*", "s3:Create*", "s3:Delete*", "s3:P*", "s3:Tag*", "s3:U*"],
      }),
    ),
  },
  fail: {
    "the bucket has no policy": monitorWith(bucketWith(SAMPLE.archive, {})),
    "a service delivers for anybody": archiveWith(changed("delivery.logs.amazonaws.com", { Condition: {} })),
    "a service delivers for another account too": archiveWith(
      changed("guardduty.amazonaws.com", {
        Condition: { StringEquals: { "aws:SourceAccount": ["200000000002", "400000000004"] } },
      }),
    ),
    "GuardDuty, which writes under every name, delivers for anybody": archiveWith(
      changed("guardduty.amazonaws.com", { Condition: {} }),
    ),
    "a service writes under every prefix": archiveWith(changed("cloudtrail.amazonaws.com", { Resource: `${ARN}/*` })),
    "a service writes under another account's prefix": archiveWith(
      changed("cloudtrail.amazonaws.com", { Resource: `${ARN}/dublin/AWSLogs/*` }),
    ),
    "a producer may read what it delivered": archiveWith(
      changed("delivery.logs.amazonaws.com", { Action: ["s3:PutObject", "s3:GetObject"] }),
    ),
    "the operator lists what is there": archiveWith(allow({ AWS: "200000000002" }, "s3:ListBucket")),
    "the operator's organization looks": archiveWith(
      allow("*", "s3:GetBucketPolicy", { StringEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" } }),
    ),
    "everybody but one account writes": archiveWith({
      more: { Effect: "Allow", NotPrincipal: { AWS: "200000000002" }, Action: "s3:PutObject", Resource: `${ARN}/*` },
    }),
    "reads by others are not denied": archiveWith({ reads: undefined }),
    "deletions are not denied": archiveWith({ deletions: undefined }),
    "the denial of deletions never holds": archiveWith(
      changed("deletions", { Condition: { StringEquals: { "aws:PrincipalAccount": "none" } } }),
    ),
    "deletions are denied to all but one role": archiveWith(
      changed("deletions", { Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::900000000009:role/a" } } }),
    ),
    "another role may change the policy": archiveWith(
      changed("changes", {
        Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::900000000009:role/monitor-deploy*" } },
      }),
    ),
    "other roles may end the events of what arrives, and list every key elsewhere": archiveWith(
      changed("changes", {
        NotAction: undefined,
        Action: ["s3:DeleteBucketPolicy", "s3:PutBucketPolicy", "s3:Put*Configuration", "s3:PutBucketVersioning"],
      }),
    ),
    "other roles may put tags on the bucket": archiveWith(
      changed("changes", { NotAction: ["s3:Get*", "s3:List*", "s3:*Tag*"] }),
    ),
    "changes of objects alone are denied": archiveWith(changed("changes", { Resource: `${ARN}/*` })),
    "clear text is not denied": archiveWith({ insecure: undefined }),
  },
  undecided: {
    "the policy comes from a variable": archiveUnder("${var.policy}"),
    "whom a statement lets in comes from a variable": archiveWith(allow({ AWS: "${var.reader}" }, "s3:GetObject")),
    "there are two policies, of which one wins": monitorWith({
      ...bucketWith(SAMPLE.archive, { aws_s3_bucket_policy: { policy: "{}" } }, { policy: "{}" }),
    }),
  },
  notApplicable: {
    "the bucket is none of the monitor's": monitorWith({ aws_s3_bucket: { other: { bucket: "other" } } }),
  },
};
