import { drainPath } from "../../../config/names";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { valuesAt } from "../../model/values-at";
import { along } from "../along";
import { at, type Channel, type Passage, type Surroundings } from "../channel";
import { keyNamed } from "../../rules/key-of";

const S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";

/** Objects in buckets. */
export const storage: readonly Channel[] = [
  {
    title: "S3 replication",
    types: ["aws_s3_bucket_replication_configuration", "aws_s3_bucket"],
    moves: "bytes",
    what: "Every object that is written to a bucket is written to another bucket too",
    source: `${S3}/replication.html`,
    claims: [
      "rule.destination.bucket",
      "rule.destination.account",
      "replication_configuration.rules.destination.bucket",
      "replication_configuration.rules.destination.account_id",
    ],
    find: replicas,
  },
  along({
    title: "S3 inventory or analytics",
    types: ["aws_s3_bucket_inventory", "aws_s3_bucket_analytics_configuration"],
    moves: "bytes",
    from: { bucket: ["aws_s3_bucket"] },
    what: "The names of a bucket's objects go to another bucket",
    source: `${S3}/storage-inventory.html`,
    to: [
      { in: "destination.bucket", arn: "bucket_arn", account: "account_id" },
      {
        in: "storage_class_analysis.data_export.destination.s3_bucket_destination",
        arn: "bucket_arn",
        account: "bucket_account_id",
      },
    ],
  }),
  along({
    title: "S3 multi-region access point",
    types: ["aws_s3control_multi_region_access_point"],
    moves: "bytes",
    both: true,
    what: "Requests and replicas go to buckets of several regions",
    source: `${S3}/MultiRegionAccessPoints.html`,
    to: [{ in: "details.region", bucket: "bucket", account: "bucket_account_id" }],
  }),
  along({
    title: "S3 access point",
    types: ["aws_s3_access_point"],
    moves: "access",
    inbound: true,
    what: "A bucket's objects can be reached through an access point",
    source: `${S3}/access-points.html`,
    to: [{ bucket: "bucket", account: "bucket_account_id" }],
  }),
  along({
    title: "S3 access grant",
    types: ["aws_s3control_access_grant"],
    moves: "access",
    what: "Somebody of the directory may read objects",
    source: `${S3}/access-grants.html`,
    to: [{ in: "grantee", principal: "grantee_identifier" }],
    also: ["account_id"],
  }),
  along({
    title: "S3 ACL",
    types: ["aws_s3_bucket_acl", "aws_s3_bucket", "aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"],
    moves: "access",
    what: "Everyone, or another account, may read objects",
    source: `${S3}/acl-overview.html`,
    to: [
      {
        open: {
          path: "acl",
          when: ["public-read", "public-read-write", "authenticated-read", "aws-exec-read"],
        },
      },
      { in: "access_control_policy.grant.grantee", principal: "uri" },
      { in: "access_control_policy.grant.grantee", principal: "id" },
      { in: "access_control_policy.grant.grantee", principal: "email_address" },
      { in: "grant", principal: "uri" },
      { in: "grant", principal: "id" },
      { in: "grant", principal: "email" },
    ],
    from: { bucket: ["aws_s3_bucket"] },
    also: ["website_redirect"],
  }),
  along({
    title: "S3 object",
    types: ["aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"],
    moves: "bytes",
    what: "What a deployment reads or is given is written into a bucket, whoever's it is",
    source: `${S3}/upload-objects.html`,
    to: [{ bucket: "bucket" }],
  }),
  along({
    title: "S3 website",
    types: ["aws_s3_bucket_website_configuration", "aws_s3_bucket"],
    moves: "access",
    what: "A bucket is served to the internet as a website",
    source: `${S3}/WebsiteHosting.html`,
    from: { bucket: ["aws_s3_bucket"] },
    to: [{ present: "index_document" }, { present: "redirect_all_requests_to" }, { present: "website" }],
    also: ["redirect_all_requests_to.host_name", "routing_rule.redirect.host_name", "routing_rules"],
  }),
  along({
    title: "S3 transfer acceleration",
    types: ["aws_s3_bucket_accelerate_configuration", "aws_s3_bucket"],
    moves: "bytes",
    what: "Objects pass through AWS's edge locations all over the world",
    source: `${S3}/transfer-acceleration.html`,
    from: { bucket: ["aws_s3_bucket"] },
    to: [{ open: { path: "status", when: ["Enabled"] } }, { open: { path: "acceleration_status", when: ["Enabled"] } }],
  }),
  along({
    title: "S3 cross-origin requests",
    types: ["aws_s3_bucket_cors_configuration"],
    moves: "access",
    what: "A browser may show a bucket's objects to another site's pages; who may read them it does not change",
    source: `${S3}/cors.html`,
    to: [],
    also: ["cors_rule.allowed_origins"],
  }),
  along({
    title: "AppConfig profile",
    types: ["aws_appconfig_configuration_profile"],
    moves: "bytes",
    inbound: true,
    what: "Configuration is taken from a bucket or elsewhere, unless AppConfig keeps it itself",
    source: "https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-creating-configuration-profile.html",
    to: [{ url: "location_uri" }],
    unless: (profile) => profile.value("location_uri").is("hosted") === "yes",
  }),
  along({
    title: "DataSync transfer",
    types: ["aws_datasync_task"],
    moves: "bytes",
    from: { source_location_arn: ["aws_datasync_location_s3", "aws_datasync_location_efs"] },
    what: "Files of one location are copied to another",
    source: "https://docs.aws.amazon.com/datasync/latest/userguide/working-with-locations.html",
    to: [
      { arn: "destination_location_arn" },
      { arn: "cloudwatch_log_group_arn" },
      { in: "task_report_config.s3_destination", arn: "s3_bucket_arn" },
    ],
  }),
  along({
    title: "DataSync location",
    types: ["aws_datasync_location_s3"],
    moves: "bytes",
    both: true,
    what: "A task reads or writes a bucket",
    source: "https://docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html",
    to: [{ arn: "s3_bucket_arn" }],
    also: ["agent_arns"],
  }),
  along({
    title: "EFS replication",
    types: ["aws_efs_replication_configuration"],
    moves: "bytes",
    from: { source_file_system_id: ["aws_efs_file_system"] },
    what: "Every file of a file system is written to another",
    source: "https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html",
    to: [{ in: "destination", region: "region" }],
    also: ["destination.availability_zone_name", "destination.file_system_id"],
  }),
];

