import { CloudWatchClient, DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { EventBridgeClient, ListRulesCommand } from "@aws-sdk/client-eventbridge";
import { GetRoleCommand, IAMClient, ListAttachedRolePoliciesCommand } from "@aws-sdk/client-iam";
import { GetFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { ListSchedulesCommand, SchedulerClient } from "@aws-sdk/client-scheduler";
import { auditDeliveries } from "../../../config/audit-deliveries";
import type { Estate } from "../../../config/estate";
import {
  ALERT_BUS_PURPOSE,
  auditSources,
  canaries,
  monitorRoles,
  resourceName,
  type Canary,
} from "../../../config/names";
import { MONITOR, monitorPlace, operatorPlaces, ORGANIZATION, type StackPlace } from "../../../config/places";
import type { Check } from "./check";
import { MONITORS_QUEUES } from "./queues";
import type { Cloud } from "../../aws/cloud";

/** The functions of the monitor, by the name of what they do. */
const FUNCTIONS = ["log-validation", "incident-record"];
/** The kinds of alert that open an incident, in the order of their names. */
const OPENING = ["alarms", "config-stop", "detection-stop", "drift", "root-use", "threat-findings", "trail-tampering"];

/** What the monitor does of its own: it misses what does not arrive, looks at every account, and proves the trails. */
export function monitorChecks(cloud: Cloud, estate: Estate): readonly Check[] {
  return [
    ...operatorPlaces(estate).flatMap((place) => roleChecks(cloud, estate, place)),
    ...canaries(estate).map((canary) => canaryCheck(cloud, estate, canary)),
    alarmCheck(cloud, estate),
    ...functionChecks(cloud, estate),
    ruleCheck(cloud, estate),
  ];
}

function roleChecks(cloud: Cloud, estate: Estate, place: StackPlace): readonly Check[] {
  const { auditorRoleArn, containmentRoleArn } = monitorRoles(estate, place);
  const hasSegment = place.stack !== ORGANIZATION;
  const roles = { auditor: auditorRoleArn, ...(hasSegment ? { containment: containmentRoleArn } : {}) };
  return Object.entries(roles).map(([name, arn]): Check => ({
    stack: place.stack,
    name: `monitor: the ${name}'s role lets the declared auditors in, and its one policy is its boundary`,
    control: "E40",
    expected: [estate.monitor.auditorPrincipals, estate.monitor.externalId, [true]],
    observe: async () => {
      const client = new IAMClient(await cloud.at(place));
      const RoleName = arn.split("/")[1]!;
      const { Role } = await client.send(new GetRoleCommand({ RoleName }));
      const [trust] = JSON.parse(decodeURIComponent(Role!.AssumeRolePolicyDocument!)).Statement;
      const { AttachedPolicies } = await client.send(new ListAttachedRolePoliciesCommand({ RoleName }));
      const boundary = Role!.PermissionsBoundary!.PermissionsBoundaryArn;
      return [
        [trust.Principal.AWS].flat(),
        trust.Condition.StringEquals["sts:ExternalId"],
        AttachedPolicies!.map(({ PolicyArn }) => PolicyArn === boundary),
      ];
    },
  }));
}

function canaryCheck(cloud: Cloud, estate: Estate, canary: Canary): Check {
  const name = (call: string) => resourceName(estate.organization.prefix, canary.stack, `canary-${call}`);
  return {
    stack: canary.stack,
    name: "monitor: the canary calls, once allowed and once denied",
    control: "D35",
    expected: [
      [name("allowed"), "ENABLED"],
      [name("denied"), "ENABLED"],
    ],
    observe: async () => {
      const client = new SchedulerClient(await cloud.at(canary));
      const { Schedules } = await client.send(new ListSchedulesCommand({}));
      return Schedules!.map(({ Name, State }) => [Name, State]).sort();
    },
  };
}

/**
 * What is missed: each service that is never silent for long, both calls of each canary, the verdicts on each trail and the
 * looks at open incidents. What is told: two failures of each function, a look that is refused, and what waits in a queue.
 */
function alarmCheck(cloud: Cloud, estate: Estate): Check {
  const watched = auditSources(estate).flatMap(({ stack }) => auditDeliveries(estate, stack));
  const silences = watched.filter(({ longestSilenceMinutes }) => longestSilenceMinutes !== undefined).length;
  const misses = silences + 2 * canaries(estate).length + auditSources(estate).length + 1;
  return {
    stack: MONITOR,
    name: "monitor: what does not arrive raises an alarm, and that nothing is counted is silence",
    control: "D35",
    expected: [misses, 2 * FUNCTIONS.length + 1 + MONITORS_QUEUES],
    observe: async () => {
      const client = new CloudWatchClient(await cloud.at(monitorPlace(estate)));
      const found: (string | undefined)[] = [];
      let NextToken: string | undefined;
      do {
        const page = await client.send(new DescribeAlarmsCommand({ NextToken }));
        found.push(...(page.MetricAlarms ?? []).map(({ TreatMissingData }) => TreatMissingData));
        NextToken = page.NextToken;
      } while (NextToken);
      const missing = found.filter((treated) => treated === "breaching").length;
      return [missing, found.length - missing];
    },
  };
}

function functionChecks(cloud: Cloud, estate: Estate): readonly Check[] {
  const place = monitorPlace(estate);
  const name = (purpose: string) => resourceName(estate.organization.prefix, MONITOR, purpose);
  const stacks = auditSources(estate).map(({ stack }) => stack);
  return [
    ...FUNCTIONS.map((purpose): Check => ({
      stack: MONITOR,
      name: `monitor: the function ${purpose} is signed, and encrypted`,
      control: "H63",
      expected: ["nodejs22.x", true, true, name(purpose)],
      observe: async () => {
        const client = new LambdaClient(await cloud.at(place));
        const { Configuration, Code } = await client.send(new GetFunctionCommand({ FunctionName: name(purpose) }));
        const isSigned = Code!.Location!.includes(`/signed/${purpose}/`);
        return [Configuration!.Runtime, isSigned, !!Configuration!.KMSKeyArn, Configuration!.LoggingConfig!.LogGroup];
      },
    })),
    {
      stack: MONITOR,
      name: "monitor: every trail is validated on a schedule, and so are open incidents looked at",
      control: "D27",
      // Whoever looks at open incidents is alone in a group, by which the looks are counted.
      expected: [
        ["default", stacks.map((stack) => name(`validate-${stack}`)).sort()],
        [name("incident-clocks"), [name("incident-clocks")]],
      ],
      observe: async () => {
        const client = new SchedulerClient(await cloud.at(place));
        const { Schedules } = await client.send(new ListSchedulesCommand({}));
        return ["default", name("incident-clocks")].map((group) => [
          group,
          Schedules!.flatMap(({ Name, GroupName }) => (GroupName === group ? [Name] : [])).sort(),
        ]);
      },
    },
  ];
}

function ruleCheck(cloud: Cloud, estate: Estate): Check {
  const name = (purpose: string) => resourceName(estate.organization.prefix, MONITOR, purpose);
  return {
    stack: MONITOR,
    name: "monitor: what no ordinary day has opens an incident",
    control: "D36",
    expected: OPENING.map((alert) => name(`incident-${alert}`)),
    observe: async () => {
      const client = new EventBridgeClient(await cloud.at(monitorPlace(estate)));
      const { Rules = [] } = await client.send(
        new ListRulesCommand({ EventBusName: name(ALERT_BUS_PURPOSE), NamePrefix: name("incident-") }),
      );
      return Rules.map(({ Name }) => Name).sort();
    },
  };
}
