import type { ResidencyVerdict } from "../../../policies/hop";
import type { Block, Output } from "../mutations/mutation";

/** A hop as the witness must name it: where it is made, how, and to whom. */
export interface ExpectedHop {
  readonly stack: string;
  /** The Terraform address, or the part of it after the type where the name is synthesized. */
  readonly address: string;
  readonly jsonPath: string;
  readonly mechanism: string;
  /** Part of the destination as a person reads it. */
  readonly to: string;
}

/** A way in which data could leave, or be reached, and what the proof must say of it. */
export interface Leak {
  /** Completes "finds that …". */
  readonly title: string;
  readonly verdict: ResidencyVerdict;
  readonly hops: readonly ExpectedHop[];
  /** What else is found, beside the leak itself. */
  readonly also?: readonly ResidencyVerdict[];
  readonly make: (output: Output) => void;
}

/** The policy that finds what has a verdict. */
export const FOUND_BY: Readonly<Record<ResidencyVerdict, string>> = {
  leaves: "RES-001",
  undecided: "RES-001",
  undeclared: "RES-002",
  unused: "RES-003",
};

const OUTSIDER = "666666666666";
const US = "us-east-1";
export const DUBLIN = "200000000002";
const NORWAY = "400000000004";
const USER_DATA = "clover-local-dublin-user-data-200000000002";

const allow = (principal: unknown, action: unknown, resource: unknown, more: object = {}) => ({
  Effect: "Allow",
  Principal: principal,
  Action: action,
  Resource: resource,
  ...more,
});
const policy = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });

const bucketPolicy = (output: Output, stack = "dublin") => output.resource(stack, "aws_s3_bucket_policy", "user-data");
const dataKey = (output: Output, stack = "dublin") => output.resource(stack, "aws_kms_key", "user-data/key");

/** Takes the denial of other organizations away, which stands beside the grant in the same policy. */
function openBucket(output: Output, statement: object, stack = "dublin"): void {
  output.document(bucketPolicy(output, stack), "policy", (document) => {
    document.Statement = document.Statement.filter(({ Sid }) => !["OutsideOrganization", "OutsideDoors"].includes(Sid));
    document.Statement.push(statement);
  });
}

function openKey(output: Output, statement: object, stack = "dublin"): void {
  output.document(dataKey(output, stack), "policy", (document) => document.Statement.push(statement));
}

function secondRegion(output: Output, stack: string, region: string): string {
  const providers = output.stacks[stack]!["provider"]["aws"] as Block[];
  providers.push({ ...providers[0], alias: "second", region });
  return "aws.second";
}

/** A rule of Dublin's own that sends what it hears of to the monitor's bus. */
function forwardToMonitor(output: Output, rule: Block, target: Block = {}): void {
  output.add("dublin", "aws_cloudwatch_event_rule", "out", { name: "out", ...rule });
  output.add("dublin", "aws_cloudwatch_event_target", "out", {
    rule: "${aws_cloudwatch_event_rule.out.name}",
    arn: "arn:aws:events:eu-west-2:900000000009:event-bus/clover-local-monitor-alerts",
    ...target,
  });
}

const toMonitor: ExpectedHop = {
  stack: "dublin",
  address: "aws_cloudwatch_event_target.out",
  jsonPath: "arn",
  mechanism: "EventBridge target",
  to: "monitor (900000000009, eu-west-2, GB)",
};

const read = (principal: unknown) => allow(principal, "s3:GetObject", `arn:aws:s3:::${USER_DATA}/*`);
const decrypt = (principal: unknown) => allow(principal, "kms:Decrypt", "*");

/** Gives a role that carries no boundary something more. */
function grant(output: Output, action: string, resource: string | readonly string[]): void {
  output.add("dublin", "aws_iam_role_policy", "granted", {
    role: output.resource("dublin", "aws_iam_role", "alert-forwarding")["name"],
    policy: policy({ Effect: "Allow", Action: action, Resource: resource }),
  });
}

const handedOver = (to: string): ExpectedHop => ({
  stack: "dublin",
  address: "aws_iam_role_policy.granted",
  jsonPath: "policy.Statement[0]",
  mechanism: "Permission on a resource elsewhere",
  to,
});

