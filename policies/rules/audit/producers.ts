import { regionalArn } from "../../../config/place";
import type { Request } from "../../access/request";
import type { Kept, KeptAs } from "./archive";

/** A service that delivers an account's logs, as its requests look. */
export interface Producer {
  readonly service: string;
  readonly into: KeptAs;
  /** What the names of all its objects begin with. */
  readonly under: (kept: Kept) => string;
  /** What follows that in some of them. */
  readonly objects: (kept: Kept) => readonly string[];
  /** What it does to the bucket before it delivers. */
  readonly looks: readonly string[];
  readonly usesKey: readonly string[];
  /** Condition keys that tell for whom it delivers. */
  readonly source: (kept: Kept) => Request["context"];
}

const ownPrefix: Producer["under"] = ({ source }) => `${source.stack}/AWSLogs/${source.account}/`;
const ofAccount: Producer["source"] = ({ source }) => ({ "aws:SourceAccount": [source.account] });

/**
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 */
export const PRODUCERS: readonly Producer[] = [
  {
    service: "cloudtrail.amazonaws.com",
    into: "archive",
    under: ownPrefix,
    objects: () => ["CloudTrail/2026/log.json.gz", "CloudTrail-Digest/2026/digest.json.gz"],
    looks: ["s3:GetBucketAcl"],
    usesKey: ["kms:GenerateDataKey", "kms:Decrypt"],
    source: ({ source }) => ({
      "aws:SourceArn": [source.trailArn],
      "kms:EncryptionContext:aws:cloudtrail:arn": [source.trailArn],
    }),
  },
  {
    service: "delivery.logs.amazonaws.com",
    into: "archive",
    under: ownPrefix,
    objects: () => ["vpcflowlogs/log.parquet", "vpcdnsquerylogs/log.gz", "network-firewall/alert/log.gz"],
    looks: ["s3:GetBucketAcl"],
    usesKey: ["kms:GenerateDataKey", "kms:Decrypt"],
    source: (kept) => ({
      ...ofAccount(kept),
      "aws:SourceArn": [regionalArn(kept.source, "logs", "delivery-source:any")],
    }),
  },
  {
    service: "guardduty.amazonaws.com",
    into: "archive",
    // To a prefix it exports only where whoever deploys may read its folder, which the monitor alone may.
    under: () => "",
    // It tries whether it may write as its destination is made; under which name is not documented.
    objects: ({ source }) => [`AWSLogs/${source.account}/GuardDuty/findings.jsonl.gz`, "tried"],
    looks: ["s3:GetBucketLocation"],
    usesKey: ["kms:GenerateDataKey"],
    source: (kept) => ({
      ...ofAccount(kept),
      "aws:SourceArn": [regionalArn(kept.source, "guardduty", "detector/any")],
    }),
  },
  {
    service: "config.amazonaws.com",
    into: "intake",
    under: ownPrefix,
    objects: () => ["Config/ConfigWritabilityCheckFile", "Config/2026/history.json.gz"],
    looks: ["s3:GetBucketAcl", "s3:ListBucket"],
    usesKey: ["kms:GenerateDataKey", "kms:Decrypt"],
    source: ofAccount,
  },
];

/** One request of a producer, for the account that it delivers for. */
export function requestOf(
  { service, source }: Producer,
  kept: Kept,
  action: string,
  resource: string,
  headers: Request["context"] = {},
): Request {
  const context = { "aws:SecureTransport": ["true"], "s3:TlsVersion": ["1.3"], ...source(kept), ...headers };
  return { principal: { kind: "service", service }, action, resource, context };
}
