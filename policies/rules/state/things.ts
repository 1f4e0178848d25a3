import { resourceType } from "../../catalogue/resource-type";
import { fillTemplate } from "../../catalogue/template";
import type { Model } from "../../model/model";
import type { Resource } from "../../model/resource";
import { hasHole, piecesOf } from "../../model/symbolic";
import { once } from "../../once";

/** A thing of AWS that a resource makes or configures. */
interface Thing {
  /** Only things of one kind can be one. */
  readonly kind: string;
  /** Two that have the same are one. */
  readonly text: string;
}

const BUCKETS = [
  ...["accelerate_configuration", "acl", "cors_configuration", "lifecycle_configuration", "logging"],
  ...["metadata_configuration", "notification", "object_lock_configuration", "ownership_controls", "policy"],
  ...["public_access_block", "replication_configuration", "request_payment_configuration"],
  ...["server_side_encryption_configuration", "versioning", "website_configuration"],
];
const OF_BUCKETS = ["analytics_configuration", "intelligent_tiering_configuration", "inventory", "metric"];

/** What tells one from another of the same type, where neither its ARN nor its id does: as templates of the catalogue. */
const TOLD_BY: Readonly<Record<string, string>> = {
  ...Object.fromEntries(BUCKETS.map((suffix) => [`aws_s3_bucket_${suffix}`, "{bucket}"])),
  ...Object.fromEntries(OF_BUCKETS.map((suffix) => [`aws_s3_bucket_${suffix}`, "{bucket}/{name}"])),
  aws_iam_group_policy: "{account}/{group}/{name}",
  aws_iam_role_policy: "{account}/{role}/{name}",
  aws_iam_user_policy: "{account}/{user}/{name}",
  aws_iam_account_password_policy: "{account}",
  aws_account_alternate_contact: "{account}/{alternate_contact_type}",
  aws_account_primary_contact: "{account}",
  aws_cloudwatch_dashboard: "{account}/{region}/{dashboard_name}",
  // A bus may be named by its ARN, and the default one by name: see `valueOf`.
  aws_cloudwatch_event_rule: "{account}/{region}/{event_bus_name?/}{name}",
  aws_cloudwatch_event_target: "{account}/{region}/{event_bus_name?/}{rule}/{target_id}",
  aws_cloudwatch_log_account_policy: "{account}/{region}/{policy_type}/{policy_name}",
  aws_cloudwatch_log_data_protection_policy: "{account}/{region}/{log_group_name}",
  aws_cloudwatch_log_metric_filter: "{account}/{region}/{log_group_name}/{name}",
  aws_cloudwatch_log_subscription_filter: "{account}/{region}/{log_group_name}/{name}",
  // An account has one of each in a region, whatever it is called.
  aws_config_configuration_recorder: "{account}/{region}",
  aws_config_configuration_recorder_status: "{account}/{region}",
  aws_config_delivery_channel: "{account}/{region}",
  aws_ebs_default_kms_key: "{account}/{region}",
  aws_ebs_encryption_by_default: "{account}/{region}",
  aws_ebs_snapshot_block_public_access: "{account}/{region}",
  aws_ec2_instance_metadata_defaults: "{account}/{region}",
  aws_ecr_registry_policy: "{account}/{region}",
  aws_ecr_registry_scanning_configuration: "{account}/{region}",
  aws_ecr_replication_configuration: "{account}/{region}",
  aws_emr_block_public_access_configuration: "{account}/{region}",
  aws_glue_data_catalog_encryption_settings: "{account}/{region}",
  aws_glue_resource_policy: "{account}/{region}",
  aws_guardduty_detector_feature: "{detector_id}/{name}",
  aws_route53_record: "{zone_id}/{name}/{type}/{set_identifier?/}",
  aws_ssm_service_setting: "{account}/{region}/{setting_id}",
  aws_vpc_block_public_access_options: "{account}/{region}",
  aws_xray_encryption_config: "{account}/{region}",
};
/** IAM holds names that differ in capitals alone for one. */
const WITHOUT_CAPITALS = /^aws_iam_/;

/** What is written in place of a thing by more than one resource. */
export interface Twins {
  /** Of those, the ones that surely are the same. */
  readonly same: readonly Resource[];
  /** One that may come to be the same. */
  readonly perhaps: Resource | undefined;
}

