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
  return [...ofItself, ...(own === incidentFunction(context) ? recording(context) : validating(context))];
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
  const [{ sinks }] = keptFor(context) as [Kept];
  return [
    ...inArchives(context, "incidents/*"),
    {
      Action: ["events:PutEvents"],
      Resource: [sinks.alertBusArn],
      Condition: {
        "ForAllValues:StringEquals": { "events:source": "clover.incident" },
        Null: { "events:source": "false" },
      },
    },
  ];
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
