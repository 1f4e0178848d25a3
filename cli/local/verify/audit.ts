import { CloudTrailClient, DescribeTrailsCommand, GetTrailStatusCommand } from "@aws-sdk/client-cloudtrail";
import {
  ConfigServiceClient,
  DescribeConfigurationRecorderStatusCommand,
  DescribeDeliveryChannelsCommand,
} from "@aws-sdk/client-config-service";
import { EventBridgeClient, ListRulesCommand, ListTargetsByRuleCommand } from "@aws-sdk/client-eventbridge";
import {
  DescribePublishingDestinationCommand,
  GuardDutyClient,
  ListDetectorsCommand,
  ListPublishingDestinationsCommand,
} from "@aws-sdk/client-guardduty";
import { GetObjectLockConfigurationCommand, S3Client } from "@aws-sdk/client-s3";
import { globalRegion } from "../../../config/audit-deliveries";
import type { Estate } from "../../../config/estate";
import { auditSinks, auditSources, canaries, resourceName, type AuditSource } from "../../../config/names";
import { MONITOR, monitorPlace, ORGANIZATION } from "../../../config/places";
import type { Check } from "./check";
import type { Cloud } from "../../aws/cloud";

/** Counted by hand: another alert is a decision. */
const FORWARDED_ALERTS = 15;
/** Of what the partition's first region alone hears of. */
const GLOBAL_ALERTS = 3;

/** Everything that an account ships, and that it goes to the declared monitor and nowhere else. */
export function auditChecks(cloud: Cloud, estate: Estate): readonly Check[] {
  return [
    ...auditSources(estate).flatMap((source) => [
      ...sourceChecks(cloud, estate, source),
      archiveCheck(cloud, estate, source),
    ]),
  ];
}

function sourceChecks(cloud: Cloud, estate: Estate, source: AuditSource): readonly Check[] {
  const sinks = auditSinks(estate, source.stack);
  const { stack } = source;
  return [
    {
      stack,
      name: "trail: all regions, validated, to the monitor under its key",
      control: "D27, D34",
      expected: [true, true, true, sinks.archiveBucket, stack, sinks.keyArn],
      observe: async () => {
        const client = new CloudTrailClient(await cloud.at(source));
        const { trailList } = await client.send(new DescribeTrailsCommand({ trailNameList: [source.trailName] }));
        const trail = trailList![0]!;
        return [
          trail.IsMultiRegionTrail,
          trail.LogFileValidationEnabled,
          trail.IncludeGlobalServiceEvents,
          trail.S3BucketName,
          trail.S3KeyPrefix,
          trail.KmsKeyId,
        ];
      },
    },
    {
      stack,
      name: "trail: is logging",
      control: "D27",
      expected: true,
      observe: async () => {
        const client = new CloudTrailClient(await cloud.at(source));
        return (await client.send(new GetTrailStatusCommand({ Name: source.trailArn }))).IsLogging;
      },
    },
    {
      stack,
      name: "configuration: recorded, to the monitor's intake",
      control: "D30, D34",
      expected: [true, sinks.intakeBucket, stack, sinks.keyArn],
      observe: async () => {
        const client = new ConfigServiceClient(await cloud.at(source));
        const status = await client.send(new DescribeConfigurationRecorderStatusCommand({}));
        const { DeliveryChannels } = await client.send(new DescribeDeliveryChannelsCommand({}));
        const channel = DeliveryChannels![0]!;
        const recording = status.ConfigurationRecordersStatus![0]!.recording;
        return [recording, channel.s3BucketName, channel.s3KeyPrefix, channel.s3KmsKeyArn];
      },
    },
    {
      stack,
      name: "findings: published to the monitor",
      control: "D31, D34",
      expected: [sinks.archiveBucketArn, sinks.keyArn],
      observe: async () => {
        const client = new GuardDutyClient(await cloud.at(source));
        const DetectorId = (await client.send(new ListDetectorsCommand({}))).DetectorIds![0]!;
        const { Destinations } = await client.send(new ListPublishingDestinationsCommand({ DetectorId }));
        const { DestinationProperties: to } = await client.send(
          new DescribePublishingDestinationCommand({ DetectorId, DestinationId: Destinations![0]!.DestinationId! }),
        );
        return [to!.DestinationArn, to!.KmsKeyArn];
      },
    },
    {
      stack,
      name: "alerts: every rule forwards to the monitor's bus",
      control: "D36",
      expected: [forwardedBy(estate, source), [sinks.alertBusArn]],
      observe: async () => {
        const client = new EventBridgeClient(await cloud.at(source));
        const { Rules } = await client.send(new ListRulesCommand({}));
        const enabled = Rules!.filter(
          ({ Name, State, ManagedBy }) => State !== "DISABLED" && !ManagedBy && !isOfArrivals(estate, Name!),
        );
        const targets = await Promise.all(
          enabled.map(async ({ Name }) => (await client.send(new ListTargetsByRuleCommand({ Rule: Name }))).Targets!),
        );
        // A rule without a target is there to be counted.
        const forwarding = targets.filter((each) => each.length > 0);
        return [forwarding.length, [...new Set(forwarding.flat().map(({ Arn }) => Arn))]];
      },
    },
  ];
}

/** A canary's record is one more, and that the role for emergencies is used. */
function forwardedBy(estate: Estate, source: AuditSource): number {
  const ofCanary = canaries(estate).filter(({ stack }) => stack === source.stack).length;
  const ofGlobal = source.region === globalRegion(source) ? GLOBAL_ALERTS : 0;
  const ofBreakGlass = source.stack === ORGANIZATION ? 1 : 0;
  return FORWARDED_ALERTS + ofCanary + ofGlobal + ofBreakGlass;
}

/** The monitor's own rules on what arrives in its archives call a function: it is another check that they do. */
function isOfArrivals({ organization }: Estate, name: string): boolean {
  return name.startsWith(resourceName(organization.prefix, MONITOR, "trail-alerts-"));
}

function archiveCheck(cloud: Cloud, estate: Estate, source: AuditSource): Check {
  const place = monitorPlace(estate);
  return {
    stack: place.stack,
    name: `archive of ${source.stack}: write-once for as long as declared`,
    control: "D32",
    expected: ["Enabled", "COMPLIANCE", estate.monitor.retentionDays],
    observe: async () => {
      const s3 = new S3Client({ ...(await cloud.at(place)), forcePathStyle: true });
      const command = new GetObjectLockConfigurationCommand({ Bucket: auditSinks(estate, source.stack).archiveBucket });
      const { ObjectLockConfiguration: lock } = await s3.send(command);
      const retention = lock!.Rule!.DefaultRetention!;
      return [lock!.ObjectLockEnabled, retention.Mode, retention.Days];
    },
  };
}