/** Nothing where a resource is a thing that AWS tells from every other one. */
export function twinsOf(resource: Resource, model: Model): readonly Twins[] {
  const { byText, ofKind, openOfKind } = indexOf(model);
  return thingsOf(resource).map(({ kind, text }) => {
    const others = (byText.get(keyOf({ kind, text })) ?? []).filter((other) => other !== resource);
    const same = hasHole(text) ? [] : others;
    // What is known is compared with what is not alone, of which there is seldom any.
    const candidates = (hasHole(text) ? ofKind : openOfKind).get(kind) ?? [];
    const perhaps = candidates.find((other) => other.resource !== resource && mayBeOne(other.text, text));
    return { same, perhaps: perhaps?.resource };
  });
}

interface Told {
  readonly resource: Resource;
  readonly text: string;
}

interface Index {
  readonly byText: ReadonlyMap<string, readonly Resource[]>;
  readonly ofKind: ReadonlyMap<string, readonly Told[]>;
  /** Those of which a part is not known. */
  readonly openOfKind: ReadonlyMap<string, readonly Told[]>;
}

const indexOf = once((model: Model): Index => {
  const told = model.resources().flatMap((resource) => thingsOf(resource).map((thing) => ({ ...thing, resource })));
  return {
    byText: grouped(told, keyOf, ({ resource }) => resource),
    ofKind: grouped(
      told,
      ({ kind }) => kind,
      (each) => each,
    ),
    openOfKind: grouped(
      told.filter(({ text }) => hasHole(text)),
      ({ kind }) => kind,
      (each) => each,
    ),
  };
});

function grouped<One, Kept>(
  all: readonly One[],
  keyOf: (one: One) => string,
  kept: (one: One) => Kept,
): ReadonlyMap<string, Kept[]> {
  const groups = new Map<string, Kept[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(kept(one));
    else groups.set(keyOf(one), [kept(one)]);
  }
  return groups;
}

const keyOf = ({ kind, text }: Thing) => `${kind} ${text}`;

const thingsOf = once((resource: Resource): readonly Thing[] => {
  const own = ownThing(resource);
  return [...(own ? [own] : []), ...inlinePolicies(resource)];
});

/** What an ARN names is one thing, whatever the types of those that write it. */
function ownThing(resource: Resource): Thing | undefined {
  const { type } = resource;
  const template = TOLD_BY[type];
  if (template !== undefined) return thing(type, filled(resource, template));
  const { arn, id } = resourceType(type)?.computed ?? {};
  if (arn !== undefined) {
    const text = textOf(resource, "arn");
    return thing(text?.split(":")[2] ?? type, text);
  }
  return id === undefined ? undefined : thing(type, filled(resource, "{account}/{region}/{id}"));
}

function thing(kind: string, text: string | undefined): Thing | undefined {
  if (text === undefined) return undefined;
  return { kind, text: WITHOUT_CAPITALS.test(kind) ? text.toLowerCase() : text };
}

/** Those that stand in their role. */
function inlinePolicies(resource: Resource): readonly Thing[] {
  if (resource.type !== "aws_iam_role") return [];
  return resource
    .value("inline_policy")
    .items()
    .flatMap((policy) => {
      const { text } = policy.value("name");
      const role = textOf(resource, "name");
      const own = text === undefined || role === undefined ? undefined : `${resource.account}/${role}/${text}`;
      return thing("aws_iam_role_policy", own) ?? [];
    });
}

function filled(resource: Resource, template: string): string | undefined {
  return fillTemplate(template, (name) => {
    if (name === "account" || name === "region") return resource[name];
    const text = textOf(resource, name);
    return name === "event_bus_name" ? text?.replace(/^.*:event-bus\//, "") : text;
  });
}

function textOf(resource: Resource, attribute: string): string | undefined {
  const found = resource.attribute(attribute);
  return found === undefined || found === null || typeof found === "object" ? undefined : String(found);
}

/** Whether two texts, one of them at least with parts that are not known, can come to be the same. */
function mayBeOne(one: string, other: string): boolean {
  const [[head, tail], [otherHead, otherTail]] = [edgesOf(one), edgesOf(other)];
  const begin = head.startsWith(otherHead) || otherHead.startsWith(head);
  return begin && (tail.endsWith(otherTail) || otherTail.endsWith(tail));
}

/** What stands before all that is not known, and after it. */
function edgesOf(text: string): readonly [head: string, tail: string] {
  const pieces = piecesOf(text);
  const known = ({ kind }: { readonly kind: string }) => kind !== "hole";
  const [first, last] = [pieces.findIndex((piece) => !known(piece)), pieces.findLastIndex((piece) => !known(piece))];
  const joined = (from: number, to?: number) =>
    pieces
      .slice(from, to)
      .map((piece) => piece.text)
      .join("");
  return first < 0 ? [text, text] : [joined(0, first), joined(last + 1)];
}
