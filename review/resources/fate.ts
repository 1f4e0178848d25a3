import type { DataClass } from "../../config/estate";
import { MONITOR } from "../../config/places";
import { resourceType } from "../../policies/catalogue/resource-type";
import { own } from "../../policies/model/own";
import type { Resource } from "../../policies/model/resource";
import { hasHole, legible } from "../../policies/model/symbolic";
import type { Destroyed } from "../../policies/model/source";
import type { Change } from "../entry";
import { whereIs } from "../where";
import type { Pair } from "./pairing";
import type { Renamed } from "./renamed";

/** Whoever destroys the key destroys what it encrypts. */
const KEYS = ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_cloudhsm_v2_cluster"];
/** Whatever happens before there is another one is not recorded, or not refused. */
const GUARDS: Readonly<Record<string, string>> = {
  aws_cloudtrail: "D27",
  aws_flow_log: "D28",
  aws_route53_resolver_query_log_config: "D29",
  aws_config_configuration_recorder: "D30",
  aws_guardduty_detector: "D31",
  aws_networkfirewall_firewall: "C20",
  aws_organizations_policy: "D33",
  aws_organizations_policy_attachment: "D33",
};
/** They hold nothing but what the configuration says, and what it says is not lost. */
const WRITTEN = [
  "aws_scheduler_schedule",
  "aws_lambda_function",
  "aws_lambda_layer_version",
  "aws_launch_template",
  "aws_launch_configuration",
];
/** What names a resource to AWS: another value is another resource. */
const IDENTITY = ["bucket", "name", "account_id", "availability_zone"];
/** What AWS cannot change in place beside that. @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  aws_dynamodb_table: ["hash_key", "range_key"],
  aws_s3_bucket: ["bucket_prefix", "object_lock_enabled"],
  aws_backup_vault: ["kms_key_arn"],
  aws_kms_key: ["customer_master_key_spec", "key_usage", "multi_region"],
  aws_sqs_queue: ["fifo_queue"],
  aws_cloudwatch_log_group: ["log_group_class"],
  aws_ebs_volume: ["encrypted", "kms_key_id", "snapshot_id"],
  aws_efs_file_system: ["availability_zone_name", "creation_token", "encrypted", "kms_key_id"],
  aws_db_instance: ["db_name", "engine", "identifier", "kms_key_id", "storage_encrypted", "username"],
  aws_rds_cluster: [
    "cluster_identifier",
    "database_name",
    "engine",
    "kms_key_id",
    "master_username",
    "storage_encrypted",
  ],
  aws_opensearch_domain: ["domain_name"],
};
/** What an absent one means, where another value than that forces a replacement too. */
const FIXED_DEFAULTS: Readonly<Record<string, string>> = {
  object_lock_enabled: "false",
  customer_master_key_spec: "SYMMETRIC_DEFAULT",
  key_usage: "ENCRYPT_DECRYPT",
  multi_region: "false",
  fifo_queue: "false",
  log_group_class: "STANDARD",
  encrypted: "false",
  storage_encrypted: "false",
};

/** Of a guard that nothing comes in place of. */
const NOTHING_LEFT = "with nothing to guard in its place";

/** With what a resource would be destroyed for good, or nothing. */
function lossOf(resource: Resource): string | undefined {
  if (KEYS.includes(resource.type)) return "with whatever the key encrypts";
  if (WRITTEN.includes(resource.type)) return undefined;
  return resourceType(resource.type)?.holds === "data" ? `with the ${dataClassOf(resource)} data in it` : undefined;
}

/** Untagged data counts as restricted, but at the monitor, which holds nothing but audit data. */
function dataClassOf(resource: Resource): DataClass {
  const isUntagged = resource.tag("data-class").isAbsent;
  return resource.stack === MONITOR && isUntagged ? "audit" : resource.dataClass;
}

/** As above, or what is missing until there is another one. */
export function lossUntilAgain(resource: Resource): string | undefined {
  return (
    lossOf(resource) ?? (own(GUARDS, resource.type) && "with nothing to guard in its place until it is there again")
  );
}

/** What went: a loss where it held something, told once for a stack of which nothing is left. */
export function removals(removed: readonly Resource[], stacks: readonly string[]): readonly Change[] {
  const whole = [...new Set(removed.map(({ stack }) => stack))].filter((stack) => !stacks.includes(stack));
  return [
    ...removed.filter(({ stack }) => !whole.includes(stack)).map(removal),
    ...whole.map((stack) => removalOf(removed.filter((resource) => resource.stack === stack))),
  ];
}

