import { alertBusArn, auditSinks, deployRoleArn, incidentAlarmName, planRoles, resourceName } from "../../config/names";
import { bucketArn, globalArn, regionalArn, type Place } from "../../config/place";
import { organizationPlace, type StackPlace } from "../../config/places";
import { parsePolicy, type PolicyDocument } from "../access/document";
import type { Layers } from "../access/layers";
import type { Context } from "../context";
import type { Resource } from "../model/resource";
import { documentIn } from "../rules/policy-values";
import { memberPlaces } from "../rules/organization/members";
import { placeOf, STRANGER, type Actor } from "./cast";

/** What a request is about, with the policy that hangs on it. */
export interface Thing extends Pick<Layers, "resource" | "resourceAuthority"> {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
}

/** Where each kind of thing has its policy: on itself, or on a companion that names it. */
const POLICIES: Readonly<Record<string, readonly [companion: string, by: string]>> = {
  aws_cloudwatch_event_bus: ["aws_cloudwatch_event_bus_policy", "event_bus_name"],
  aws_dynamodb_table: ["aws_dynamodb_resource_policy", "resource_arn"],
  aws_s3_bucket: ["aws_s3_bucket_policy", "bucket"],
  aws_sqs_queue: ["aws_sqs_queue_policy", "queue_url"],
};
/** What somebody wrote who lets everybody in: a stranger, or somebody careless. */
const OPEN = parsePolicy({
  Version: "2012-10-17",
  Statement: [{ Sid: "Everybody", Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

/**
 * What is asked about; `their own account` is that of the actor who asks.
 *
 * @param name e.g. `data of dublin`, `role access-dublin-support of dublin`, `their own account`
 * @throws Error for what nobody has
 */
export function thingOf(name: string, { account }: Actor, context: Context): Thing {
  if (name === "their own account") {
    const own = memberPlaces(context).find((place) => place.account === account);
    if (!own) throw new Error(`account ${account} is no member of the organization`);
    return at(own, `arn:${own.partition}:any:${own.region}:${own.account}:thing`);
  }
  const openBucket = (place: Place) => ({ ...at(place, `${bucketArn(place, "open")}/one`), resource: OPEN });
  if (name === "a stranger's bucket") return openBucket({ ...organizationPlace(context.estate), account: STRANGER });
  const { prefix } = context.estate.organization;
  const [, what = "", stack = ""] = /^(.*) of ([\w-]+)$/.exec(name) ?? [];
  const place = placeOf(stack, context);
  const built = (type: string, path: string) => onlyResource(type, path, place.stack, context);
  switch (what) {
    case "data":
      return thingOfResource(built("aws_s3_bucket", "user-data"), place, "/one");
    case "bucket":
      return thingOfResource(built("aws_s3_bucket", "user-data"), place);
    case "table":
      return thingOfResource(built("aws_dynamodb_table", "user-data"), place);
    case "data key":
      return { ...thingOfResource(built("aws_kms_key", "user-data/key"), place), resourceAuthority: "sole" };
    case "carelessly opened bucket":
      return openBucket(place);
    case "bus":
      return at(place, regionalArn(place, "events", "event-bus/default"));
    case "alarm":
      return alarmCalled(resourceName(prefix, place.stack, "load"), place);
    case "alarm on undelivered alerts":
      return alarmCalled(incidentAlarmName(prefix, place.stack, "undelivered-alerts"), place);
    case "undelivered alerts":
      return thingOfResource(built("aws_sqs_queue", "undelivered"), place);
    default:
      return what.startsWith("role ") ? roleOf(what.slice(5), place, context) : sinkOf(what, place, context);
  }
}

function alarmCalled(name: string, place: Place): Thing {
  return at(place, regionalArn(place, "cloudwatch", `alarm:${name}`));
}

function at({ account, region }: Place, arn: string): Thing {
  return { arn, account, region };
}

function thingOfResource(resource: Resource, place: Place, below = ""): Thing {
  return { ...at(place, `${String(resource.attribute("arn"))}${below}`), resource: policyOf(resource) };
}

function policyOf(resource: Resource): PolicyDocument | undefined {
  const [type, by] = POLICIES[resource.type] ?? [];
  const values = [
    resource.value("policy"),
    ...(type && by ? resource.companions(type, by).map((each) => each.value("policy")) : []),
  ];
  const value = values.find((each) => !each.isAbsent);
  return value && documentIn(value);
}

/** Its trust policy is asked where somebody takes it on; a role that the output does not hold trusts everybody, at worst. */
function roleOf(purpose: string, place: StackPlace, context: Context): Thing {
  const arn = roleArnOf(purpose, place, context);
  const role = context.model
    .resourcesIn(place.stack, "aws_iam_role")
    .find((each) => arn.endsWith(`:role/${each.value("name").text}`));
  const resource = role ? documentIn(role.value("assume_role_policy")) : OPEN;
  return { ...at(place, arn), resource, resourceAuthority: "sole" };
}

function roleArnOf(purpose: string, place: StackPlace, { estate }: Context): string {
  if (purpose === "deploy") return deployRoleArn(estate, place);
  if (purpose === "plan") return planRoles(estate, place).roleArn;
  return globalArn(place, "iam", `role/${resourceName(estate.organization.prefix, place.stack, purpose)}`);
}

/** What the monitor keeps of a stack. */
function sinkOf(what: string, place: StackPlace, context: Context): Thing {
  const { place: monitor, archiveBucketArn, intakeBucketArn } = auditSinks(context.estate, place.stack);
  const built = (type: string, path: string) => onlyResource(type, path, "monitor", context);
  switch (what) {
    case "archive": {
      const resource = policyOf(built("aws_s3_bucket", `/${place.stack}-archive/archive`));
      return { ...at(monitor, `${archiveBucketArn}/${place.stack}/AWSLogs/${place.account}/one`), resource };
    }
    case "intake": {
      const resource = policyOf(built("aws_s3_bucket", `/${place.stack}-archive/intake`));
      return { ...at(monitor, `${intakeBucketArn}/${place.stack}/AWSLogs/${place.account}/Config/one`), resource };
    }
    case "archive key":
      return {
        ...thingOfResource(built("aws_kms_key", `/${place.stack}-archive/`), monitor),
        resourceAuthority: "sole",
      };
    case "alert bus": {
      return { ...at(monitor, alertBusArn(context.estate)), resource: policyOf(built("aws_cloudwatch_event_bus", "")) };
    }
    default:
      throw new Error(`there is no ${what} of ${place.stack} in the matrix`);
  }
}

function onlyResource(type: string, path: string, stack: string, { model }: Context): Resource {
  const all = model.resourcesIn(stack, type).filter((each) => each.constructPath?.includes(path));
  if (all.length !== 1) throw new Error(`${all.length} ${type} in ${stack} at ${path}`);
  return all[0]!;
}
