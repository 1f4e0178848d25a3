import type { EachResource } from "../../policy";
import { all, type Verdict } from "../../verdict";
import { judgeAttached, type AttachedPolicy } from "../attached-policy";
import { worldOf } from "../estate-world";
import { BUCKET_POLICY, ifKept, type Kept, type KeptAs } from "./archive";
import { PRODUCERS, requestOf } from "./producers";

const ENCRYPTION = "s3:x-amz-server-side-encryption";

export const archiveDeliveries: EachResource = {
  kind: "each",
  id: "AUD-013",
  title: "Each service that delivers an account's logs can, with the headers that it sends and with none",
  severity: "high",
  controls: ["B13", "D27", "D28", "D29", "D30", "D31"],
  rationale:
    "A delivery that the policy refuses is lost without an error that anybody sees: one denial of uploads without a header, or one demand for an ACL, and the record ends.",
  remediation: "Build the archive with AuditArchive; bind its producers to their sources, and demand no header.",
  sources: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html",
  ],
  construct: "audit/producer-statements",
  types: ["aws_s3_bucket"],

  check(bucket, context) {
    return ifKept(bucket, context, (kept, into) =>
      judgeAttached(bucket, BUCKET_POLICY, (policy) => delivers(policy, into, kept)),
    );
  },
};

/** A producer may leave the encryption to the bucket, or ask for what the bucket does anyway. */
function delivers(policy: AttachedPolicy, into: KeptAs, kept: Kept): Verdict {
  const arn = kept.sinks[`${into}BucketArn`];
  const world = worldOf(kept.estate, kept.sinks.place.account);
  const asked = {
    [ENCRYPTION]: ["aws:kms"],
    [`${ENCRYPTION}-aws-kms-key-id`]: [kept.sinks.keyArn],
    "s3:x-amz-acl": ["bucket-owner-full-control"],
  };
  const requests = PRODUCERS.filter((producer) => producer.into === into).flatMap((producer) => [
    ...producer.looks.map((look) => requestOf(producer, kept, look, arn)),
    ...producer
      .objects(kept)
      .flatMap((object) =>
        [{}, asked].map((headers) =>
          requestOf(producer, kept, "s3:PutObject", `${arn}/${producer.under(kept)}${object}`, headers),
        ),
      ),
  ]);
  const [first, ...others] = requests.map((request) => policy.mustAllow(request, world));
  return all(first!, ...others);
}