export const LEAKS: readonly Leak[] = [
  {
    title: "objects are replicated to a bucket that nobody declares",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_s3_bucket_replication_configuration", "out", {
        bucket: USER_DATA,
        role: "arn:aws:iam::200000000002:role/replication",
        rule: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::somewhere" } }],
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_replication_configuration.out",
        jsonPath: "rule[0].destination.bucket",
        mechanism: "S3 replication",
        to: "bucket somewhere",
      },
    ],
  },
  {
    title: "the deployment writes an item that it reads into a bucket that nobody declares",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_s3_object", "out", {
        bucket: "partner-drop",
        key: "users.json",
        content: "x",
        metadata: { user: "${data.aws_dynamodb_table_item.user.item}" },
        kms_key_id: `\${${output.address("dublin", "aws_kms_key", "user-data/key")}.arn}`,
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_object.out",
        jsonPath: "bucket",
        mechanism: "S3 object",
        to: "bucket partner-drop",
      },
    ],
  },
  {
    title: "the deployment calls another account's function",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_lambda_invocation", "out", {
        function_name: `arn:aws:lambda:eu-west-1:${OUTSIDER}:function:in`,
        input: "${data.aws_dynamodb_table_item.user.item}",
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_lambda_invocation.out",
        jsonPath: "function_name",
        mechanism: "Another way",
        to: OUTSIDER,
      },
    ],
  },
  {
    title: "a bucket's objects are published, under a tag that calls them public",
    verdict: "undeclared",
    make: (output) =>
      output.add("dublin", "aws_dataexchange_revision_assets", "out", {
        data_set_id: "set",
        asset: [
          { create_s3_data_access_from_s3_bucket: { asset_source: { bucket: USER_DATA, key_prefixes: ["users/"] } } },
        ],
        tags: { "data-class": "public" },
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_dataexchange_revision_assets.out",
        jsonPath: "asset[0].create_s3_data_access_from_s3_bucket.asset_source.bucket",
        mechanism: "Another way",
        to: "tagged as public",
      },
    ],
  },
  {
    title: "a copy inside the EEA is shared, with its key, to an account of nobody the estate knows",
    verdict: "leaves",
    make: (output) => {
      output.add("norway", "aws_s3_bucket", "copy", { bucket: "copy-of-dublin" });
      output.add("norway", "aws_kms_key", "copy", { policy: policy(decrypt(root(OUTSIDER))) });
      output.add("norway", "aws_s3_bucket_server_side_encryption_configuration", "copy", {
        bucket: "${aws_s3_bucket.copy.bucket}",
        rule: [
          {
            apply_server_side_encryption_by_default: {
              sse_algorithm: "aws:kms",
              kms_master_key_id: "${aws_kms_key.copy.arn}",
            },
          },
        ],
      });
      output.add("norway", "aws_s3_bucket_policy", "copy", {
        bucket: "${aws_s3_bucket.copy.bucket}",
        policy: policy(allow(root(OUTSIDER), ["s3:GetObject"], "arn:aws:s3:::copy-of-dublin/*")),
      });
      output.add("dublin", "aws_s3_bucket_replication_configuration", "out", {
        bucket: USER_DATA,
        rule: [{ status: "Enabled", destination: [{ bucket: "arn:aws:s3:::copy-of-dublin", account: NORWAY }] }],
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_replication_configuration.out",
        jsonPath: "rule[0].destination[0].bucket",
        mechanism: "S3 replication",
        to: "aws_s3_bucket.copy of norway",
      },
      {
        stack: "norway",
        address: "aws_s3_bucket_policy.copy",
        jsonPath: "policy.Statement[0]",
        mechanism: "S3 bucket policy",
        to: `account ${OUTSIDER}`,
      },
      {
        stack: "norway",
        address: "aws_kms_key.copy",
        jsonPath: "policy.Statement[0]",
        mechanism: "KMS key policy",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
  {
    title: "another account may read objects and use their key",
    verdict: "leaves",
    make: (output) => {
      openBucket(output, read(root(OUTSIDER)));
      openKey(output, decrypt(root(OUTSIDER)));
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_policy",
        jsonPath: "policy.Statement[8]",
        mechanism: "S3 bucket policy",
        to: `account ${OUTSIDER}`,
      },
      {
        stack: "dublin",
        address: "aws_kms_key",
        jsonPath: "policy.Statement[6]",
        mechanism: "KMS key policy",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
  {
    title: "the enclave's account, in the US, may read a site's objects and use their key",
    verdict: "leaves",
    make: (output) => {
      openBucket(output, read(root("500000000005")));
      openKey(output, decrypt(root("500000000005")));
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_policy",
        jsonPath: "policy.Statement[8]",
        mechanism: "S3 bucket policy",
        to: "enclave (500000000005, us-east-1, US)",
      },
      {
        stack: "dublin",
        address: "aws_kms_key",
        jsonPath: "policy.Statement[6]",
        mechanism: "KMS key policy",
        to: "enclave (500000000005, us-east-1, US)",
      },
    ],
  },
  {
    title: "another account may read objects, which without their key it cannot decrypt",
    verdict: "undeclared",
    make: (output) => openBucket(output, read(root(OUTSIDER))),
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_policy",
        jsonPath: "policy.Statement[8]",
        mechanism: "S3 bucket policy",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
  {
    title: "another account may use a key, without access to what it encrypts",
    verdict: "undeclared",
    make: (output) => openKey(output, decrypt(root(OUTSIDER))),
    hops: [
      {
        stack: "dublin",
        address: "aws_kms_key",
        jsonPath: "policy.Statement[6]",
        mechanism: "KMS key policy",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
  {
    title: "a grant lets another account use a key",
    verdict: "undeclared",
    make: (output) =>
      output.add("dublin", "aws_kms_grant", "out", {
        key_id: `\${${output.address("dublin", "aws_kms_key", "user-data/key")}.key_id}`,
        grantee_principal: `arn:aws:iam::${OUTSIDER}:role/reader`,
        operations: ["Decrypt"],
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_kms_grant.out",
        jsonPath: "grantee_principal",
        mechanism: "KMS grant",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
  {
    title: "everyone but one principal may read objects and use their key",
    verdict: "leaves",
    make: (output) => {
      const { Principal: _all, ...rest } = read("*");
      openBucket(output, { ...rest, NotPrincipal: { AWS: `arn:aws:iam::${DUBLIN}:role/nobody` } });
      openKey(output, decrypt({ AWS: "*" }));
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_policy",
        jsonPath: "policy.Statement[8]",
        mechanism: "S3 bucket policy",
        to: "everyone",
      },
      {
        stack: "dublin",
        address: "aws_kms_key",
        jsonPath: "policy.Statement[6]",
        mechanism: "KMS key policy",
        to: "everyone",
      },
    ],
  },
  {
    title: "another account may do everything but one action",
    verdict: "leaves",
    make: (output) => {
      const { Action: _read, ...rest } = read(root(OUTSIDER));
      openBucket(output, { ...rest, NotAction: "s3:DeleteObject" });
      openKey(output, decrypt(root(OUTSIDER)));
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_policy",
        jsonPath: "policy.Statement[8]",
        mechanism: "S3 bucket policy",
        to: `account ${OUTSIDER}`,
      },
      {
        stack: "dublin",
        address: "aws_kms_key",
        jsonPath: "policy.Statement[6]",
        mechanism: "KMS key policy",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
  {
    title: "the denial that stood against a grant has a condition that never holds",
    verdict: "leaves",
    make: (output) => {
      output.document(bucketPolicy(output), "policy", (document) => {
        for (const statement of document.Statement) {
          if (["OutsideOrganization", "OutsideDoors"].includes(statement["Sid"])) {
            statement["Condition"] = {
              ...statement["Condition"],
              StringEquals: { "aws:PrincipalAccount": "000000000000" },
            };
          }
        }
        document.Statement.push(read(root(OUTSIDER)));
      });
      openKey(output, decrypt(root(OUTSIDER)));
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_policy",
        jsonPath: "policy.Statement[10]",
        mechanism: "S3 bucket policy",
        to: `account ${OUTSIDER}`,
      },
      {
        stack: "dublin",
        address: "aws_kms_key",
        jsonPath: "policy.Statement[6]",
        mechanism: "KMS key policy",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
  {
    title: "a log group is sent to a stream of another region, and from there to a bucket there",
    verdict: "leaves",
    make: (output) => {
      const provider = secondRegion(output, "dublin", US);
      output.add("dublin", "aws_kinesis_firehose_delivery_stream", "out", {
        provider,
        name: "out",
        destination: "extended_s3",
        tags: { "data-class": "audit" },
        extended_s3_configuration: [
          { role_arn: "arn:aws:iam::200000000002:role/x", bucket_arn: "arn:aws:s3:::us-logs" },
        ],
      });
      output.add("dublin", "aws_cloudwatch_log_subscription_filter", "out", {
        name: "out",
        filter_pattern: "",
        log_group_name: `\${${output.address("dublin", "aws_cloudwatch_log_group")}.name}`,
        destination_arn: "${aws_kinesis_firehose_delivery_stream.out.arn}",
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_cloudwatch_log_subscription_filter.out",
        jsonPath: "destination_arn",
        mechanism: "Log subscription",
        to: "aws_kinesis_firehose_delivery_stream.out",
      },
    ],
  },
  {
    title: "a table is replicated to another region",
    verdict: "leaves",
    make: (output) => {
      output.resource("dublin", "aws_dynamodb_table")["replica"] = [{ region_name: "us-west-2" }];
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_dynamodb_table",
        jsonPath: "replica[0].region_name",
        mechanism: "DynamoDB replica",
        to: "us-west-2",
      },
    ],
  },
  {
    title: "a table is replicated inside the EEA, which nobody declared",
    verdict: "undeclared",
    make: (output) => {
      output.resource("dublin", "aws_dynamodb_table")["replica"] = [{ region_name: "eu-central-1" }];
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_dynamodb_table",
        jsonPath: "replica[0].region_name",
        mechanism: "DynamoDB replica",
        to: "eu-central-1",
      },
    ],
  },
  {
    title: "a secret is replicated to the United Kingdom, which is not in the EEA",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_secretsmanager_secret", "pin", { name: "pin", replica: [{ region: "eu-west-2" }] }),
    hops: [
      {
        stack: "dublin",
        address: "aws_secretsmanager_secret.pin",
        jsonPath: "replica[0].region",
        mechanism: "Secret replica",
        to: "eu-west-2, GB",
      },
    ],
  },
  {
    title: "backups are copied to another account's vault",
    verdict: "leaves",
    make: (output) => {
      output.resource("dublin", "aws_backup_plan")["rule"][0]["copy_action"] = [
        { destination_vault_arn: `arn:aws:backup:eu-west-1:${OUTSIDER}:backup-vault:theirs` },
      ];
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_backup_plan",
        jsonPath: "rule[0].copy_action[0].destination_vault_arn",
        mechanism: "Backup copy",
        to: OUTSIDER,
      },
    ],
  },
  {
    title: "a snapshot is shared with another account",
    verdict: "leaves",
    make: (output) => {
      output.add("dublin", "aws_ebs_snapshot", "volume", { volume_id: "vol-1" });
      output.add("dublin", "aws_snapshot_create_volume_permission", "out", {
        snapshot_id: "${aws_ebs_snapshot.volume.id}",
        account_id: OUTSIDER,
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_snapshot_create_volume_permission.out",
        jsonPath: "account_id",
        mechanism: "Sharing of an EBS snapshot",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
  {
    title: "events go to an outsider's bus, whose ARN a resource that does not exist says to be its own",
    verdict: "leaves",
    make: (output) => {
      const arn = `arn:aws:events:eu-west-1:${OUTSIDER}:event-bus/theirs`;
      output.add("dublin", "aws_placement_group", "decoy", {
        name: "decoy",
        strategy: "cluster",
        count: 0,
        lifecycle: { postcondition: [{ condition: `\${self.arn == "${arn}"}`, error_message: "none" }] },
      });
      output.add("dublin", "aws_cloudwatch_event_rule", "ours", { name: "ours", event_pattern: '{"source":["app"]}' });
      output.add("dublin", "aws_cloudwatch_event_target", "out", { rule: "ours", arn });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_cloudwatch_event_target.out",
        jsonPath: "arn",
        mechanism: "EventBridge target",
        to: OUTSIDER,
      },
    ],
  },
  {
    title: "an inventory goes to an outsider's bucket, which goes by a name as the monitor's do",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_s3_bucket_inventory", "out", {
        bucket: USER_DATA,
        name: "all",
        included_object_versions: "All",
        schedule: [{ frequency: "Daily" }],
        destination: [
          {
            bucket: [
              {
                account_id: OUTSIDER,
                bucket_arn: "arn:aws:s3:::clover-local-monitor-theirs-900000000009",
                format: "CSV",
              },
            ],
          },
        ],
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_inventory.out",
        jsonPath: "destination[0].bucket[0].bucket_arn",
        mechanism: "S3 inventory or analytics",
        to: OUTSIDER,
      },
    ],
  },
  {
    title: "prompts go to regions of the EU that AWS chooses",
    verdict: "undecided",
    make: (output) =>
      output.add("dublin", "aws_bedrock_inference_profile", "out", {
        name: "out",
        model_source: [
          { copy_from: `arn:aws:bedrock:eu-west-1:${DUBLIN}:inference-profile/eu.anthropic.claude-sonnet-4` },
        ],
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_bedrock_inference_profile.out",
        jsonPath: "model_source[0].copy_from",
        mechanism: "Inference profile",
        to: "regions of the EU",
      },
    ],
  },
  {
    title: "prompts go wherever in the world there is room, by a profile in an account of ours",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_bedrock_inference_profile", "out", {
        name: "out",
        model_source: [
          { copy_from: `arn:aws:bedrock:eu-west-1:${DUBLIN}:inference-profile/global.anthropic.claude-sonnet-4` },
        ],
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_bedrock_inference_profile.out",
        jsonPath: "model_source[0].copy_from",
        mechanism: "Inference profile",
        to: "regions of global",
      },
    ],
  },
  {
    title: "networks of a site and of the enclave are peered",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_vpc_peering_connection", "out", {
        vpc_id: `\${${output.address("dublin", "aws_vpc")}.id}`,
        peer_vpc_id: "vpc-0123456789abcdef0",
        peer_owner_id: "500000000005",
        peer_region: US,
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_vpc_peering_connection.out",
        jsonPath: "peer_vpc_id",
        mechanism: "VPC peering",
        to: "enclave (500000000005, us-east-1, US)",
      },
    ],
  },
  {
    title: "the enclave opens the peering from its side",
    verdict: "leaves",
    make: (output) =>
      output.add("enclave", "aws_vpc_peering_connection", "out", {
        vpc_id: `\${${output.address("enclave", "aws_vpc")}.id}`,
        peer_vpc_id: "vpc-0123456789abcdef0",
        peer_owner_id: DUBLIN,
        peer_region: "eu-west-1",
      }),
    hops: [
      {
        stack: "enclave",
        address: "aws_vpc_peering_connection.out",
        jsonPath: "peer_vpc_id",
        mechanism: "VPC peering",
        to: "enclave (500000000005, us-east-1, US)",
      },
    ],
  },
  {
    title: "a role that may read is trusted to an outsider through a second role",
    verdict: "leaves",
    make: (output) => {
      output.add("dublin", "aws_iam_role", "reader", {
        name: "reader",
        assume_role_policy: policy({
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${DUBLIN}:role/gate` },
          Action: "sts:AssumeRole",
        }),
      });
      output.add("dublin", "aws_iam_role_policy", "reader", {
        name: "read",
        role: "${aws_iam_role.reader.name}",
        policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${USER_DATA}/*` }),
      });
      output.add("dublin", "aws_iam_role", "gate", {
        name: "gate",
        assume_role_policy: policy({ Effect: "Allow", Principal: root(OUTSIDER), Action: "sts:AssumeRole" }),
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_iam_role_policy.reader",
        jsonPath: "policy.Statement[0]",
        mechanism: "Permissions of a role",
        to: "aws_iam_role.reader",
      },
      {
        stack: "dublin",
        address: "aws_iam_role.reader",
        jsonPath: "assume_role_policy.Statement[0]",
        mechanism: "Assumption of a role",
        to: "aws_iam_role.gate",
      },
      {
        stack: "dublin",
        address: "aws_iam_role.gate",
        jsonPath: "assume_role_policy.Statement[0]",
        mechanism: "Assumption of a role",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
  {
    title: "a role may write into whatever bucket a pattern names",
    verdict: "leaves",
    make: (output) => {
      grant(output, "s3:PutObject", [`arn:aws:s3:::${USER_DATA}/*`, "arn:aws:s3:::partner-*/*"]);
    },
    hops: [handedOver("arn:aws:s3:::partner-*/*")],
  },
  {
    title: "a role may send to a queue of that name in any account",
    verdict: "leaves",
    make: (output) => {
      grant(output, "sqs:SendMessage", "arn:aws:sqs:us-east-1:*:drop");
    },
    hops: [handedOver("arn:aws:sqs:us-east-1:*:drop")],
  },
  {
    title: "a role may write everywhere but into one bucket, and a condition on itself is no limit",
    verdict: "leaves",
    make: (output) => {
      output.add("dublin", "aws_iam_role_policy", "granted", {
        role: output.resource("dublin", "aws_iam_role", "alert-forwarding")["name"],
        policy: policy({
          Effect: "Allow",
          Action: "s3:PutObject",
          NotResource: "arn:aws:s3:::other/*",
          Condition: {
            ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${DUBLIN}:role/clover-local-dublin-alert-forwarding` },
          },
        }),
      });
    },
    hops: [handedOver("all that a statement does not leave out")],
  },
  {
    title: "where a role may send messages is a variable",
    verdict: "undecided",
    make: (output) => {
      grant(output, "sqs:SendMessage", "arn:aws:sqs:eu-west-1:${var.account}:drop");
    },
    hops: [handedOver("var.account")],
  },
  {
    title: "whoever shows a certificate may take on a role that reads",
    verdict: "leaves",
    make: (output) => {
      output.add("dublin", "aws_iam_role", "reader", {
        name: "reader",
        assume_role_policy: policy({
          Effect: "Allow",
          Principal: { Service: "rolesanywhere.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            ArnEquals: { "aws:SourceArn": `arn:aws:rolesanywhere:eu-west-1:${DUBLIN}:trust-anchor/0a` },
          },
        }),
      });
      output.add("dublin", "aws_iam_role_policy", "reader", {
        name: "read",
        role: "${aws_iam_role.reader.name}",
        policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${USER_DATA}/*` }),
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_iam_role_policy.reader",
        jsonPath: "policy.Statement[0]",
        mechanism: "Permissions of a role",
        to: "aws_iam_role.reader",
      },
      {
        stack: "dublin",
        address: "aws_iam_role.reader",
        jsonPath: "assume_role_policy.Statement[0]",
        mechanism: "Assumption of a role",
        to: "whoever shows a certificate",
      },
    ],
  },
  {
    title: "people who work in the United States may take on a declared role",
    verdict: "leaves",
    make: (output) =>
      output.document(
        output.resource("dublin", "aws_iam_role", "access-dublin-support"),
        "assume_role_policy",
        (document) => {
          document.Statement[0]!["Condition"]["StringEquals"]["aws:PrincipalTag/country-of-work"] = ["IE", "US"];
        },
      ),
    hops: [
      {
        stack: "dublin",
        address: "aws_iam_role_policy",
        jsonPath: "policy.Statement[1]",
        mechanism: "Permissions of a role",
        to: "aws_iam_role.access-dublin-support",
      },
      {
        stack: "dublin",
        address: "aws_iam_role.access-dublin-support",
        jsonPath: "assume_role_policy.Statement[0]",
        mechanism: "People's access",
        to: "people who work in US",
      },
    ],
  },
  {
    title: "people who work in another country of the EEA may take on a declared role",
    verdict: "undeclared",
    make: (output) =>
      output.document(
        output.resource("dublin", "aws_iam_role", "access-dublin-support"),
        "assume_role_policy",
        (document) => {
          document.Statement[0]!["Condition"]["StringEquals"]["aws:PrincipalTag/country-of-work"] = ["IE", "FR"];
        },
      ),
    hops: [
      {
        stack: "dublin",
        address: "aws_iam_role.access-dublin-support",
        jsonPath: "assume_role_policy.Statement[0]",
        mechanism: "People's access",
        to: "people who work in FR",
      },
    ],
  },
  {
    title: "a topic sends a queue's messages to somebody's mailbox",
    verdict: "leaves",
    make: (output) => {
      output.add("dublin", "aws_sns_topic", "news", { name: "news" });
      output.add("dublin", "aws_s3_bucket_notification", "news", {
        bucket: USER_DATA,
        topic: [{ topic_arn: "${aws_sns_topic.news.arn}", events: ["s3:ObjectCreated:*"] }],
      });
      output.add("dublin", "aws_sns_topic_subscription", "out", {
        topic_arn: "${aws_sns_topic.news.arn}",
        protocol: "https",
        endpoint: "https://collector.example.com/in",
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_sns_topic_subscription.out",
        jsonPath: "endpoint",
        mechanism: "SNS subscription",
        to: "collector.example.com",
      },
    ],
  },
  {
    title: "a topic sends messages to a host whose name begins as a bucket's of the site does",
    verdict: "leaves",
    make: (output) => {
      output.add("dublin", "aws_sns_topic_subscription", "out", {
        topic_arn: "arn:aws:sns:eu-west-1:200000000002:news",
        protocol: "https",
        endpoint: `https://${USER_DATA}.s3.eu-west-1.amazonaws.com.collector.example/in`,
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_sns_topic_subscription.out",
        jsonPath: "endpoint",
        mechanism: "SNS subscription",
        to: "collector.example",
      },
    ],
  },
  {
    title: "another account may receive messages of a queue that objects are announced on",
    verdict: "leaves",
    make: (output) => {
      output.add("dublin", "aws_sqs_queue", "news", {
        name: "news",
        policy: policy(allow(root(OUTSIDER), "sqs:ReceiveMessage", "*")),
        tags: { "data-class": "audit" },
      });
      output.add("dublin", "aws_s3_bucket_notification", "news", {
        bucket: USER_DATA,
        queue: [{ queue_arn: "${aws_sqs_queue.news.arn}", events: ["s3:ObjectCreated:*"] }],
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_notification.news",
        jsonPath: "queue[0].queue_arn",
        mechanism: "S3 event notification",
        to: "aws_sqs_queue.news",
      },
      {
        stack: "dublin",
        address: "aws_sqs_queue.news",
        jsonPath: "policy.Statement[0]",
        mechanism: "SQS queue policy",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
  {
    title: "an application's events go to a bus in the United States",
    verdict: "leaves",
    make: (output) => {
      output.add("dublin", "aws_cloudwatch_event_rule", "out", { name: "out", event_pattern: '{"source":["orders"]}' });
      output.add("dublin", "aws_cloudwatch_event_target", "out", {
        rule: "${aws_cloudwatch_event_rule.out.name}",
        arn: `arn:aws:events:us-east-1:${DUBLIN}:event-bus/default`,
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_cloudwatch_event_target.out",
        jsonPath: "arn",
        mechanism: "EventBridge target",
        to: "us-east-1, US",
      },
    ],
  },
  {
    title: "an application's events go to the monitor, as if they were its alerts",
    verdict: "leaves",
    make: (output) => forwardToMonitor(output, { event_pattern: '{"source":["app.users"]}' }),
    hops: [toMonitor],
  },
  {
    title: "every event of the account goes to the monitor",
    verdict: "leaves",
    make: (output) => forwardToMonitor(output, { event_pattern: `{"account":["${DUBLIN}"]}` }),
    hops: [toMonitor],
  },
  {
    title: "what an application calls drift goes to the monitor from a bus of its own",
    verdict: "leaves",
    make: (output) => {
      output.add("dublin", "aws_cloudwatch_event_bus", "out", {
        name: "out",
        kms_key_identifier: `\${${output.address("dublin", "aws_kms_key", "user-data/key")}.arn}`,
      });
      const event_bus_name = "${aws_cloudwatch_event_bus.out.name}";
      forwardToMonitor(output, { event_pattern: '{"source":["clover.drift"]}', event_bus_name }, { event_bus_name });
    },
    hops: [toMonitor],
  },
  {
    title: "a partner's events go to the monitor",
    verdict: "leaves",
    make: (output) => forwardToMonitor(output, { event_pattern: '{"source":[{"prefix":"aws.partner/"}]}' }),
    hops: [toMonitor],
  },
  {
    title: "an alert goes to the monitor whoever says that it is one",
    verdict: "leaves",
    make: (output) =>
      output.document(
        output.resource("dublin", "aws_cloudwatch_event_rule", "root-use"),
        "event_pattern",
        (pattern) => {
          delete (pattern as Block)["source"];
        },
      ),
    hops: [{ ...toMonitor, address: "aws_cloudwatch_event_target.alert-forwarding_root-use-to-monitor" }],
  },
  {
    title: "it cannot be known which events go to the monitor",
    verdict: "undecided",
    make: (output) => forwardToMonitor(output, { event_pattern: "${var.pattern}" }),
    hops: [{ ...toMonitor, to: "what the rule out matches" }],
  },
  {
    title: "another account may invoke a function",
    verdict: "leaves",
    make: (output) => {
      output.add("dublin", "aws_lambda_function", "reader", {
        function_name: "reader",
        role: "arn:aws:iam::200000000002:role/x",
        vpc_config: [{ subnet_ids: [], security_group_ids: [] }],
      });
      output.add("dublin", "aws_lambda_permission", "out", {
        function_name: "${aws_lambda_function.reader.function_name}",
        action: "lambda:InvokeFunction",
        principal: OUTSIDER,
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_lambda_permission.out",
        jsonPath: "principal",
        mechanism: "Lambda permission",
        to: OUTSIDER,
      },
    ],
  },
  {
    title: "a bucket for user data is made in the United States",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_s3_bucket", "out", {
        provider: secondRegion(output, "dublin", US),
        bucket: "elsewhere",
      }),
    hops: [
      { stack: "dublin", address: "aws_s3_bucket.out", jsonPath: "", mechanism: "Placement", to: "us-east-1, US" },
    ],
  },
  {
    title: "an image is replicated to a registry of another region",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_ecr_replication_configuration", "out", {
        replication_configuration: [{ rule: [{ destination: [{ region: "us-west-2", registry_id: DUBLIN }] }] }],
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_ecr_replication_configuration.out",
        jsonPath: "replication_configuration[0].rule[0].destination[0].region",
        mechanism: "ECR replication",
        to: "us-west-2",
      },
    ],
  },
  {
    title: "a balancer is opened to the internet",
    verdict: "leaves",
    make: (output) => {
      output.resource("dublin", "aws_lb")["internal"] = false;
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_lb",
        jsonPath: "internal",
        mechanism: "Load balancer of the internet",
        to: "everyone",
      },
    ],
  },
  {
    title: "an endpoint lets workloads write to anybody's resources",
    verdict: "leaves",
    make: (output) => {
      delete output.resource("dublin", "aws_vpc_endpoint", "endpoints/sqs")["policy"];
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_vpc_endpoint.endpoints_sqs",
        jsonPath: "policy.Statement[0]",
        mechanism: "VPC endpoint policy",
        to: "principals of any account",
      },
    ],
  },
  {
    title: "a consumer that no flow declares may connect to the gateway",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_vpc_endpoint_service_allowed_principal", "out", {
        vpc_endpoint_service_id: `\${${output.address("dublin", "aws_vpc_endpoint_service")}.id}`,
        principal_arn: `arn:aws:iam::${OUTSIDER}:root`,
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_vpc_endpoint_service_allowed_principal.out",
        jsonPath: "principal_arn",
        mechanism: "PrivateLink service",
        to: OUTSIDER,
      },
    ],
  },
  {
    title: "the trail delivers to another bucket than the monitor's",
    verdict: "undeclared",
    make: (output) => {
      output.resource("dublin", "aws_cloudtrail")["s3_bucket_name"] =
        "clover-local-monitor-norway-archive-900000000009";
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_cloudtrail",
        jsonPath: "s3_bucket_name",
        mechanism: "CloudTrail delivery",
        to: "aws_s3_bucket.norway-archive",
      },
    ],
  },
  {
    title: "the enclave's drain goes to another site than the declared one",
    verdict: "undeclared",
    also: ["unused"],
    make: (output) => {
      const rule = output.resource("enclave", "aws_s3_bucket_replication_configuration")["rule"][0];
      rule["destination"]["bucket"] = "arn:aws:s3:::clover-local-norway-user-data-400000000004";
      rule["destination"]["account"] = NORWAY;
    },
    hops: [
      {
        stack: "enclave",
        address: "aws_s3_bucket_replication_configuration",
        jsonPath: "rule[0].destination.bucket",
        mechanism: "S3 replication",
        to: "of norway",
      },
    ],
  },
  {
    title: "the destination of replicas is a variable",
    verdict: "undecided",
    make: (output) =>
      output.add("dublin", "aws_s3_bucket_replication_configuration", "out", {
        bucket: USER_DATA,
        rule: [{ status: "Enabled", destination: [{ bucket: "${var.destination}" }] }],
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_replication_configuration.out",
        jsonPath: "rule[0].destination[0].bucket",
        mechanism: "S3 replication",
        to: "cannot be known before deployment",
      },
    ],
  },
  {
    title: "there is a resource of a type that nobody knows",
    verdict: "undecided",
    make: (output) => output.add("dublin", "aws_quantum_teleporter", "out", { destination: "mars" }),
    hops: [
      {
        stack: "dublin",
        address: "aws_quantum_teleporter.out",
        jsonPath: "",
        mechanism: "Another way",
        to: "a type that the catalogue does not know",
      },
    ],
  },
  {
    title: "somebody else's search domain is let in",
    verdict: "undecided",
    make: (output) =>
      output.add("dublin", "aws_opensearch_inbound_connection_accepter", "out", { connection_id: "ccs-1" }),
    hops: [
      {
        stack: "dublin",
        address: "aws_opensearch_inbound_connection_accepter.out",
        jsonPath: "connection_id",
        mechanism: "Another way",
        to: "who or where ccs-1 is",
      },
    ],
  },
  {
    title: "queries of names are forwarded by a rule that somebody else shares",
    verdict: "undecided",
    make: (output) =>
      output.add("dublin", "aws_route53_resolver_rule_association", "out", {
        resolver_rule_id: "rslvr-rr-0123456789abcdef0",
        vpc_id: `\${${output.address("dublin", "aws_vpc")}.id}`,
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_route53_resolver_rule_association.out",
        jsonPath: "resolver_rule_id",
        mechanism: "Another way",
        to: "who or where rslvr-rr-0123456789abcdef0 is",
      },
    ],
  },
  {
    title: "messages are pushed to telephones",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_sns_platform_application", "out", {
        name: "x",
        platform: "GCM",
        platform_credential: "${var.key}",
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_sns_platform_application.out",
        jsonPath: "",
        mechanism: "Push notification",
        to: "a push notification service",
      },
    ],
  },
  {
    title: "a declared flow is used by nothing",
    verdict: "unused",
    make: (output) => output.remove("dublin", "aws_vpc_endpoint_service_allowed_principal"),
    hops: [],
  },
  {
    title: "the drain is declared, and nothing drains",
    verdict: "unused",
    make: (output) => output.remove("enclave", "aws_s3_bucket_replication_configuration"),
    hops: [],
  },
  {
    title: "another account may read objects, and everyone may use their key",
    verdict: "leaves",
    make: (output) => {
      openBucket(output, read(root(OUTSIDER)));
      openKey(output, decrypt({ AWS: "*" }));
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_policy",
        jsonPath: "policy.Statement[8]",
        mechanism: "S3 bucket policy",
        to: `account ${OUTSIDER}`,
      },
      {
        stack: "dublin",
        address: "aws_kms_key",
        jsonPath: "policy.Statement[6]",
        mechanism: "KMS key policy",
        to: "everyone",
      },
    ],
  },
  {
    title: "a table's replica is made in the United States, by a resource there",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_dynamodb_table_replica", "out", {
        provider: secondRegion(output, "dublin", US),
        global_table_arn: `\${${output.address("dublin", "aws_dynamodb_table")}.arn}`,
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_dynamodb_table_replica.out",
        jsonPath: "global_table_arn",
        mechanism: "DynamoDB replica",
        to: "us-east-1, US",
      },
    ],
  },
  {
    title: "a volume's snapshot is fetched from the United States",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_ebs_snapshot_copy", "out", {
        provider: secondRegion(output, "dublin", US),
        source_region: "eu-west-1",
        source_snapshot_id: "snap-1",
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_ebs_snapshot_copy.out",
        jsonPath: "source_region",
        mechanism: "EBS snapshot copy",
        to: "us-east-1, US",
      },
    ],
  },
  {
    title: "a site's objects are replicated into the enclave",
    verdict: "leaves",
    make: (output) =>
      output.add("dublin", "aws_s3_bucket_replication_configuration", "out", {
        bucket: USER_DATA,
        rule: [
          { status: "Enabled", destination: [{ bucket: "arn:aws:s3:::clover-local-enclave-user-data-500000000005" }] },
        ],
      }),
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_replication_configuration.out",
        jsonPath: "rule[0].destination[0].bucket",
        mechanism: "S3 replication",
        to: "of enclave (500000000005, us-east-1, US)",
      },
    ],
  },
  {
    title: "every account of the organization, the enclave's in the US among them, may read objects and use their key",
    verdict: "leaves",
    make: (output) => {
      const ofOrganization = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" } } };
      openBucket(output, { ...read({ AWS: "*" }), ...ofOrganization });
      openKey(output, { ...decrypt({ AWS: "*" }), ...ofOrganization });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_policy",
        jsonPath: "policy.Statement[8]",
        mechanism: "S3 bucket policy",
        to: "every account of the organization",
      },
      {
        stack: "dublin",
        address: "aws_kms_key",
        jsonPath: "policy.Statement[6]",
        mechanism: "KMS key policy",
        to: "every account of the organization",
      },
    ],
  },
  {
    title: "a site's own store is opened, and not first the enclave's that is drained into it, whoever else reaches it",
    verdict: "leaves",
    also: ["undeclared"],
    make: (output) => {
      openBucket(output, read(root(OUTSIDER)));
      openKey(output, decrypt(root(OUTSIDER)));
      output.add("norway", "aws_iam_role_policy", "reader", {
        role: "reader",
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "s3:PutObject", Resource: `arn:aws:s3:::${USER_DATA}/*` }],
        }),
      });
    },
    hops: [
      {
        stack: "dublin",
        address: "aws_s3_bucket_policy",
        jsonPath: "policy.Statement[8]",
        mechanism: "S3 bucket policy",
        to: `account ${OUTSIDER}`,
      },
      {
        stack: "dublin",
        address: "aws_kms_key",
        jsonPath: "policy.Statement[6]",
        mechanism: "KMS key policy",
        to: `account ${OUTSIDER}`,
      },
    ],
  },
];
