import { gzipSync } from "node:zlib";
import { dayFields, writeKey } from "../../../audit/delivered-key";
import { regionalArn } from "../../../config/place";
import { drawn, drawnUuid } from "./delivered-object";
import { minutesInto, type Recorder } from "./recorded-hour";

/**
 * A finding of GuardDuty's, which exports nothing else: here one, of low severity.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
 */
export const recordFinding: Recorder = (hour) => {
  if (!hour.first) return [];
  const { source } = hour;
  const { account, partition, region } = source;
  const at = minutesInto(hour, 40);
  const [detectorId, id] = [drawn(32, "detector", account), drawn(32, "finding", account, at.toISOString())];
  const finding = {
    schemaVersion: "2.0",
    accountId: account,
    region,
    partition,
    id,
    arn: regionalArn(source, "guardduty", `detector/${detectorId}/finding/${id}`),
    type: "Policy:IAMUser/RootCredentialUsage",
    resource: {
      resourceType: "AccessKey",
      accessKeyDetails: { principalId: account, userName: "Root", userType: "Root" },
    },
    service: {
      serviceName: "guardduty",
      detectorId,
      action: {
        actionType: "AWS_API_CALL",
        awsApiCallAction: { api: "DescribeRegions", serviceName: "ec2.amazonaws.com" },
      },
      eventFirstSeen: at.toISOString(),
      eventLastSeen: at.toISOString(),
      archived: false,
      count: 1,
    },
    severity: 2,
    createdAt: at.toISOString(),
    updatedAt: at.toISOString(),
    title: "API DescribeRegions was invoked using root credentials.",
    description: "API DescribeRegions was invoked using root credentials: written by a rehearsal.",
  };
  const key = writeKey(source, "findings", {
    ...dayFields(at),
    region,
    uuid: drawnUuid("findings", account, at.toISOString()),
  });
  return [{ key, body: gzipSync(`${JSON.stringify(finding)}\n`) }];
};
