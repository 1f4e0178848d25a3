import type { Block, Mutation } from "./mutation";

const ANALYZER = "aws_accessanalyzer_analyzer";
const BLOCK = "aws_s3_account_public_access_block";
const CONTACT = "aws_account_alternate_contact";
const CONSOLE = "aws_ec2_serial_console_access";
const DEFAULT_KEY = "aws_ebs_default_kms_key";
const ENCRYPTION = "aws_ebs_encryption_by_default";
const IMAGES = "aws_ec2_image_block_public_access";
const METADATA = "aws_ec2_instance_metadata_defaults";
const PASSWORDS = "aws_iam_account_password_policy";
const SETTING = "aws_ssm_service_setting";
const SNAPSHOTS = "aws_ebs_snapshot_block_public_access";

/** A setting of an account that is missing is reported on its stack. */
function removed(policy: string, stack: string, type: string, path = ""): Mutation {
  return {
    title: `${stack} has no ${type}${path && ` of ${path}`}`,
    policy,
    stack,
    at: () => "stack",
    type,
    break: (output) => output.remove(stack, type, path),
  };
}

function weakened(
  policy: string,
  stack: string,
  type: string,
  title: string,
  change: (block: Block) => void,
): Mutation {
  return {
    title: `in ${stack} ${title}`,
    policy,
    stack,
    at: (output) => output.address(stack, type),
    type,
    break: (output) => change(output.resource(stack, type)),
  };
}

function added(policy: string, stack: string, type: string, title: string, block: Block): Mutation {
  return {
    title: `in ${stack} ${title}`,
    policy,
    stack,
    at: () => `${type}.added`,
    type,
    break: (output) => output.add(stack, type, "added", block),
  };
}

