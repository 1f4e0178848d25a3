import type { AuditSinks, AuditSource } from "../../config/names";

/** The sinks that every test's producers, which are Dublin's, are told of. */
export const SINKS: AuditSinks = {
  place: { account: "999999999999", region: "eu-west-2", partition: "aws", country: "GB" },
  archiveBucket: "clover-monitor-dublin-archive-999999999999",
  archiveBucketArn: "arn:aws:s3:::clover-monitor-dublin-archive-999999999999",
  intakeBucket: "clover-monitor-dublin-intake-999999999999",
  intakeBucketArn: "arn:aws:s3:::clover-monitor-dublin-intake-999999999999",
  keyArn: "arn:aws:kms:eu-west-2:999999999999:key/00000000-0000-4000-8000-999999999999",
  alertBusArn: "arn:aws:events:eu-west-2:999999999999:event-bus/clover-monitor-alerts",
};

const source = (stack: string, account: string, region: string, country: string): AuditSource => ({
  stack,
  account,
  region,
  country,
  partition: "aws",
  trailName: `clover-${stack}-audit`,
  trailArn: `arn:aws:cloudtrail:${region}:${account}:trail/clover-${stack}-audit`,
  alertRoleArn: `arn:aws:iam::${account}:role/clover-${stack}-alert-forwarding`,
});

export const SOURCES = [
  source("dublin", "222222222222", "eu-west-1", "IE"),
  source("enclave", "555555555555", "us-east-1", "US"),
];
