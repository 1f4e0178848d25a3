import type { Estate } from "../../../config/estate";
import { auditSinks, auditSources, drainPath } from "../../../config/names";
import { dnsSuffix } from "../../../config/place";
import { MONITOR } from "../../../config/places";
import { declaredPlaces } from "../../context";
import type { Resource } from "../../model/resource";
import { actingFor } from "../acting-for";
import type { Permitted } from "../denial-of";

/**
 * Whom a policy of a resource may let in beside the principals of its own account.
 *
 * @param text the policy's: a permission for somebody whom it does not name excuses nothing in it
 */
export function declaredVisitors(resource: Resource, text: string, estate: Estate): readonly Permitted[] {
  const { account } = resource;
  const isMonitors = account === estate.monitor.account;
  // The monitor receives from every account of the estate; which may write where is asked of each sink apart.
  const served = isMonitors ? declaredPlaces(estate).map((place) => place.account) : [];
  const named = served.filter((each) => each !== account && text.includes(each));
  return [
    ...actingFor([account, ...named]),
    logGroups(resource),
    ...(isMonitors && resource.type.startsWith("aws_cloudwatch_event_") ? [alerts(estate)] : []),
    ...drain(resource, estate),
  ];
}

/** CloudWatch Logs names the log group in the encryption context instead. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function logGroups({ account, partition, region }: Resource): Permitted {
  return {
    Principal: { Service: `logs.${region}.${dnsSuffix(partition)}` },
    Action: ["kms:*"],
    Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:*:logs:*:${account}:*` } },
  };
}

function alerts(estate: Estate): Permitted {
  return {
    Principal: { AWS: auditSources(estate).map(({ alertRoleArn }) => alertRoleArn) },
    Action: ["events:PutEvents"],
    Resource: [auditSinks(estate, MONITOR).alertBusArn],
  };
}

/** The enclave's replication role, at the bucket and the key of its drain target. */
function drain({ account, type }: Resource, estate: Estate): readonly Permitted[] {
  const path = drainPath(estate);
  if (estate.enclave.phase === "retired" || account !== path.targetAccount) return [];
  const Principal = { AWS: path.replicationRoleArn };
  if (type.startsWith("aws_kms_")) {
    const Condition = { StringLike: { "kms:ViaService": `s3.${path.targetRegion}.*` } };
    return [{ Principal, Action: ["kms:Encrypt", "kms:GenerateDataKey"], Condition }];
  }
  const Action = ["s3:GetBucketVersioning", "s3:ListBucket", "s3:ObjectOwnerOverrideToBucketOwner", "s3:Replicate*"];
  return [{ Principal, Action, Resource: [path.targetBucketArn, `${path.targetBucketArn}/*`] }];
}
