import type { Example, Examples, Resources, StacksExample } from "../../examples";
import { policyJson, trustJson } from "../identity/example-trust";
import { deny, organizationWith } from "../organization/example-organization";

const BUCKET = "arn:aws:s3:::data";
const ROLE = "arn:aws:iam::200000000002:role/clover-local-backup";
const OURS = { StringEquals: { "aws:SourceAccount": "200000000002" } };
const allow = (Action: readonly string[], Resource: string) => ({ Effect: "Allow", Action, Resource });
const TAKING = [
  allow(["s3:Get*", "s3:List*", "s3:Put*Configuration", "s3:PutBucketNotification"], "*"),
  allow(["events:DescribeRule", "events:PutRule", "events:PutTargets"], "arn:aws:events:*:*:rule/AwsBackupManaged*"),
  allow(["kms:Decrypt"], "*"),
];

interface Changes {
  readonly role?: object;
  readonly permissions?: readonly object[] | string;
  readonly selection?: object;
  readonly more?: Resources;
}

const backups = ({ role, permissions = TAKING, selection, more }: Changes = {}): Resources => ({
  aws_s3_bucket: { data: { bucket: "data" } },
  aws_backup_plan: { daily: { name: "daily" } },
  aws_backup_selection: {
    data: {
      name: "data",
      plan_id: "${aws_backup_plan.daily.id}",
      resources: [BUCKET],
      iam_role_arn: "${aws_iam_role.backup.arn}",
      ...selection,
    },
  },
  aws_iam_role: {
    backup: {
      name: "clover-local-backup",
      assume_role_policy: trustJson({ Service: "backup.amazonaws.com" }, OURS),
      ...role,
    },
  },
  aws_iam_role_policy: {
    backup: {
      name: "take",
      role: "${aws_iam_role.backup.name}",
      policy: typeof permissions === "string" ? permissions : policyJson(...permissions),
    },
  },
  ...more,
});

const bucketDenial = (Condition: object) => ({
  aws_s3_bucket_policy: {
    data: {
      bucket: "data",
      policy: policyJson({
        Effect: "Deny",
        Principal: "*",
        Action: "s3:GetObject*",
        Resource: `${BUCKET}/*`,
        Condition,
      }),
    },
  },
});
const encrypted = (...statements: readonly object[]) => ({
  aws_kms_key: { data: { policy: policyJson(...statements) } },
  aws_s3_bucket_server_side_encryption_configuration: {
    data: {
      bucket: "data",
      rule: [
        {
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: "${aws_kms_key.data.arn}",
          },
        },
      ],
    },
  },
});
const decrypting = (service: string) => ({
  ...{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:Decrypt", Resource: "*" },
  Condition: { StringEquals: { "kms:ViaService": `${service}.eu-west-1.amazonaws.com` } },
});
const ofAws = (policy: string): Resources => ({
  aws_iam_role_policy: {},
  aws_iam_role_policy_attachment: {
    backup: { role: "${aws_iam_role.backup.name}", policy_arn: `arn:aws:iam::aws:policy/${policy}` },
  },
});

/** The same in an account that guardrails bind. */
function bound(...statements: readonly object[]): Example {
  const { stacks } = organizationWith(statements) as StacksExample;
  return { stacks: { ...stacks, dublin: { resource: backups() } } };
}

export const backupsTakenExamples: Examples = {
  policy: "STO-015",
  pass: {
    "nothing is backed up": {},
    "the role may do what AWS Backup does": backups(),
    "the role has AWS's own policy for it": backups({ more: ofAws("AWSBackupServiceRolePolicyForS3Backup") }),
    "the bucket spares the role, and the key lets it decrypt": backups({
      more: { ...bucketDenial({ ArnNotEquals: { "aws:PrincipalArn": ROLE } }), ...encrypted(decrypting("s3")) },
    }),
    "guardrails spare the role": bound(deny(["events:PutRule"], { ArnNotEquals: { "aws:PrincipalArn": ROLE } })),
  },
  fail: {
    "the role may do nothing": backups({ permissions: [] }),
    "the role may not follow the bucket": backups({ permissions: [TAKING[0]!, TAKING[2]!] }),
    "the role is denied to read": backups({
      permissions: [...TAKING, { Effect: "Deny", Action: "s3:GetObject*", Resource: "*" }],
    }),
    "the role has AWS's policy for tables alone": backups({
      more: ofAws("service-role/AWSBackupServiceRolePolicyForBackup"),
    }),
    "its boundary lets it do less": backups({
      role: { permissions_boundary: "${aws_iam_policy.less.arn}" },
      more: { aws_iam_policy: { less: { name: "less", policy: policyJson(allow(["dynamodb:*"], "*")) } } },
    }),
    "the role trusts another service": backups({
      role: { assume_role_policy: trustJson({ Service: "ec2.amazonaws.com" }) },
    }),
    "others act in the role that guardrails spare": backups({
      role: {
        assume_role_policy: trustJson({ Service: ["backup.amazonaws.com", "lambda.amazonaws.com"] }, OURS),
      },
    }),
    "the role is not in this output": backups({
      selection: { iam_role_arn: "arn:aws:iam::200000000002:role/service-role/AWSBackupDefaultServiceRole" },
    }),
    "the bucket's policy denies it to read": backups({
      more: bucketDenial({ StringNotEquals: { "aws:SourceVpce": "vpce-1" } }),
    }),
    "the key does not let it decrypt": backups({ more: encrypted(decrypting("dynamodb")) }),
    "the account has opted out of backups of buckets": backups({
      more: { aws_backup_region_settings: { all: { resource_type_opt_in_preference: { DynamoDB: true, S3: false } } } },
    }),
    "a guardrail denies it to follow the bucket": bound(deny(["events:PutRule"])),
  },
  undecided: {
    "what the role may do comes from a variable": backups({ permissions: "${var.policy}" }),
    "the role has a policy that is not here": backups({
      more: {
        ...backups(),
        aws_iam_role_policy_attachment: {
          more: { role: "${aws_iam_role.backup.name}", policy_arn: "arn:aws:iam::200000000002:policy/more" },
        },
      },
    }),
    "which role it is comes from a variable": backups({ selection: { iam_role_arn: "${var.role}" } }),
    "whom the bucket denies is told by a key that is not known": backups({
      more: bucketDenial({ StringEquals: { "s3:SomeNewKey": "x" } }),
    }),
  },
};
