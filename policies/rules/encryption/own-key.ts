import { drainPath } from "../../../config/names";
import { ENCLAVE } from "../../../config/places";
import type { Answer } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { pass, type Verdict } from "../../verdict";
import { samePlace } from "../same-place";

/** What ships audit logs, and so names the monitor's key. */
const SHIPS_AUDIT = new Set(["aws_cloudtrail", "aws_config_delivery_channel", "aws_guardduty_publishing_destination"]);
const KEYS = ["aws_kms_key", "aws_kms_alias"];

/**
 * Passes when a value names a customer-managed key of the judged output in the resource's own account and region, or
 * the one key elsewhere that the estate declares for it: the monitor's for audit logs, the drain target's for replicas.
 */
export function mustBeOwnKey(value: Value, context: Context): Verdict {
  const { resource } = value;
  if (declaredKeys(resource, context).includes(value.text ?? "")) return pass(value.at);
  return value.mustReferTo(`a key in ${resource.account}, ${resource.region}`, KEYS, (found) => isOwn(found, resource));
}

function isOwn(found: Resource, resource: Resource): Answer {
  if (found.type === "aws_kms_key") return samePlace(found, resource);
  const target = found.value("target_key_id").target("aws_kms_key");
  if (target.kind === "unknown") return "unknown";
  return target.kind === "resource" ? samePlace(target.resource, resource) : "no";
}

function declaredKeys({ stack, type, dataClass }: Resource, { estate }: Context): readonly string[] {
  if (type === "aws_s3_bucket_replication_configuration" && stack === ENCLAVE) {
    return [drainPath(estate).targetKeyAliasArn];
  }
  const archiveKey = estate.monitor.archiveKeyArns[stack];
  return archiveKey !== undefined && (SHIPS_AUDIT.has(type) || dataClass === "audit") ? [archiveKey] : [];
}
