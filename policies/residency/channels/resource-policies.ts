import type { Resource } from "../../model/resource";
import { valuesAt } from "../../model/values-at";
import { beyond } from "../../rules/beyond";
import { documentIn } from "../../rules/policy-values";
import type { Atlas } from "../atlas";
import { at, type Channel, type Passage, type Surroundings } from "../channel";
import type { Guest, Guests } from "../declared";
import { keyOf } from "../../rules/key-of";
import { idOf, letsIn, ON_BEHALF_OF_NOBODY, strangersIn, type Asked, type Stranger } from "../strangers";

/** How one service's resource policies are read. */
interface Service {
  readonly title: string;
  /** Resource type → the attribute that holds the document, and the one that names what it protects. */
  readonly documents: Readonly<Record<string, readonly [document: string, subject?: string]>>;
  /** The types that may be protected, where the document stands apart. */
  readonly subjects?: readonly string[];
  readonly actions: readonly string[];
  /** Actions that show content, or with which somebody can give themselves that. */
  readonly reading: readonly string[];
  /** Whether content that is encrypted with a customer-managed key needs the reader to have access to the key too. */
  readonly needsKey?: boolean;
  readonly source: string;
}

const GUIDE = "https://docs.aws.amazon.com";

const SERVICES: readonly Service[] = [
  {
    title: "S3 bucket policy",
    documents: { aws_s3_bucket_policy: ["policy", "bucket"], aws_s3_bucket: ["policy"] },
    subjects: ["aws_s3_bucket"],
    actions: ["s3:*"],
    reading: [
      "s3:GetObject*",
      "s3:ListBucket*",
      "s3:PutBucketAcl",
      "s3:PutBucketPolicy",
      "s3:PutObject*Acl",
      "s3:PutReplicationConfiguration",
    ],
    needsKey: true,
    source: `${GUIDE}/AmazonS3/latest/userguide/bucket-policies.html`,
  },
  {
    title: "S3 access point policy",
    documents: {
      aws_s3_access_point: ["policy", "bucket"],
      aws_s3control_access_point_policy: ["policy", "access_point_arn"],
      aws_s3control_multi_region_access_point_policy: ["details.policy"],
      aws_s3control_object_lambda_access_point_policy: ["policy"],
      aws_s3control_access_grants_instance_resource_policy: ["policy"],
    },
    subjects: ["aws_s3_bucket", "aws_s3_access_point"],
    actions: ["*"],
    reading: ["*"],
    needsKey: true,
    source: `${GUIDE}/AmazonS3/latest/userguide/access-points-policies.html`,
  },
  {
    title: "SQS queue policy",
    documents: { aws_sqs_queue_policy: ["policy", "queue_url"], aws_sqs_queue: ["policy"] },
    subjects: ["aws_sqs_queue"],
    actions: ["sqs:*"],
    reading: ["sqs:ReceiveMessage", "sqs:AddPermission", "sqs:SetQueueAttributes", "sqs:StartMessageMoveTask"],
    needsKey: true,
    source: `${GUIDE}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html`,
  },
  {
    title: "SNS topic policy",
    documents: { aws_sns_topic_policy: ["policy", "arn"], aws_sns_topic: ["policy"] },
    subjects: ["aws_sns_topic"],
    actions: ["sns:*"],
    // A subscriber receives what others publish; the topic decrypts for it.
    reading: ["sns:Subscribe", "sns:Receive", "sns:AddPermission", "sns:SetTopicAttributes"],
    source: `${GUIDE}/sns/latest/dg/sns-access-policy-use-cases.html`,
  },
  {
    title: "Secrets Manager policy",
    documents: { aws_secretsmanager_secret_policy: ["policy", "secret_arn"], aws_secretsmanager_secret: ["policy"] },
    subjects: ["aws_secretsmanager_secret"],
    actions: ["secretsmanager:*"],
    reading: ["secretsmanager:*GetSecretValue", "secretsmanager:PutResourcePolicy", "secretsmanager:ReplicateSecret*"],
    needsKey: true,
    source: `${GUIDE}/secretsmanager/latest/userguide/auth-and-access_examples_cross.html`,
  },
  {
    title: "DynamoDB policy",
    documents: { aws_dynamodb_resource_policy: ["policy", "resource_arn"] },
    subjects: ["aws_dynamodb_table"],
    actions: ["dynamodb:*"],
    reading: [
      "dynamodb:*Get*",
      "dynamodb:Query",
      "dynamodb:Scan",
      "dynamodb:PartiQLSelect",
      "dynamodb:ExportTable*",
      "dynamodb:PutResourcePolicy",
      "dynamodb:*Replica*",
    ],
    source: `${GUIDE}/amazondynamodb/latest/developerguide/rbac-cross-account-access.html`,
  },
  {
    title: "ECR repository policy",
    documents: { aws_ecr_repository_policy: ["policy", "repository"], aws_ecr_registry_policy: ["policy"] },
    subjects: ["aws_ecr_repository"],
    actions: ["ecr:*"],
    reading: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:SetRepositoryPolicy"],
    source: `${GUIDE}/AmazonECR/latest/userguide/repository-policies.html`,
  },
  {
    title: "EventBridge bus policy",
    documents: { aws_cloudwatch_event_bus_policy: ["policy", "event_bus_name"] },
    subjects: ["aws_cloudwatch_event_bus"],
    actions: ["events:*"],
    // A rule of another account on the bus sends every event that it matches there.
    reading: ["events:PutRule", "events:PutTargets", "events:CreateArchive", "events:StartReplay"],
    source: `${GUIDE}/eventbridge/latest/userguide/eb-event-bus-perms.html`,
  },
  {
    title: "Backup vault policy",
    documents: { aws_backup_vault_policy: ["policy", "backup_vault_name"] },
    subjects: ["aws_backup_vault"],
    actions: ["backup:*"],
    reading: [
      "backup:CopyFromBackupVault",
      "backup:PutBackupVaultAccessPolicy",
      "backup:StartCopyJob",
      "backup:StartRestoreJob",
    ],
    source: `${GUIDE}/aws-backup/latest/devguide/create-a-vault-access-policy.html`,
  },
  {
    title: "CloudWatch Logs destination policy",
    documents: {
      aws_cloudwatch_log_destination_policy: ["access_policy"],
      aws_cloudwatch_log_delivery_destination_policy: ["delivery_destination_policy"],
    },
    actions: ["*"],
    reading: ["logs:Get*", "logs:PutDestinationPolicy"],
    source: `${GUIDE}/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html`,
  },
  {
    title: "Monitoring sink policy",
    documents: { aws_oam_sink_policy: ["policy"] },
    actions: ["oam:*"],
    reading: ["oam:PutSinkPolicy"],
    source: `${GUIDE}/OAM/latest/APIReference/API_PutSinkPolicy.html`,
  },
];