export const accountMutations: readonly Mutation[] = [
  removed("ACC-010", "norway", SETTING),
  removed("ACC-010", "organization", SETTING),
  weakened("ACC-010", "dublin", SETTING, "documents may be shared", (setting) => (setting["setting_value"] = "Enable")),
  added("ACC-010", "monitor", SETTING, "documents may be shared after all", {
    setting_id: "/ssm/documents/console/public-sharing-permission",
    setting_value: "Enable",
  }),
  removed("ACC-001", "dublin", BLOCK),
  removed("ACC-001", "organization", BLOCK),
  removed("ACC-001", "monitor", BLOCK),
  ...["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"].map((way) =>
    weakened("ACC-001", "norway", BLOCK, `${way} is off`, (block) => (block[way] = false)),
  ),
  weakened("ACC-001", "dublin", BLOCK, "a function decides whether policies are blocked", (block) => {
    block["block_public_policy"] = '${tobool(lower("FALSE"))}';
  }),
  weakened(
    "ACC-001",
    "enclave",
    BLOCK,
    "the block is another account's",
    (block) => (block["account_id"] = "999999999999"),
  ),
  weakened("ACC-001", "ireland-2", BLOCK, "no block is made, by a count", (block) => (block["count"] = 0)),
  added("ACC-001", "dublin", BLOCK, "a second block undoes the first", { block_public_acls: false }),

  removed("ACC-002", "dublin", ENCRYPTION),
  removed("ACC-002", "enclave", DEFAULT_KEY),
  weakened("ACC-002", "dublin", ENCRYPTION, "volumes are not encrypted", (block) => (block["enabled"] = false)),
  weakened("ACC-002", "norway", ENCRYPTION, "a data source decides whether they are", (block) => {
    block["enabled"] = "${data.aws_ebs_encryption_by_default.here.enabled}";
  }),
  weakened("ACC-002", "dublin", DEFAULT_KEY, "the key is AWS's own", (block) => (block["key_arn"] = "alias/aws/ebs")),
  weakened("ACC-002", "norway", DEFAULT_KEY, "the key is in another region", (block) => {
    block["key_arn"] = "arn:aws:kms:us-east-1:400000000004:key/00000000-0000-4000-8000-000000000999";
  }),
  weakened("ACC-002", "ireland-2", DEFAULT_KEY, "the key comes through a function", (block) => {
    block["key_arn"] = `\${coalesce("", ${String(block["key_arn"]).slice(2, -1)})}`;
  }),

  removed("ACC-003", "dublin", SNAPSHOTS),
  removed("ACC-003", "monitor", IMAGES),
  weakened(
    "ACC-003",
    "dublin",
    SNAPSHOTS,
    "shared snapshots stay shared",
    (block) => (block["state"] = "block-new-sharing"),
  ),
  weakened("ACC-003", "enclave", SNAPSHOTS, "snapshots are shared", (block) => (block["state"] = "unblocked")),
  weakened("ACC-003", "norway", IMAGES, "images are shared", (block) => (block["state"] = "unblocked")),
  weakened("ACC-003", "norway", SNAPSHOTS, "a variable decides", (block) => (block["state"] = "${var.state}")),

  removed("ACC-004", "dublin", METADATA),
  weakened("ACC-004", "dublin", METADATA, "no token is needed", (block) => (block["http_tokens"] = "optional")),
  weakened(
    "ACC-004",
    "enclave",
    METADATA,
    "the answer travels on",
    (block) => (block["http_put_response_hop_limit"] = 2),
  ),
  weakened("ACC-004", "norway", METADATA, "no preference is stated", (block) => delete block["http_tokens"]),

  removed("ACC-005", "enclave", CONSOLE),
  weakened("ACC-005", "dublin", CONSOLE, "the console is on", (block) => (block["enabled"] = true)),
  weakened("ACC-005", "norway", CONSOLE, "the console is on unasked", (block) => delete block["enabled"]),

  added("ACC-006", "dublin", "aws_accessanalyzer_archive_rule", "every finding is archived unread", {
    analyzer_name: "clover-local-dublin-external-access",
    rule_name: "all",
    filter: [{ criteria: "resourceOwnerAccount", exists: "true" }],
  }),
  removed("ACC-006", "dublin", ANALYZER, "external-access"),
  removed("ACC-006", "monitor", ANALYZER, "unused-access"),
  {
    title: "unused access is found after a year",
    policy: "ACC-006",
    stack: "norway",
    at: () => "stack",
    type: ANALYZER,
    break: (output) => {
      output.resource("norway", ANALYZER, "unused-access")["configuration"]["unused_access"]["unused_access_age"] = 365;
    },
  },
  {
    title: "in norway unused access of some roles is not looked for",
    policy: "ACC-006",
    stack: "norway",
    at: () => "stack",
    type: ANALYZER,
    break: (output) => {
      const { configuration } = output.resource("norway", ANALYZER, "unused-access");
      configuration["unused_access"]["analysis_rule"] = { exclusion: [{ resource_tags: [{ access: "any" }] }] };
    },
  },
  {
    title: "an analyzer looks for something else",
    policy: "ACC-006",
    stack: "dublin",
    at: () => "stack",
    type: ANALYZER,
    break: (output) => {
      output.resource("dublin", ANALYZER, "external-access")["type"] = "ACCOUNT_INTERNAL_ACCESS";
    },
  },

  removed("ACC-007", "organization", CONTACT),
  weakened("ACC-007", "dublin", CONTACT, "a stranger is called", (block) => (block["email_address"] = "x@example.com")),
  weakened(
    "ACC-007",
    "norway",
    CONTACT,
    "a local names the number",
    (block) => (block["phone_number"] = "${local.phone}"),
  ),
  {
    ...removed("ACC-007", "enclave", CONTACT),
    title: "the contact is accounting's",
    break: (output) => (output.resource("enclave", CONTACT)["alternate_contact_type"] = "BILLING"),
  },

  removed("ACC-008", "dublin", PASSWORDS),
  weakened("ACC-008", "dublin", PASSWORDS, "passwords are short", (block) => (block["minimum_password_length"] = 8)),
  weakened("ACC-008", "monitor", PASSWORDS, "passwords never expire", (block) => (block["max_password_age"] = 0)),
  weakened(
    "ACC-008",
    "norway",
    PASSWORDS,
    "old passwords come back",
    (block) => delete block["password_reuse_prevention"],
  ),
  ...["lowercase_characters", "uppercase_characters", "numbers", "symbols"].map((kind) =>
    weakened(
      "ACC-008",
      "enclave",
      PASSWORDS,
      `passwords need no ${kind}`,
      (block) => (block[`require_${kind}`] = false),
    ),
  ),

  added("ACC-009", "dublin", "aws_default_vpc", "the default network is taken over", {}),
  added("ACC-009", "dublin", "aws_default_subnet", "a default subnet is taken over", {
    availability_zone: "eu-west-1a",
  }),
  added("ACC-009", "norway", "aws_instance", "a machine names no subnet", { instance_type: "m7g.large" }),
  added("ACC-009", "norway", "aws_db_instance", "a database names no subnets", { engine: "postgres" }),
  added("ACC-009", "enclave", "aws_redshift_cluster", "a warehouse names no subnets", { cluster_identifier: "w" }),
  added("ACC-009", "ireland-2", "aws_security_group", "a security group names no network", { name: "stray" }),
];
