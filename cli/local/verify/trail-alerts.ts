import { DescribeRuleCommand, EventBridgeClient, ListTargetsByRuleCommand } from "@aws-sdk/client-eventbridge";
import { GetBucketNotificationConfigurationCommand, S3Client } from "@aws-sdk/client-s3";
import type { Estate } from "../../../config/estate";
import { auditSinks, resourceName, type AuditSource } from "../../../config/names";
import { regionalArn } from "../../../config/place";
import { MONITOR, monitorPlace } from "../../../config/places";
import type { Cloud } from "../../aws/cloud";
import type { Check } from "./check";

interface ArrivalPattern {
  readonly detail: { readonly object: { readonly key: readonly { readonly prefix: string }[] } };
}

/** S3 tells of what arrives in an archive, and a rule calls the function with what its own account has no rules for. */
export function trailAlertCheck(cloud: Cloud, estate: Estate, { stack, account, region }: AuditSource): Check {
  const name = (purpose: string) => resourceName(estate.organization.prefix, MONITOR, purpose);
  const place = monitorPlace(estate);
  const files = (of: string) => `${stack}/AWSLogs/${account}/CloudTrail/${of}/2026/11/24/one.json.gz`;
  const elsewhere = ["us-east-1", "us-east-2", "eu-north-1"].filter((other) => other !== region);
  return {
    stack: MONITOR,
    name: `monitor: what the trail of ${stack} records elsewhere than in ${region} is told of`,
    control: "D36",
    expected: [true, elsewhere, [regionalArn(place, "lambda", `function:${name("trail-alerts")}`)], true],
    observe: async () => {
      const s3 = new S3Client({ ...(await cloud.at(place)), forcePathStyle: true });
      const Bucket = auditSinks(estate, stack).archiveBucket;
      const { EventBridgeConfiguration } = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
      const events = new EventBridgeClient(await cloud.at(place));
      const Rule = name(`trail-alerts-${stack}`);
      const { EventPattern, State } = await events.send(new DescribeRuleCommand({ Name: Rule }));
      const keys = (JSON.parse(EventPattern!) as ArrivalPattern).detail.object.key;
      const isHeard = (of: string) => State === "ENABLED" && keys.some(({ prefix }) => files(of).startsWith(prefix));
      const { Targets = [] } = await events.send(new ListTargetsByRuleCommand({ Rule }));
      return [
        EventBridgeConfiguration !== undefined,
        [region, ...elsewhere].filter(isHeard),
        Targets.map(({ Arn }) => Arn),
        Targets.every(({ DeadLetterConfig }) => DeadLetterConfig?.Arn?.endsWith(name("trail-alerts-untold"))),
      ];
    },
  };
}