const OTHER: Omit<Service, "documents"> = {
  title: "Resource policy",
  actions: ["*"],
  reading: ["*"],
  source: `${GUIDE}/IAM/latest/UserGuide/access_policies_identity-vs-resource.html`,
};

const KEYS: Service = {
  title: "KMS key policy",
  documents: {
    aws_kms_key: ["policy"],
    aws_kms_key_policy: ["policy", "key_id"],
    aws_kms_external_key: ["policy"],
    aws_kms_replica_key: ["policy"],
    aws_kms_replica_external_key: ["policy"],
  },
  subjects: ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key"],
  actions: ["kms:*"],
  reading: ["kms:CreateGrant", "kms:Decrypt", "kms:PutKeyPolicy", "kms:ReEncrypt*", "kms:ReplicateKey"],
  source: `${GUIDE}/kms/latest/developerguide/key-policy-modifying-external-accounts.html`,
};

/**
 * Resource policies that let somebody of another account in.
 *
 * @param others type → attributes, of the other types that carry such a document
 */
export function resourcePolicies(others: Readonly<Record<string, readonly string[]>>): readonly Channel[] {
  const listed = new Set([...SERVICES, KEYS].flatMap(({ documents }) => Object.keys(documents)));
  const rest = Object.entries(others).filter(([type]) => !listed.has(type));
  return [
    ...SERVICES.map((service) => channel(service, "access")),
    channel(KEYS, "keys"),
    ...rest.flatMap(([type, paths]) =>
      paths.map((path) => channel({ ...OTHER, documents: { [type]: [path] } }, "access")),
    ),
  ];
}

function channel(service: Service, moves: "access" | "keys"): Channel {
  const thing = moves === "keys" ? "What the key decrypts" : "What the resource holds";
  return {
    title: service.title,
    types: Object.keys(service.documents),
    moves,
    what: `${thing} can be reached by a principal, or a service on behalf, of another account that the policy lets in`,
    source: service.source,
    claims: [...new Set(Object.values(service.documents).flatMap((paths) => paths as readonly string[]))],
    find: (resource, around) => passages(service, moves, resource, around),
  };
}

function* passages(
  service: Service,
  moves: "access" | "keys",
  resource: Resource,
  around: Surroundings,
): Generator<Passage> {
  const [path, subjectPath] = service.documents[resource.type]!;
  const { atlas, declared } = around;
  const subject = subjectOf(resource, subjectPath, service.subjects ?? []);
  const from = moves === "keys" ? atlas.holder("key", subject) : atlas.ofResource(subject);
  const key = service.needsKey ? keyOf(subject) : undefined;
  const guests = declared.guests(subject);
  for (const value of valuesAt(resource, path).filter(({ isAbsent, data }) => !isAbsent && data !== "")) {
    const document = documentIn(value);
    const asked = { ...service, document, account: subject.account, context: ON_BEHALF_OF_NOBODY };
    for (const { node, statement, reads } of uninvited(asked, guests, atlas)) {
      const where = at(value, statement === undefined ? "" : `.Statement[${statement}]`);
      yield { from, to: node, at: where, ...(key ? { key } : {}), ...(reads ? {} : { contributes: true }) };
    }
    for (const { account, by } of guests.certain) {
      if (letsIn(asked, account, atlas) === "no") continue;
      yield { from, to: atlas.account(account), at: at(value), contributes: true, declaredBy: by };
    }
  }
}

/** Whom a document lets in beside its guests; who may turn out to be one is not known. */
function uninvited(asked: Asked, { certain, perhaps }: Guests, atlas: Atlas): readonly Stranger[] {
  const beside = (invited: readonly Guest[]) => {
    const permitted = invited.flatMap(({ may }) => may);
    return strangersIn({ ...asked, document: beyond(asked.document, permitted) }, atlas);
  };
  const strangers = beside(certain);
  if (perhaps.length === 0 || strangers.length === 0) return strangers;
  const anyhow = new Set(beside([...certain, ...perhaps]).map(idOf));
  return strangers.map((stranger) => {
    if (anyhow.has(idOf(stranger))) return stranger;
    const { label } = stranger.node;
    return { ...stranger, node: atlas.unknown(`${label}, unless the estate declares it for this resource`) };
  });
}

/** What the document protects; the resource that carries it where that is not in the output. */
function subjectOf(resource: Resource, path: string | undefined, types: readonly string[]): Resource {
  const text = path === undefined ? undefined : resource.value(path).text;
  return (text === undefined ? undefined : resource.find(text, ...types)) ?? resource;
}
