import { resourceName } from "../../../config/names";
import { bucketArn, regionalArn } from "../../../config/place";
import { MONITOR, monitorPlace } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Permitted } from "../denial-of";
import { keptFor, type Kept } from "./archive";

/** The function that keeps incidents. */
export function incidentFunction({ estate }: Context): string {
  return resourceName(estate.organization.prefix, MONITOR, "incident-record");
}

/** The function that tells what trails have recorded where their accounts have no rules. */
export function trailAlertFunction({ estate }: Context): string {
  return resourceName(estate.organization.prefix, MONITOR, "trail-alerts");
}

/** All that the role of a function of the monitor's may do, by what the function is for. */
export function permitted(lambda: Resource, context: Context): readonly Permitted[] {
  const place = monitorPlace(context.estate);
  const own = String(lambda.attribute("function_name"));
  const ofItself: readonly Permitted[] = [
    {
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: [regionalArn(place, "kms", "key/*")],
      Condition: through("sqs", place.region),
    },
    {
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: [regionalArn(place, "logs", `log-group:${own}:*`)],
    },
    { Action: ["sqs:SendMessage"], Resource: [regionalArn(place, "sqs", `${own}-*`)] },
  ];
  const work = { [incidentFunction(context)]: recording, [trailAlertFunction(context)]: telling };
  return [...ofItself, ...(work[own] ?? validating)(context)];
}

function validating(context: Context): readonly Permitted[] {
  const archives = archivesOf(context);
  return [
    ...inArchives(context, "validation/*"),
    { Action: ["s3:GetObject"], Resource: [archives("*")] },
    { Action: ["cloudtrail:ListPublicKeys"] },
  ];
}

/** It reads no record, and speaks onto the monitor's bus in its own name alone. */
function recording(context: Context): readonly Permitted[] {
  return [...inArchives(context, "incidents/*"), speaking("clover.incident", context)];
}

/** It reads what trails have recorded, writes nothing, and speaks in a name of its own. */
function telling(context: Context): readonly Permitted[] {
  return [
    { Action: ["s3:GetObject"], Resource: [archivesOf(context)("*/AWSLogs/*")] },
    {
      Action: ["kms:Decrypt"],
      Resource: keptFor(context).map(({ sinks }) => sinks.keyArn),
      Condition: through("s3", context.estate.monitor.region),
    },
    speaking("clover.trail", context),
  ];
}

function speaking(source: string, context: Context): Permitted {
  const [{ sinks }] = keptFor(context) as [Kept];
  return {
    Action: ["events:PutEvents"],
    Resource: [sinks.alertBusArn],
    Condition: {
      "ForAllValues:StringEquals": { "events:source": source },
      Null: { "events:source": "false" },
    },
  };
}

function inArchives(context: Context, keys: string): readonly Permitted[] {
  const archives = archivesOf(context);
  return [
    { Action: ["s3:ListBucket"], Resource: [archives()] },
    { Action: ["s3:PutObject"], Resource: [archives(keys)] },
    {
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: keptFor(context).map(({ sinks }) => sinks.keyArn),
      Condition: through("s3", context.estate.monitor.region),
    },
  ];
}

/** The archives of stacks that are not declared yet are the monitor's too. */
function archivesOf({ estate }: Context) {
  const place = monitorPlace(estate);
  const bucket = `${estate.organization.prefix}-${MONITOR}-*-archive-${place.account}`;
  return (keys?: string) => bucketArn(place, bucket, keys);
}

const through = (service: string, region: string) => ({
  StringLike: { "kms:ViaService": `${service}.${region}.*` },
});
