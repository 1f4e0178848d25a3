import { gzipSync } from "node:zlib";
import { dayFields, secondText, writeKey } from "../../../audit/delivered-key";
import { globalArn } from "../../../config/place";
import { drawnUuid } from "./delivered-object";
import { minutesInto, type RecordedHour, type Recorder } from "./recorded-hour";

/**
 * Config's snapshot of every hour.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/example-s3-snapshot.html
 */
export const recordSnapshot: Recorder = (hour) => {
  const { source } = hour;
  const at = minutesInto(hour, 20);
  const configSnapshotId = drawnUuid("snapshot", source.account, at.toISOString());
  const fields = { ...dayFields(at), region: source.region, second: secondText(at), uuid: configSnapshotId };
  return [
    {
      key: writeKey(source, "config-snapshots", fields),
      body: gzipSync(JSON.stringify({ fileVersion: "1.0", configSnapshotId, configurationItems: [item(hour, at)] })),
    },
  ];
};

/** What changed, which Config tells of every six hours: here once. */
export const recordHistory: Recorder = (hour) => {
  if (!hour.first) return [];
  const { source } = hour;
  const [start, end] = [minutesInto(hour, 0), minutesInto(hour, 30)];
  const fields = {
    ...dayFields(end),
    region: source.region,
    resourceType: "AWS::IAM::Role",
    from: secondText(start),
    second: secondText(end),
    count: "1",
  };
  return [
    {
      key: writeKey(source, "config-history", fields),
      body: gzipSync(JSON.stringify({ fileVersion: "1.0", configurationItems: [item(hour, end)] })),
    },
  ];
};

/** A role that every account of an estate has. */
function item({ source }: RecordedHour, at: Date) {
  const name = "AWSServiceRoleForConfig";
  return {
    configurationItemVersion: "1.3",
    configurationItemCaptureTime: at.toISOString(),
    configurationStateId: at.getTime(),
    awsAccountId: source.account,
    configurationItemStatus: "OK",
    resourceType: "AWS::IAM::Role",
    resourceId: `AROA${drawnUuid("role", source.account).replaceAll("-", "").slice(0, 16).toUpperCase()}`,
    resourceName: name,
    ARN: globalArn(source, "iam", `role/aws-service-role/config.amazonaws.com/${name}`),
    awsRegion: "global",
    availabilityZone: "Not Applicable",
    configuration: { path: "/aws-service-role/config.amazonaws.com/", roleName: name },
    supplementaryConfiguration: {},
    tags: {},
    relatedEvents: [],
    relationships: [],
  };
}
