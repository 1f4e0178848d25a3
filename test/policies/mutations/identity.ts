import type { Block, Mutation, Output } from "./mutation";
import * as ways from "./ways";

type Statement = Record<string, any>;

const GITHUB = "token.actions.githubusercontent.com";
const ROLE = "aws_iam_role";
const PEOPLE = "access-dublin-support/role";

/** Changes the first statement of a trust policy. */
function trust(
  title: string,
  policy: string,
  path: string,
  change: (statement: Statement) => void,
  stack = "dublin",
): Mutation {
  return {
    title,
    policy,
    stack,
    at: (output) => output.address(stack, ROLE, path),
    type: ROLE,
    break: (output) =>
      output.document(output.resource(stack, ROLE, path), "assume_role_policy", ({ Statement }) =>
        change(Statement[0]!),
      ),
  };
}

/** Changes the statements of a policy that a role holds. */
function held(title: string, policy: string, path: string, change: (statements: Statement[]) => void): Mutation {
  return {
    title,
    policy,
    stack: "dublin",
    at: (output) => output.address("dublin", "aws_iam_role_policy", path),
    type: "aws_iam_role_policy",
    break: (output) =>
      output.document(output.resource("dublin", "aws_iam_role_policy", path), "policy", ({ Statement }) =>
        change(Statement),
      ),
  };
}

/** Changes the statements of the segment's boundary. */
function boundary(title: string, change: (statements: Statement[]) => void): Mutation {
  return {
    title,
    policy: "IDN-007",
    stack: "norway",
    at: (output) => output.address("norway", "aws_iam_policy", "workload-boundary"),
    type: "aws_iam_policy",
    break: (output) =>
      output.document(output.resource("norway", "aws_iam_policy", "workload-boundary"), "policy", ({ Statement }) =>
        change(Statement),
      ),
  };
}

function added(
  title: string,
  policy: string,
  stack: string,
  type: string,
  block: Block | ((output: Output) => Block),
): Mutation {
  return {
    title,
    policy,
    stack,
    at: () => `${type}.added`,
    type,
    break: (output) => output.add(stack, type, "added", typeof block === "function" ? block(output) : block),
  };
}

/** Changes attributes of one resource. */
function changed(
  title: string,
  policy: string,
  [stack, type, path]: readonly [string, string, string],
  change: (block: Block, output: Output) => void,
): Mutation {
  return ways.changed(policy, title, { stack, type, path }, change);
}