function removal(resource: Resource): Change {
  const loss = lossOf(resource);
  return {
    ...changeAt(resource, loss ? "destroys" : "other"),
    what: loss ? `it is destroyed ${loss}` : "it is removed",
    before: resource.type,
    details: loss ? protectionOf(resource) : [],
    controls: loss ? lossControls(resource) : [],
  };
}

/** Without its configuration, Terraform does nothing more to what a stack made: somebody must destroy it, or keep it. */
function removalOf(stack: readonly Resource[]): Change {
  const lost = stack.filter((resource) => lossOf(resource) !== undefined || own(GUARDS, resource.type) !== undefined);
  const [first] = (lost.length > 0 ? lost : stack) as [Resource];
  return {
    ...changeAt(first, "destroys"),
    where: { stack: first.stack, address: "stack" },
    what: `the stack is no longer synthesized: ${stack.length} resources are to be destroyed first, or are left behind`,
    before: `${stack.length} resources`,
    details: lost.map((resource) => `to be destroyed: ${resource.address}, ${lossOf(resource) ?? NOTHING_LEFT}`),
    controls: [...new Set(["G52", ...lost.flatMap(lossControls)])],
  };
}

/** What is replaced because AWS cannot change it in place: as the plan says, else where what names it changes. */
export function replacement(
  { base, head }: Pair,
  planned: Destroyed | undefined,
  renamed: Renamed,
): Change | undefined {
  const loss = lossUntilAgain(base);
  const fixed = own(FIXED, base.type) ?? [];
  const names = [...IDENTITY, ...fixed].filter((path) => {
    const [written, is] = [base, head].map((resource) => fixedAt(resource, path));
    // A key that is only called otherwise now, or that went along, is the same one.
    const was = written !== undefined && fixed.includes(path) ? renamed.text(written) : written;
    return was !== undefined && is !== undefined && was !== is;
  });
  const because = planned ? planned.because : names;
  if (!loss || (!planned && names.length === 0)) return undefined;
  const [path = ""] = because;
  const [before, after] = [base, head].map((resource) => resource.value(path).legible);
  return {
    ...changeAt(head, "destroys"),
    what: `it is destroyed ${loss}, and another one takes its place`,
    path,
    ...(path && { before, after }),
    details: because.length > 0 ? [`what forces it: ${because.join(", ")}`] : [],
    controls: lossControls(base),
  };
}

function fixedAt(resource: Resource, path: string): string | undefined {
  const value = resource.value(path);
  return value.isAbsent ? FIXED_DEFAULTS[path] : value.text;
}

/** What is in another account or region: of each stack once, since nothing of it can go along. */
export function relocations(pairs: readonly Pair[]): readonly Change[] {
  const stacks = new Map<string, Pair[]>();
  for (const pair of pairs.filter(isElsewhere)) {
    stacks.set(pair.head.stack, [...(stacks.get(pair.head.stack) ?? []), pair]);
  }
  return [...stacks.values()].map((moved) => {
    const lost = moved.filter(({ base }) => lossUntilAgain(base));
    const [{ base, head }] = (lost.length > 0 ? lost : moved) as [Pair];
    return {
      ...changeAt(head, lost.length > 0 ? "destroys" : "other"),
      what: `${moved.length} resources are destroyed and created in another place, ${lost.length} of which hold or guard something`,
      before: placeTold(base),
      after: placeTold(head),
      details: lost.map((pair) => `destroyed: ${pair.base.address}, ${lossUntilAgain(pair.base)}`),
      controls: [...new Set(lost.flatMap((pair) => lossControls(pair.base)))],
    };
  });
}

/** What is not known is no other place. */
function isElsewhere({ base, head }: Pair): boolean {
  const differs = (one: string, other: string) => !hasHole(one) && !hasHole(other) && one !== other;
  return differs(base.account, head.account) || differs(base.region, head.region);
}

function placeTold({ account, region, country }: Resource): string {
  return [account, region, country]
    .filter(Boolean)
    .map((part) => legible(part!))
    .join(", ");
}

export function lossControls({ type }: Resource): readonly string[] {
  const guard = own(GUARDS, type);
  return guard ? [guard] : KEYS.includes(type) ? ["G52", "B17"] : ["G52"];
}

function changeAt(resource: Resource, verdict: Change["verdict"]): Omit<Change, "what" | "details" | "controls"> {
  return { verdict, about: "resource", where: whereIs(resource), path: "", policies: [] };
}

export function protectionOf(resource: Resource): readonly string[] {
  const isProtected = resource.value("lifecycle.prevent_destroy").is(true) === "yes";
  return isProtected ? ["its prevent_destroy goes with the block that says it, and prevents nothing"] : [];
}
