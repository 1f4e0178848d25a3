import type { Block, Mutation } from "./mutation";
import * as ways from "./ways";

function ofProvider(policy: string, stack: string, title: string, change: (provider: Block) => void): Mutation {
  return {
    title: `${stack}'s provider ${title}`,
    policy,
    stack,
    at: () => "provider.aws",
    type: "provider",
    break: (output) => change(output.stacks[stack]!["provider"].aws[0]),
  };
}

function added(policy: string, stack: string, type: string, title: string, block: Block): Mutation {
  return {
    title,
    policy,
    stack,
    at: () => `${type}.added`,
    type,
    break: (output) => output.add(stack, type, "added", block),
  };
}

function changed(
  policy: string,
  [stack, type, path = ""]: readonly [stack: string, type: string, path?: string],
  title: string,
  change: (block: Block) => void,
): Mutation {
  return ways.changed(policy, title, { stack, type, path }, change);
}

const FAR = "us-east-1";
const SUBNET = ["dublin", "aws_subnet", "workload/euw1-az1"] as const;

export const regionMutations: readonly Mutation[] = [
  ofProvider("REG-001", "dublin", "works in another region", (provider) => (provider["region"] = FAR)),
  ofProvider("REG-001", "norway", "works in the other site's region", (provider) => (provider["region"] = "eu-west-1")),
  ofProvider("REG-001", "dublin", "takes its region from the environment", (provider) => delete provider["region"]),
  ofProvider(
    "REG-001",
    "dublin",
    "takes its region from a variable",
    (provider) => (provider["region"] = "${var.region}"),
  ),
  ofProvider(
    "REG-001",
    "enclave",
    "takes its region from a function",
    (provider) => (provider["region"] = '${lower("X")}'),
  ),
  ofProvider("REG-001", "norway", "takes its region from a data source", (provider) => {
    provider["region"] = "${data.aws_region.here.name}";
  }),
  {
    ...ofProvider("REG-001", "dublin", "takes another region from a local", () => undefined),
    break: (output) => {
      output.stacks["dublin"]!["locals"] = { home: FAR };
      output.stacks["dublin"]!["provider"].aws[0].region = "${local.home}";
    },
  },
  ofProvider("REG-001", "dublin", "does not check the account", (provider) => delete provider["allowed_account_ids"]),
  ofProvider("REG-001", "monitor", "works in another account", (provider) => (provider["allowed_account_ids"] = ["1"])),
  ofProvider("REG-001", "enclave", "may work in two accounts", (provider) => provider["allowed_account_ids"].push("1")),
  {
    ...ofProvider("REG-001", "dublin", "has a second one beside it", () => undefined),
    at: () => "provider.aws.far",
    break: (output) => output.stacks["dublin"]!["provider"].aws.push({ alias: "far", region: FAR }),
  },
  {
    ...ofProvider("REG-001", "norway", "is missing", () => undefined),
    at: () => "stack",
    break: (output) => delete output.stacks["norway"]!["provider"].aws,
  },

  added("REG-002", "dublin", "aws_sqs_queue", "a queue is in another region by itself", { name: "q", region: FAR }),
  changed("REG-002", ["dublin", "aws_dynamodb_table"], "a table has a replica elsewhere", (table) => {
    table["replica"] = [{ region_name: FAR }];
  }),
  changed(
    "REG-002",
    ["dublin", "aws_cloudwatch_event_target", "key-changes"],
    "alerts go to another region",
    (target) => {
      target["arn"] = target["arn"].replace("eu-west-2", FAR);
    },
  ),
  changed("REG-002", ["dublin", "aws_cloudtrail"], "the trail's key is like the declared one, elsewhere", (trail) => {
    trail["kms_key_id"] = trail["kms_key_id"].replace("eu-west-2", FAR);
  }),
  changed(
    "REG-002",
    ["norway", "aws_kms_key", "platform-key"],
    "a resource's provider is one of another region",
    (key) => {
      key["provider"] = "aws.far";
    },
  ),
  added("REG-002", "norway", "aws_lambda_function", "code comes from a registry elsewhere", {
    image_uri: `400000000004.dkr.ecr.${FAR}.amazonaws.com/app:1`,
  }),
  added("REG-002", "norway", "aws_ecs_task_definition", "a container's logs go elsewhere", {
    container_definitions: JSON.stringify([{ logConfiguration: { options: { "awslogs-region": FAR } } }]),
  }),
  added("REG-002", "dublin", "aws_vpc_endpoint", "an endpoint leads to a service elsewhere", {
    service_name: `com.amazonaws.${FAR}.s3`,
  }),
  added("REG-002", "dublin", "aws_vpc_peering_connection", "a network is joined to one elsewhere", {
    peer_region: FAR,
  }),
  added("REG-002", "dublin", "aws_ami_copy", "an image is copied from elsewhere", { source_ami_region: FAR }),
  added("REG-002", "dublin", "aws_ssm_resource_data_sync", "an inventory goes elsewhere", {
    s3_destination: { bucket_name: "b", region: "ap-south-1" },
  }),
  added("REG-002", "enclave", "aws_backup_plan", "backups are copied to a region that a variable names", {
    rule: [{ copy_action: [{ destination_vault_arn: "arn:aws:backup:${var.region}:500000000005:backup-vault:v" }] }],
  }),
  added("REG-002", "ireland-2", "aws_secretsmanager_secret", "a secret is copied to a region of a dynamic block", {
    dynamic: { replica: { for_each: ["x"], content: { region: FAR } } },
  }),
  {
    ...added("REG-002", "dublin", "aws_sns_topic_subscription", "a local names a target elsewhere", {}),
    break: (output) => {
      output.stacks["dublin"]!["locals"] = { target: { arn: `arn:aws:sqs:${FAR}:200000000002:q` } };
      output.add("dublin", "aws_sns_topic_subscription", "added", { endpoint: "${local.target.arn}" });
    },
  },

  changed(
    "REG-003",
    ["dublin", "aws_kms_key", "user-data/key"],
    "a key is in several regions",
    (key) => (key["multi_region"] = true),
  ),
  changed("REG-003", ["norway", "aws_kms_key", "user-data/key"], "a variable decides whether a key is", (key) => {
    key["multi_region"] = "${var.regions}";
  }),
  added("REG-003", "dublin", "aws_kms_replica_key", "a key is a replica", { primary_key_arn: "x" }),
  added("REG-003", "dublin", "aws_cloudfront_distribution", "a distribution serves from the edge", {}),
  added("REG-003", "norway", "aws_globalaccelerator_accelerator", "an accelerator takes requests at the edge", {}),
  added("REG-003", "norway", "aws_s3control_multi_region_access_point", "a bucket is reached through many regions", {}),
  added("REG-003", "norway", "aws_dynamodb_global_table", "a table is global", {}),
  added("REG-003", "enclave", "aws_rds_global_cluster", "a database is global", {}),
  added("REG-003", "dublin", "aws_ecrpublic_repository", "images are published", {}),
  added("REG-003", "dublin", "aws_route53_zone", "a zone of names is public", { name: "example.org" }),
  added("REG-003", "dublin", "aws_api_gateway_rest_api", "an API is the edge's unasked", { name: "a" }),
  added("REG-003", "dublin", "aws_wafv2_web_acl", "a firewall is the edge's", { scope: "CLOUDFRONT" }),
  changed("REG-003", ["dublin", "aws_s3_bucket", "user-data"], "a bucket takes uploads at the edge", (bucket) => {
    bucket["acceleration_status"] = "Enabled";
  }),

  changed(
    "REG-004",
    SUBNET,
    "a subnet is in another site's zone",
    (subnet) => (subnet["availability_zone_id"] = "euw1-az3"),
  ),
  changed(
    "REG-004",
    SUBNET,
    "a subnet is in a Local Zone",
    (subnet) => (subnet["availability_zone_id"] = "euw1-lis1-az1"),
  ),
  changed("REG-004", SUBNET, "a subnet is on an Outpost", (subnet) => {
    subnet["outpost_arn"] = "arn:aws:outposts:eu-west-1:200000000002:outpost/op-0123456789abcdef0";
  }),
  changed("REG-004", SUBNET, "a data source chooses the zone", (subnet) => {
    subnet["availability_zone_id"] = "${data.aws_availability_zones.here.zone_ids[0]}";
  }),
  added("REG-004", "norway", "aws_ebs_volume", "a volume is in a zone by its name", {
    availability_zone: "eu-north-1c",
  }),
  added("REG-004", "norway", "aws_instance", "a machine is in a zone elsewhere", { availability_zone: "us-east-1a" }),

  ofProvider("REG-005", "dublin", "is in the United Kingdom", (provider) => (provider["region"] = "eu-west-2")),
  ofProvider("REG-005", "norway", "is in Switzerland", (provider) => (provider["region"] = "eu-central-2")),
  ofProvider("REG-005", "organization", "is in the United States", (provider) => (provider["region"] = FAR)),
  ofProvider(
    "REG-005",
    "enclave",
    "is in another country than was declared",
    (provider) => (provider["region"] = "ca-west-1"),
  ),

  ofProvider("REG-006", "dublin", "assumes no role", (provider) => delete provider["assume_role"]),
  ofProvider("REG-006", "enclave", "assumes a stranger's role", (provider) => {
    provider["assume_role"][0].role_arn = "arn:aws:iam::999999999999:role/clover-deploy";
  }),
  ofProvider("REG-006", "norway", "assumes a second role", (provider) => {
    provider["assume_role"].push({ role_arn: "arn:aws:iam::999999999999:role/x" });
  }),
  ...["access_key", "secret_key", "token", "profile", "shared_credentials_files", "endpoints"].map((setting) =>
    ofProvider("REG-006", "dublin", `has ${setting} in it`, (provider) => (provider[setting] = ["x"])),
  ),
  ...["skip_requesting_account_id", "skip_region_validation", "skip_credentials_validation"].map((setting) =>
    ofProvider("REG-006", "norway", `has ${setting} on`, (provider) => (provider[setting] = "1")),
  ),

  ...["country", "estate", "stack", "project"].map((tag) =>
    ofProvider(
      "REG-007",
      "ireland-2",
      `says nothing of the ${tag}`,
      (provider) => delete provider["default_tags"][0].tags[tag],
    ),
  ),
  ofProvider("REG-007", "dublin", "says of everything that it holds little", (provider) => {
    provider["default_tags"][0].tags["data-class"] = "aggregated";
  }),
  ofProvider("REG-007", "norway", "leaves tags of what data is to others", (provider) => {
    provider["ignore_tags"] = [{ keys: ["data-class"] }];
  }),
  ofProvider(
    "REG-007",
    "enclave",
    "says that it is in Ireland",
    (provider) => (provider["default_tags"][0].tags.country = "IE"),
  ),
];