const document = (...Statement: readonly Statement[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const allow = (Principal: unknown, more: Statement = {}) =>
  document({ Effect: "Allow", Principal, Action: "*", Resource: "*", ...more });
const sid = (statements: Statement[], name: string) => statements.find(({ Sid }) => Sid === name)!;
const without = (statements: Statement[], name: string) =>
  statements.splice(
    statements.findIndex(({ Sid }) => Sid === name),
    1,
  );

const trusts: readonly Mutation[] = [
  trust("a role lets in everybody", "IDN-001", PEOPLE, (statement) => (statement["Principal"] = "*")),
  trust("a role lets in a stranger's account", "IDN-001", PEOPLE, ({ Principal }) => (Principal.AWS = "666666666666")),
  trust("a role lets in the whole management account", "IDN-001", PEOPLE, ({ Principal }) => {
    Principal.AWS = "100000000001";
  }),
  trust("people may work in any country", "IDN-001", PEOPLE, ({ Condition }) => {
    delete Condition.StringEquals["aws:PrincipalTag/country-of-work"];
  }),
  trust("people may work in one more country", "IDN-001", PEOPLE, ({ Condition }) => {
    Condition.StringEquals["aws:PrincipalTag/country-of-work"] = ["IE", "US"];
  }),
  trust("people of any role may come", "IDN-001", PEOPLE, ({ Condition }) => {
    delete Condition.StringEquals["aws:PrincipalTag/role"];
  }),
  trust("the second factor may be missing", "IDN-001", PEOPLE, ({ Condition }) => {
    delete Condition.StringEquals["aws:PrincipalTag/multi-factor"];
    Condition.StringEqualsIfExists = { "aws:PrincipalTag/multi-factor": "true" };
  }),
  trust("a pattern stands for the country", "IDN-001", PEOPLE, ({ Condition }) => {
    Condition.StringLike = Condition.StringEquals;
    Condition.StringLike["aws:PrincipalTag/country-of-work"] = "I?";
    delete Condition.StringEquals;
  }),
  trust("an access has no end", "IDN-001", PEOPLE, ({ Condition }) => delete Condition.DateLessThanEquals),
  trust("an access ends a year late", "IDN-001", PEOPLE, ({ Condition }) => {
    Condition.DateLessThanEquals["aws:CurrentTime"] = "2028-06-30T23:59:59Z";
  }),
  trust("an access begins on its last day", "IDN-001", PEOPLE, ({ Condition }) => {
    Condition.DateGreaterThanEquals = Condition.DateLessThanEquals;
    delete Condition.DateLessThanEquals;
  }),
  trust("whom a role lets in is a variable", "IDN-001", PEOPLE, ({ Principal }) => (Principal.AWS = "${var.people}")),
  trust("the country comes from a data source", "IDN-001", PEOPLE, ({ Condition }) => {
    Condition.StringEquals["aws:PrincipalTag/country-of-work"] = "${data.aws_ssm_parameter.country.value}";
  }),
  added("a role is made that people may assume undeclared", "IDN-001", "norway", ROLE, {
    name: "helper",
    assume_role_policy: allow({ AWS: "arn:aws:iam::100000000001:role/clover-people" }, { Resource: undefined }),
  }),
  added("a local names a stranger", "IDN-001", "enclave", ROLE, (output) => {
    output.stacks["enclave"]!["locals"] = { stranger: "arn:aws:iam::666666666666:root" };
    return { name: "helper", assume_role_policy: allow({ AWS: "${local.stranger}" }, { Resource: undefined }) };
  }),
  added("the break-glass role needs no second factor", "IDN-001", "dublin", ROLE, {
    name: "emergency",
    assume_role_policy: allow({ AWS: "arn:aws:iam::100000000001:role/clover-break-glass" }, { Resource: undefined }),
  }),
  added("an auditor needs no external id", "IDN-001", "dublin", ROLE, {
    name: "auditor",
    assume_role_policy: allow({ AWS: "arn:aws:iam::900000000009:role/auditor" }, { Resource: undefined }),
  }),
  added("an auditor may take on a role of the site's own", "IDN-001", "dublin", ROLE, {
    name: "searching",
    assume_role_policy: allow(
      { AWS: "arn:aws:iam::900000000009:role/auditor" },
      { Resource: undefined, Condition: { StringEquals: { "sts:ExternalId": "clover-local-audit" } } },
    ),
  }),
  trust("a service acts for whomever", "IDN-002", "alert-forwarding", (statement) => delete statement["Condition"]),
  trust("a service acts for another account", "IDN-002", "alert-forwarding", ({ Condition }) => {
    Condition.StringEquals["aws:SourceAccount"] = "666666666666";
  }),
  trust("a service acts for whom a function says", "IDN-002", "vault/role", ({ Condition }) => {
    Condition.StringEquals["aws:SourceAccount"] = '${replace("200000000002", "2", "3")}';
  }),
  trust(
    "a service that says for whom is not asked",
    "IDN-002",
    "drain/role",
    ({ Principal }) => {
      Principal.Service = ["s3.amazonaws.com", "datasync.amazonaws.com"];
    },
    "enclave",
  ),
  added("any branch of a repository may assume a role", "IDN-003", "dublin", ROLE, {
    name: "pipeline",
    assume_role_policy: document({
      Effect: "Allow",
      Principal: { Federated: `arn:aws:iam::200000000002:oidc-provider/${GITHUB}` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com" },
        StringLike: { [`${GITHUB}:sub`]: "repo:clover/*" },
      },
    }),
  }),
  added("a role of its account may tag sessions of the people's role", "IDN-003", "organization", ROLE, {
    name: "clover-people",
    assume_role_policy: document({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::100000000001:role/helper" },
      Action: ["sts:AssumeRole", "sts:TagSession"],
    }),
  }),
  added("people sign in with an undeclared provider", "IDN-003", "dublin", ROLE, {
    name: "console",
    assume_role_policy: document({
      Effect: "Allow",
      Principal: { Federated: "arn:aws:iam::200000000002:saml-provider/people" },
      Action: "sts:AssumeRoleWithSAML",
      Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
    }),
  }),
  {
    title: "the role of a declared access is missing",
    policy: "IDN-004",
    stack: "norway",
    at: () => "stack",
    type: ROLE,
    break: (output) => output.remove("norway", ROLE, "access-norway-support/role"),
  },
  trust("a declared access lets its people in no more", "IDN-004", PEOPLE, ({ Condition }) => {
    Condition.DateLessThanEquals["aws:CurrentTime"] = "2026-12-31T23:59:59Z";
  }),
];

const READ = "access-dublin-support/read";

const permissions: readonly Mutation[] = [
  held("people may write", "IDN-005", READ, (statements) => {
    sid(statements, "ReadObjects")["Action"].push("s3:PutObject");
  }),
  held("people may delete what they can read", "IDN-005", READ, (statements) => {
    sid(statements, "ReadItems")["Action"] = "dynamodb:*";
  }),
  held("people may read every store", "IDN-005", READ, (statements) => {
    sid(statements, "ReadObjects")["Resource"] = "*";
  }),
  held("people may read the enclave's store", "IDN-005", READ, (statements) => {
    sid(statements, "ReadObjects")["Resource"] = "arn:aws:s3:::clover-local-enclave-user-data-500000000005/*";
  }),
  held("people may read from anywhere", "IDN-005", READ, (statements) => without(statements, "OutsideDoors")),
  held("people may read from anywhere but one network", "IDN-005", READ, (statements) => {
    sid(statements, "OutsideDoors")["Condition"] = { StringNotEqualsIfExists: { "aws:SourceVpce": "vpce-0a" } };
  }),
  held("people may read from anywhere once they have said so", "IDN-005", READ, (statements) => {
    sid(statements, "OutsideDoors")["Condition"]["Bool"] = { "aws:MultiFactorAuthPresent": "true" };
  }),
  held("people may read for ever", "IDN-005", READ, (statements) => {
    without(statements, "AfterLastDay");
    delete sid(statements, "ReadObjects")["Condition"];
  }),
  held("people may decrypt with any key", "IDN-005", READ, (statements) => {
    sid(statements, "Decrypt")["Resource"] = "*";
  }),
  held("people may use what a variable names", "IDN-005", READ, (statements) => {
    sid(statements, "ReadObjects")["Resource"] = ["${var.objects}"];
  }),
  changed("people's role carries a policy of AWS's own", "IDN-005", ["dublin", ROLE, PEOPLE], (block) => {
    block["managed_policy_arns"] = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"];
  }),
  changed("people's role carries a policy in a block of its own", "IDN-005", ["dublin", ROLE, PEOPLE], (block) => {
    block["inline_policy"] = [{ name: "all", policy: document({ Effect: "Allow", Action: "*", Resource: "*" }) }];
  }),
  changed("people's sessions last twelve hours", "IDN-006", ["dublin", ROLE, PEOPLE], (block) => {
    block["max_session_duration"] = 43_200;
  }),
  changed("how long people's sessions last is a variable", "IDN-006", ["norway", ROLE, "access-"], (block) => {
    block["max_session_duration"] = "${var.seconds}";
  }),
  boundary("a boundary lets other regions be used", (statements) => without(statements, "OtherRegions")),
  boundary("a boundary names another region", (statements) => {
    sid(statements, "OtherRegions")["Condition"] = { StringNotEquals: { "aws:RequestedRegion": "us-east-1" } };
  }),
  boundary("a boundary lets other organizations be used", (statements) => without(statements, "OtherOrganizations")),
  boundary("a boundary lets data be reached from the internet", (statements) => {
    sid(statements, "OutsideAnyNetwork")["Condition"] = { Null: { "aws:SourceVpc": "true", "aws:SourceIp": "true" } };
  }),
  boundary("a boundary lets a function's own code give itself an address", (statements) => {
    delete sid(statements, "LambdaNetworkInterfaces")["Condition"];
  }),
  boundary("a boundary allows everything that it does not deny", (statements) => {
    sid(statements, "DataPlane")["Action"] = "*";
  }),
  boundary("a boundary lets a service that no list names show data to the internet", (statements) => {
    sid(statements, "DataPlane")["Action"].push("es:ESHttpGet");
  }),
  boundary("a boundary allows roles to be passed", (statements) => {
    sid(statements, "DataPlane")["Action"].push("iam:PassRole");
  }),
  {
    title: "a segment has no boundary",
    policy: "IDN-007",
    stack: "ireland-2",
    at: () => "stack",
    type: "aws_iam_policy",
    break: (output) => output.remove("ireland-2", "aws_iam_policy", "workload-boundary"),
  },
  changed("people's role carries no boundary", "IDN-008", ["dublin", ROLE, PEOPLE], (block) => {
    delete block["permissions_boundary"];
  }),
  changed("people's role carries another site's boundary", "IDN-008", ["dublin", ROLE, PEOPLE], (block) => {
    block["permissions_boundary"] = "arn:aws:iam::300000000003:policy/clover-local-ireland-2-workload-boundary";
  }),
  added("a function's role carries no boundary", "IDN-008", "enclave", ROLE, {
    name: "function",
    assume_role_policy: allow({ Service: "lambda.amazonaws.com" }, { Action: "sts:AssumeRole", Resource: undefined }),
  }),
];

const policyOf = (more: Statement = {}) => document({ Effect: "Allow", Action: "*", Resource: "*", ...more });

const credentials: readonly Mutation[] = [
  added("there is a user", "IDN-009", "dublin", "aws_iam_user", { name: "somebody" }),
  added("there is an access key", "IDN-009", "enclave", "aws_iam_access_key", { user: "somebody" }),
  added("there is a password", "IDN-009", "norway", "aws_iam_user_login_profile", { user: "somebody" }),
  added(
    "people are assigned beside the declared accesses",
    "IDN-009",
    "organization",
    "aws_ssoadmin_account_assignment",
    {
      principal_type: "USER",
      target_id: "200000000002",
    },
  ),
  added(
    "a permission set that is not in the output may read everything",
    "IDN-009",
    "organization",
    "aws_ssoadmin_permission_set_inline_policy",
    { permission_set_arn: "arn:aws:sso:::permissionSet/ssoins-0a/ps-0a", inline_policy: policyOf() },
  ),
  added("machines outside AWS get a role", "IDN-009", "dublin", "aws_rolesanywhere_profile", { name: "servers" }),
  added("a role administers everything", "IDN-010", "dublin", "aws_iam_role_policy_attachment", {
    role: "clover-local-backup",
    policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
  }),
  changed("a role reads everything", "IDN-010", ["dublin", ROLE, "alert-forwarding"], (block) => {
    block["managed_policy_arns"] = ["arn:aws:iam::aws:policy/ReadOnlyAccess"];
  }),
  added("what a role carries comes from a data source", "IDN-010", "norway", "aws_iam_policy_attachment", {
    name: "all",
    roles: ["clover-local-backup"],
    policy_arn: "${data.aws_iam_policy.all.arn}",
  }),
  changed(
    "a role carries what a function names",
    "IDN-010",
    ["dublin", "aws_iam_role_policy_attachment", "role-buckets"],
    (block) => {
      block["policy_arn"] = '${format("arn:aws:iam::aws:policy/%s", "AdministratorAccess")}';
    },
  ),
  held("a role sends events anywhere", "IDN-011", "alert-forwarding", ([statement]) => (statement!["Resource"] = "*")),
  held("a role passes any role", "IDN-011", "alert-forwarding", (statements) => {
    statements.push({ Effect: "Allow", Action: "iam:PassRole", Resource: "*" });
  }),
  held("a role does everything but IAM", "IDN-011", "alert-forwarding", (statements) => {
    statements.push({ Effect: "Allow", NotAction: "iam:*", Resource: "*" });
  }),
  {
    title: "the drain decrypts with any key",
    policy: "IDN-011",
    stack: "enclave",
    at: (output) => output.address("enclave", "aws_iam_role_policy", "drain"),
    type: "aws_iam_role_policy",
    break: (output) =>
      output.document(output.resource("enclave", "aws_iam_role_policy", "drain"), "policy", ({ Statement }) => {
        Object.assign(sid(Statement, "Decrypt"), { Resource: "*", Condition: undefined });
      }),
  },
  {
    title: "a group's policy administers everything",
    policy: "IDN-011",
    stack: "dublin",
    at: () => "aws_iam_group_policy.added",
    type: "aws_iam_group_policy",
    break: (output) => output.add("dublin", "aws_iam_group_policy", "added", { group: "all", policy: policyOf() }),
  },
];

/** Changes the first statement of a resource's own policy. */
function resourcePolicy(
  title: string,
  [stack, type, path, attribute = "policy"]: readonly [string, string, string, string?],
  change: (statements: Statement[]) => void,
): Mutation {
  return changed(title, "IDN-012", [stack, type, path], (block, output) =>
    output.document(block, attribute, ({ Statement }) => change(Statement)),
  );
}

const resources: readonly Mutation[] = [
  resourcePolicy(
    "a queue takes messages of anybody's rules",
    ["dublin", "aws_sqs_queue_policy", "undelivered"],
    ([first]) => {
      delete first!["Condition"];
    },
  ),
  resourcePolicy("a queue takes messages of anybody", ["dublin", "aws_sqs_queue_policy", "undelivered"], ([first]) => {
    first!["Principal"] = "*";
    first!["Condition"] = { ArnLike: { "aws:SourceArn": "arn:aws:events:*:*:rule/*" } };
  }),
  resourcePolicy(
    "a bucket lets in anybody of the organization",
    ["dublin", "aws_s3_bucket_policy", "user-data"],
    (all) => {
      all.push({
        Effect: "Allow",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::clover-local-dublin-user-data-200000000002/*",
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" } },
      });
    },
  ),
  resourcePolicy(
    "a bucket lets the whole enclave replicate",
    ["dublin", "aws_s3_bucket_policy", "user-data"],
    (all) => {
      delete sid(all, "Replicas")["Condition"];
    },
  ),
  resourcePolicy("a key is used by a stranger", ["norway", "aws_kms_key", "user-data/key"], (all) => {
    all.push({ Effect: "Allow", Principal: { AWS: "666666666666" }, Action: "kms:Decrypt", Resource: "*" });
  }),
  resourcePolicy("a key is used by everybody through a service", ["norway", "aws_kms_key", "user-data/key"], (all) => {
    delete sid(all, "UseThroughServices")["Condition"]["StringEquals"]["kms:CallerAccount"];
  }),
  resourcePolicy("a key is used for anybody's log groups", ["norway", "aws_kms_key", "user-data/key"], (all) => {
    delete sid(all, "LogGroupWorkloads")["Condition"];
  }),
  resourcePolicy("a key is used by a service for whomever", ["enclave", "aws_kms_key", "platform"], (all) => {
    sid(all, "UndeliveredAlerts")["Condition"] = { StringLike: { "aws:SourceAccount": "*" } };
  }),
  resourcePolicy(
    "the monitor's bus takes events of anybody",
    ["monitor", "aws_cloudwatch_event_bus_policy", ""],
    ([first]) => {
      delete first!["Condition"];
    },
  ),
  resourcePolicy(
    "an archive takes any account's logs",
    ["monitor", "aws_s3_bucket_policy", "dublin-archive/archive"],
    (all) => {
      delete sid(all, "Logs")["Condition"];
    },
  ),
  resourcePolicy("a table is read by another account", ["dublin", "aws_dynamodb_resource_policy", ""], (all) => {
    all.push({ Effect: "Allow", Principal: { AWS: "700000000007" }, Action: "dynamodb:GetItem", Resource: "*" });
  }),
  added("a topic lets in everybody", "IDN-012", "dublin", "aws_sns_topic_policy", { arn: "one", policy: allow("*") }),
  added("a secret is read by another account", "IDN-012", "dublin", "aws_secretsmanager_secret_policy", {
    secret_arn: "one",
    policy: allow({ AWS: "arn:aws:iam::666666666666:root" }),
  }),
  added("images are pulled by a service for whomever", "IDN-012", "norway", "aws_ecr_repository_policy", {
    repository: "one",
    policy: allow({ Service: "lambda.amazonaws.com" }),
  }),
  added("a function is invoked by anybody's buckets", "IDN-012", "enclave", "aws_lambda_permission", {
    action: "lambda:InvokeFunction",
    function_name: "one",
    principal: "s3.amazonaws.com",
  }),
  added("a function's URL answers anybody", "IDN-012", "enclave", "aws_lambda_permission", {
    action: "lambda:InvokeFunctionUrl",
    function_name: "one",
    principal: "*",
    function_url_auth_type: "NONE",
  }),
  added("a bus takes another account's events", "IDN-012", "dublin", "aws_cloudwatch_event_permission", {
    principal: "666666666666",
    statement_id: "one",
  }),
  added("a file system lets in whoever mounts it", "IDN-012", "dublin", "aws_efs_file_system_policy", {
    file_system_id: "fs-0a",
    policy: allow({ AWS: "*" }),
  }),
  added("a log destination takes what a variable says", "IDN-012", "dublin", "aws_cloudwatch_log_destination_policy", {
    destination_name: "one",
    access_policy: allow({ AWS: "${var.sender}" }),
  }),
  added("a queue's own block lets in everybody", "IDN-012", "monitor", "aws_sqs_queue", {
    name: "one",
    policy: allow("*"),
  }),
  added("a domain is searched by everybody", "IDN-012", "dublin", "aws_opensearch_domain_policy", {
    domain_name: "one",
    access_policies: allow("*"),
  }),
  added("a vault takes backups of the whole organization", "IDN-012", "dublin", "aws_backup_vault_policy", {
    backup_vault_name: "one",
    policy: allow("*", { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" } } }),
  }),
];

const AUDITOR = { type: "aws_iam_policy", path: "monitor-auditor", at: [ROLE, "monitor-auditor"] } as const;
const CONTAINMENT = { type: "aws_iam_policy", path: "monitor-containment", at: [ROLE, "monitor-containment"] } as const;
const KEY_OF_DATA = { type: "aws_kms_key", path: "user-data/key", at: [ROLE, "monitor-auditor"] } as const;
const auditorRole = { type: ROLE, path: "monitor-auditor" };

const visits: readonly Mutation[] = [
  ways.removed("IDN-013", "the monitor cannot look at the organization", {
    stack: "organization",
    type: ROLE,
    path: "monitor-auditor",
    at: "stack",
  }),
  ways.rewritten("IDN-013", "nothing keeps auditors from data", AUDITOR, (statements) =>
    ways.without(statements, "NoData"),
  ),
  ways.rewritten("IDN-013", "auditors read by an action that no list of data names", AUDITOR, (statements) => {
    ways.named(statements, "Configuration").Action.push("cognito-idp:ListUsers");
  }),
  ways.rewritten("IDN-013", "auditors change roles", AUDITOR, (statements) => {
    ways.named(statements, "Configuration").Action.push("iam:UpdateAssumeRolePolicy");
  }),
  ways.rewritten("IDN-013", "auditors cannot see what happened", AUDITOR, (statements) => {
    const reads = ways.named(statements, "Configuration");
    reads.Action = reads.Action.filter((action: string) => action !== "cloudtrail:LookupEvents");
  }),
  ways.rewritten("IDN-013", "auditors cannot see who may use a key", AUDITOR, (statements) => {
    const reads = ways.named(statements, "Configuration");
    reads.Action = reads.Action.filter((action: string) => action !== "kms:ListGrants");
  }),
  ways.rewritten("IDN-013", "a key keeps auditors out, whatever their role may do", KEY_OF_DATA, (statements) =>
    ways.without(statements, "ReadConfiguration"),
  ),
  ways.changed("IDN-013", "the auditors' role has no boundary", auditorRole, (role) => {
    delete role["permissions_boundary"];
  }),
  ways.changed("IDN-013", "auditors show another external id", auditorRole, (role, output) =>
    output.document(role, "assume_role_policy", ({ Statement }) => {
      Statement[0]!["Condition"] = { StringEquals: { "sts:ExternalId": "another" } };
    }),
  ),
  ways.removed("IDN-014", "the monitor cannot end sessions in the enclave", {
    stack: "enclave",
    type: ROLE,
    path: "monitor-containment",
    at: "stack",
  }),
  ways.denied("dublin", "IDN-014", "a guardrail keeps containment from ending sessions", {
    Action: "iam:AttachRolePolicy",
  }),
  ways.denied(
    "dublin",
    "IDN-013",
    "a guardrail lets nobody in who looks at an account",
    { Principal: "*", Action: "sts:AssumeRole", Resource: "arn:aws:iam::*:role/*-auditor" },
    "RESOURCE_CONTROL_POLICY",
  ),
  ways.rewritten("IDN-014", "containment attaches any policy", CONTAINMENT, (statements) => {
    delete ways.named(statements, "EndSessions").Condition;
  }),
  ways.rewritten("IDN-014", "containment opens the gateway", CONTAINMENT, (statements) => {
    ways.named(statements, "EndConnections").Action = ["ec2:RejectVpcEndpointConnections", "ec2:*Accept*"];
  }),
  ways.rewritten("IDN-014", "containment cannot close the gateway", CONTAINMENT, (statements) =>
    ways.without(statements, "EndConnections"),
  ),
  ways.rewritten("IDN-014", "containment ends the sessions of some people only", CONTAINMENT, (statements) => {
    ways.named(statements, "EndSessions").Resource += "-a";
  }),
];

const takings: readonly Mutation[] = [
  ways.added("IDN-015", "another resource takes a role's policies away", "aws_iam_role_policies_exclusive", {
    role_name: "clover-local-dublin-alert-forwarding",
    policy_names: [],
  }),
  ways.added(
    "IDN-015",
    "another resource takes a role's managed policies away",
    "aws_iam_role_policy_attachments_exclusive",
    { role_name: "clover-local-dublin-auditor", policy_arns: [] },
  ),
  ways.added("IDN-015", "a managed policy is for another role alone", "aws_iam_policy_attachment", {
    name: "auditor",
    policy_arn: "arn:aws:iam::200000000002:policy/clover-local-dublin-auditor",
    roles: ["clover-local-dublin-canary"],
  }),
  ways.changed("IDN-015", "a role lists no inline policy", { type: ROLE, path: "alert-forwarding" }, (role) => {
    role["inline_policy"] = [{}];
  }),
  ways.changed("IDN-015", "a role lists no managed policy", auditorRole, (role) => (role["managed_policy_arns"] = [])),
];

const AT_PEOPLE = { at: [ROLE, PEOPLE] } as const;
const READS: ways.Target = { type: "aws_iam_role_policy", path: READ, ...AT_PEOPLE };
const STORE: ways.Target = { type: "aws_s3_bucket_policy", path: "user-data", ...AT_PEOPLE };
const STORE_KEY: ways.Target = { type: "aws_kms_key", path: "user-data/key", ...AT_PEOPLE };
const STORE_ENDPOINT: ways.Target = { type: "aws_vpc_endpoint", path: "endpoints/s3", ...AT_PEOPLE };

const refusals: readonly Mutation[] = [
  ways.rewritten("IDN-016", "people are denied the key of what they may read", READS, (statements) => {
    ways.named(statements, "Decrypt").Effect = "Deny";
  }),
  ways.rewritten("IDN-016", "people may read objects that they may not list", READS, (statements) =>
    ways.without(statements, "ListObjects"),
  ),
  ways.rewritten("IDN-016", "people's own policy knows no door", READS, (statements) => {
    ways.named(statements, "OutsideDoors").Condition = { Null: { "aws:PrincipalArn": "false" } };
  }),
  ways.rewritten("IDN-016", "a bucket's doors are none of S3's", STORE, (statements) => {
    ways.named(statements, "OutsideDoors").Condition.StringNotEquals["aws:SourceVpce"] = "${aws_vpc_endpoint.other.id}";
  }),
  ways.rewritten("IDN-016", "the key decrypts for nobody through S3", STORE_KEY, (statements) => {
    ways.named(statements, "UseThroughServices").Condition.StringEquals["kms:ViaService"] =
      "dynamodb.eu-west-1.amazonaws.com";
  }),
  ways.rewritten("IDN-016", "the endpoint of S3 is another organization's", STORE_ENDPOINT, ([statement]) => {
    statement!.Condition.StringEquals["aws:PrincipalOrgID"] = "o-another0001";
  }),
  {
    ...ways.changed("IDN-016", "the endpoint of S3 reaches another service", STORE_ENDPOINT, (endpoint) => {
      endpoint["service_name"] = "com.amazonaws.eu-west-1.athena";
    }),
    at: (output) => output.address("dublin", "aws_s3_bucket", "user-data"),
  },
  ways.denied("dublin", "IDN-016", "a guardrail lets nobody read objects", { Action: "s3:GetObject" }),
  ways.denied("dublin", "IDN-016", "a guardrail lets people read no items", {
    Action: "dynamodb:GetItem",
    Condition: { StringEquals: { "aws:PrincipalTag/role": "support-engineer" } },
  }),
];

export const identityMutations: readonly Mutation[] = [
  ...refusals,
  ...trusts,
  ...permissions,
  ...credentials,
  ...resources,
  ...visits,
  ...takings,
];
