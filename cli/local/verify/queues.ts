import { CloudWatchClient, DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { EventBridgeClient, DescribeRuleCommand } from "@aws-sdk/client-eventbridge";
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Estate } from "../../../config/estate";
import { ALERT_BUS_PURPOSE, incidentAlarmName, incidentAlarmPrefix, resourceName } from "../../../config/names";
import { MONITOR, monitorPlace, operatorPlaces, type StackPlace } from "../../../config/places";
import type { Cloud } from "../../aws/cloud";
import type { Check } from "./check";

/** As much of a statement as is looked at. */
interface Denial {
  readonly Effect: string;
  readonly Action: unknown;
  readonly Condition: { readonly Bool?: object };
}

const ANY = ["ApproximateNumberOfMessagesVisible", 1] as const;
const DAY_OLD = ["ApproximateAgeOfOldestMessage", 24 * 60 * 60] as const;
type Raised = readonly [metric: string, threshold: number];
/** What waits in each queue for how long, by the last part of its name: in every account, and in the monitor's besides. */
const QUEUES = { "undelivered-alerts": ANY };
const MONITORS = {
  alerts: DAY_OLD,
  "incident-record-unhandled": ANY,
  "log-validation-unhandled": ANY,
  "unread-alerts": ANY,
};

/** Alarms on queues in the monitor's account. */
export const MONITORS_QUEUES = Object.keys({ ...QUEUES, ...MONITORS }).length;

/** What waits in a queue opens an incident, in whichever account, and a workload's alarm does not. */
export function queueChecks(cloud: Cloud, estate: Estate): readonly Check[] {
  return [
    ...[alarmCheck, clearCheck].flatMap((check) => [
      check(cloud, estate, monitorPlace(estate), { ...QUEUES, ...MONITORS }),
      ...operatorPlaces(estate).map((place) => check(cloud, estate, place, QUEUES)),
    ]),
    openingCheck(cloud, estate),
  ];
}

function alarmCheck(
  cloud: Cloud,
  { organization: { prefix } }: Estate,
  place: StackPlace,
  queues: Readonly<Record<string, Raised>>,
): Check {
  const { stack } = place;
  return {
    stack,
    name: "queues: what waits in each raises the alarm that opens an incident",
    control: "D36",
    expected: Object.entries(queues)
      .map(([purpose, raised]) => [
        incidentAlarmName(prefix, stack, purpose),
        resourceName(prefix, stack, purpose),
        ...raised,
      ])
      .sort(),
    observe: async () => {
      const client = new CloudWatchClient(await cloud.at(place));
      const AlarmNamePrefix = incidentAlarmName(prefix, stack, "");
      const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({ AlarmNamePrefix }));
      return MetricAlarms.map((alarm) => {
        const queue = alarm.Dimensions!.find(({ Name }) => Name === "QueueName");
        return [alarm.AlarmName, queue?.Value, alarm.MetricName, alarm.Threshold];
      }).sort();
    },
  };
}

function clearCheck(
  cloud: Cloud,
  { organization: { prefix } }: Estate,
  place: StackPlace,
  queues: Readonly<Record<string, Raised>>,
): Check {
  const names = Object.keys(queues).map((purpose) => resourceName(prefix, place.stack, purpose));
  return {
    stack: place.stack,
    name: "queues: nothing is sent in clear, and what waits is encrypted",
    control: "B14",
    expected: names.map((name) => [name, true, [{ "aws:SecureTransport": "false" }]]),
    observe: async () => {
      const client = new SQSClient(await cloud.at(place));
      return Promise.all(
        names.map(async (QueueName) => {
          const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
          const { Attributes } = await client.send(
            new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["Policy", "KmsMasterKeyId"] }),
          );
          const { Statement } = JSON.parse(Attributes!["Policy"]!) as { Statement: Denial[] };
          const denials = Statement.filter(({ Effect, Action }) => Effect === "Deny" && Action === "sqs:*");
          return [QueueName, !!Attributes!["KmsMasterKeyId"], denials.map(({ Condition }) => Condition.Bool)];
        }),
      );
    },
  };
}

function openingCheck(cloud: Cloud, estate: Estate): Check {
  const { prefix } = estate.organization;
  const place = monitorPlace(estate);
  return {
    stack: MONITOR,
    name: "queues: an incident opens on the monitor's own alarms, and elsewhere on those alone that say so",
    control: "D36",
    expected: [
      [[place.account], null],
      [null, [{ prefix: incidentAlarmPrefix(prefix) }]],
    ],
    observe: async () => {
      const client = new EventBridgeClient(await cloud.at(place));
      const { EventPattern } = await client.send(
        new DescribeRuleCommand({
          Name: resourceName(prefix, MONITOR, "incident-alarms"),
          EventBusName: resourceName(prefix, MONITOR, ALERT_BUS_PURPOSE),
        }),
      );
      const { $or } = JSON.parse(EventPattern!) as { $or: { account?: string[]; detail: { alarmName?: object[] } }[] };
      return $or.map(({ account = null, detail: { alarmName = null } }) => [account, alarmName]);
    },
  };
}
