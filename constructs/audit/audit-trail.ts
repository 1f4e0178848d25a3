import { Cloudtrail, type CloudtrailAdvancedEventSelector } from "@cdktf/provider-aws/lib/cloudtrail";
import { Construct } from "constructs";
import { RegionLock } from "../region/region-lock";
import type { AuditProducerProps } from "./audit-producer";

/** Resource types whose every read and write is recorded. @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html */
const DATA_EVENTS = [
  "AWS::S3::Object",
  "AWS::DynamoDB::Table",
  "AWS::Lambda::Function",
  "AWS::SNS::Topic",
  "AWS::SQS::Queue",
];
/** Services whose use of VPC endpoints is recorded, the refused included. @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-network-events-with-cloudtrail.html */
const NETWORK_ACTIVITY = ["ec2.amazonaws.com", "kms.amazonaws.com", "s3.amazonaws.com", "secretsmanager.amazonaws.com"];

/**
 * Guarantee: every call to AWS in this account, in every region, and every read and write of data, is
 * delivered to the monitor, encrypted with the monitor's key, in files whose alteration can be proved.
 *
 * Emits `aws_cloudtrail`.
 * Controls: B12, D27, D34.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
 */
export class AuditTrail extends Construct {
  constructor(scope: Construct, id: string, { sinks, after }: AuditProducerProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    lock.admit(sinks.keyArn);
    new Cloudtrail(this, "trail", {
      name: lock.name("audit"),
      s3BucketName: sinks.archiveBucket,
      s3KeyPrefix: lock.stack,
      kmsKeyId: sinks.keyArn,
      enableLogging: true,
      enableLogFileValidation: true,
      includeGlobalServiceEvents: true,
      isMultiRegionTrail: true,
      advancedEventSelector: eventSelectors(),
      dependsOn: after && [...after],
    });
  }
}

function eventSelectors(): CloudtrailAdvancedEventSelector[] {
  const select = (name: string, category: string, field?: string, value?: string): CloudtrailAdvancedEventSelector => ({
    name,
    fieldSelector: [
      { field: "eventCategory", equalTo: [category] },
      ...(field && value ? [{ field, equalTo: [value] }] : []),
    ],
  });
  return [
    select("management", "Management"),
    ...DATA_EVENTS.map((type) => select(`data ${type}`, "Data", "resources.type", type)),
    ...NETWORK_ACTIVITY.map((source) => select(`network ${source}`, "NetworkActivity", "eventSource", source)),
  ];
}