interface Rule {
  readonly rules: string;
  readonly bucket: string;
  readonly account: string;
  readonly key: string;
}

const APART: Rule = {
  rules: "rule",
  bucket: "destination.bucket",
  account: "destination.account",
  key: "destination.encryption_configuration.replica_kms_key_id",
};
const INLINE: Rule = {
  rules: "replication_configuration.rules",
  bucket: "destination.bucket",
  account: "destination.account_id",
  key: "destination.replica_kms_key_id",
};

function* replicas(resource: Resource, around: Surroundings): Generator<Passage> {
  const { atlas, declared } = around;
  const isApart = resource.type !== "aws_s3_bucket";
  const form = isApart ? APART : INLINE;
  const source = isApart ? atlas.arnOrBucket(resource.value("bucket")) : atlas.ofResource(resource);
  for (const rule of valuesAt(resource, form.rules).flatMap((value) => value.items())) {
    if (rule.isUnknown) {
      yield { from: source, to: atlas.unknown(rule.legible), at: at(rule) };
      continue;
    }
    if (rule.value("status").is("Disabled") === "yes") continue;
    const bucket = theOne(rule, form.bucket);
    if (bucket.isAbsent) continue;
    const to = atlas.arn(bucket, theOne(rule, form.account).text);
    const passage: Passage = { from: source, to, at: at(bucket) };
    const flow = declared.flow(source.stack ?? "", to.stack ?? "", "s3-replication", source.holds);
    yield flow && isDrain(source.resource, bucket, theOne(rule, form.key), around)
      ? { ...passage, declaredBy: `flow ${flow.id}` }
      : passage;
  }
}

/** A rule has one destination. */
function theOne(rule: Value, path: string): Value {
  return valuesAt(rule, path)[0]!;
}

/** Source, destination and key, each exactly the declared one. */
function isDrain(source: Resource | undefined, bucket: Value, key: Value, { atlas }: Surroundings): boolean {
  const path = drainPath(atlas.context.estate);
  return (
    source?.attribute("arn") === path.sourceBucketArn &&
    bucket.text === path.targetBucketArn &&
    (key.text === path.targetKeyAliasArn || isSameKey(key, path.targetKeyAliasArn, atlas))
  );
}

function isSameKey(key: Value, alias: string, atlas: Surroundings["atlas"]): boolean {
  const named = atlas.named(alias);
  const declared = named && keyNamed(named, alias);
  return declared !== undefined && key.text !== undefined && keyNamed(key.resource, key.text) === declared;
}
