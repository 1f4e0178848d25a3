import type { Block, Mutation, Output } from "./mutation";
import { denied } from "./ways";

type Statement = Record<string, any>;

const ACCOUNT = "aws_organizations_account";
const ATTACHMENT = "aws_organizations_policy_attachment";
const ORGANIZATION = "aws_organizations_organization";
const POLICY = "aws_organizations_policy";

/**
 * The path of the only guardrail that holds a text as a statement's name, as what it denies or in its condition:
 * statements are packed as they fit.
 */
function holding({ stacks }: Output, text: string): string {
  const policies = Object.values<Block>(stacks["organization"]!["resource"][POLICY]);
  const found = policies.filter(({ content }) =>
    (JSON.parse(content).Statement as Statement[]).some(({ Sid, Action, Condition }) =>
      JSON.stringify([Sid, Action, Condition]).includes(JSON.stringify(text)),
    ),
  );
  if (found.length !== 1) throw new Error(`${found.length} guardrails hold ${text}`);
  return found[0]!["//"].metadata.path;
}

/** Changes the statements of the guardrail that holds a text; the finding is there, or at another one. */
function guardrail(
  title: string,
  policy: string,
  text: string,
  change: (statements: Statement[]) => void,
  at = (output: Output) => output.address("organization", POLICY, holding(output, text)),
): Mutation {
  return {
    title,
    policy,
    stack: "organization",
    at,
    type: POLICY,
    break: (output) =>
      output.document(output.resource("organization", POLICY, holding(output, text)), "content", ({ Statement }) =>
        change(Statement),
      ),
  };
}

/** Takes an action out of whatever guardrail denies it. */
function allowed(action: string, policy: string): Mutation {
  return guardrail(`${action} is denied no more`, policy, action, (statements) => {
    for (const statement of statements) {
      if (statement["Action"]) statement["Action"] = statement["Action"].filter((each: string) => each !== action);
    }
  });
}

/** Changes one resource of the organization's stack; the finding is at that resource, or at another. */
function changed(
  title: string,
  policy: string,
  [type, path]: readonly [string, string],
  change: (block: Block) => void,
  at: readonly [string, string] = [type, path],
): Mutation {
  return {
    title,
    policy,
    stack: "organization",
    at: (output) => output.address("organization", ...at),
    type,
    break: (output) => change(output.resource("organization", type, path)),
  };
}

function removed(title: string, policy: string, [type, path]: readonly [string, string], account: string): Mutation {
  return {
    title,
    policy,
    stack: "organization",
    at: (output) => output.address("organization", ACCOUNT, account),
    type,
    break: (output) => output.remove("organization", type, path),
  };
}

function added(title: string, policy: string, type: string, block: Block): Mutation {
  return {
    title,
    policy,
    stack: "organization",
    at: () => `${type}.added`,
    type,
    break: (output) => output.add("organization", type, "added", block),
  };
}

/** Spares the deploy role of every account. */
const ANY_DEPLOYER = { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::*:role/clover-deploy" } };
const sid = (statements: Statement[], name: string) => statements.find(({ Sid }) => Sid === name)!;

const accounts: readonly Mutation[] = [
  {
    title: "an account is made and not imported",
    policy: "ORG-001",
    stack: "organization",
    at: () => "stack",
    type: ACCOUNT,
    break: ({ stacks }) => {
      const organization = stacks["organization"]!;
      organization["import"] = organization["import"].filter(({ id }: { id: string }) => id !== "400000000004");
    },
  },
  added("an account is made that nobody declared", "ORG-001", ACCOUNT, { name: "new", email: "new@example.org" }),
  {
    title: "the organization is another one",
    policy: "ORG-002",
    stack: "organization",
    at: (output) => output.address("organization", ORGANIZATION),
    type: ORGANIZATION,
    break: ({ stacks }) => (stacks["organization"]!["import"][0].id = "o-somebodyelse"),
  },
  changed("an account is closed when it is removed", "ORG-001", [ACCOUNT, "account-norway"], (block) => {
    block["close_on_deletion"] = true;
  }),
  changed("an account may be destroyed", "ORG-001", [ACCOUNT, "account-norway"], ({ lifecycle }) => {
    delete lifecycle.prevent_destroy;
  }),
  changed("an account is in no unit", "ORG-001", [ACCOUNT, "account-norway"], (block) => delete block["parent_id"]),
  changed("which unit an account is in is a variable", "ORG-001", [ACCOUNT, "account-norway"], (block) => {
    block["parent_id"] = "${var.unit}";
  }),
  changed("the policy type is disabled", "ORG-002", [ORGANIZATION, ""], (block) => {
    block["enabled_policy_types"] = ["RESOURCE_CONTROL_POLICY"];
  }),
  changed("backup policies are enabled", "ORG-002", [ORGANIZATION, ""], (block) => {
    block["enabled_policy_types"].push("BACKUP_POLICY");
  }),
  changed("stack sets are deployed into members", "ORG-002", [ORGANIZATION, ""], (block) => {
    block["aws_service_access_principals"].push("member.org.stacksets.cloudformation.amazonaws.com");
  }),
  changed("members share what is theirs", "ORG-002", [ORGANIZATION, ""], (block) => {
    block["aws_service_access_principals"].push("ram.amazonaws.com");
  }),
  changed("single sign-on is trusted no longer", "ORG-002", [ORGANIZATION, ""], (block) => {
    block["aws_service_access_principals"].shift();
  }),
  changed("what is trusted is a variable", "ORG-002", [ORGANIZATION, ""], (block) => {
    block["aws_service_access_principals"] = "${var.services}";
  }),
  changed("the organization only pays the bills", "ORG-002", [ORGANIZATION, ""], (block) => {
    block["feature_set"] = "CONSOLIDATED_BILLING";
  }),
  changed("which policy types are enabled is a variable", "ORG-002", [ORGANIZATION, ""], (block) => {
    block["enabled_policy_types"] = "${var.types}";
  }),
  changed("the organization may be destroyed", "ORG-002", [ORGANIZATION, ""], (block) => delete block["lifecycle"]),
  guardrail("a guardrail is too large", "ORG-003", "AccountStays", ([first]) => {
    first!["Action"].push(...Array.from({ length: 80 }, (_, index) => `ec2:SomeAction${index}`));
  }),
  {
    title: "an account has more guardrails than AWS takes",
    policy: "ORG-003",
    stack: "organization",
    at: (output) => output.address("organization", ACCOUNT, "account-dublin"),
    type: ATTACHMENT,
    break: (output) => {
      const { policy_id, target_id } = output.resource(
        "organization",
        ATTACHMENT,
        "region-eu-west-1-on-account-dublin",
      );
      for (const name of ["a", "b", "c"]) {
        output.add("organization", ATTACHMENT, name, { policy_id, target_id });
      }
    },
  },
];

const REGION = "eu-north-1";
const regionOf = ([statement]: Statement[]) => statement!;

const regions: readonly Mutation[] = [
  guardrail("keys may be made in any region", "ORG-004", REGION, (all) => regionOf(all)["NotAction"].push("kms:*")),
  guardrail("buckets may be used in any region", "ORG-004", REGION, (all) => regionOf(all)["NotAction"].push("s3:*")),
  guardrail("one action of Config may be", "ORG-004", REGION, (all) => regionOf(all)["NotAction"].push("config:P*")),
  guardrail("events may go to any bus of another region", "ORG-004", REGION, (all) =>
    all.splice(all.indexOf(sid(all, "AlertsAlone")), 1),
  ),
  guardrail("a region more is allowed", "ORG-004", REGION, (all) => {
    regionOf(all)["Condition"] = { StringNotEquals: { "aws:RequestedRegion": ["eu-north-1", "us-east-1"] } };
  }),
  guardrail("every region of a beginning is allowed", "ORG-004", REGION, (all) => {
    regionOf(all)["Condition"] = { StringNotLike: { "aws:RequestedRegion": "eu-*" } };
  }),
  guardrail("the region is a variable", "ORG-004", REGION, (all) => {
    regionOf(all)["Condition"] = { StringNotEquals: { "aws:RequestedRegion": "${var.region}" } };
  }),
  guardrail("a tag opens every region", "ORG-004", REGION, (all) => {
    regionOf(all)["Condition"]["StringNotEquals"]["aws:PrincipalTag/anywhere"] = "true";
  }),
  guardrail("some resources are free", "ORG-004", REGION, (all) => {
    delete regionOf(all)["Resource"];
    regionOf(all)["NotResource"] = "arn:aws:s3:::free-*";
  }),
  removed(
    "an account is bound to no region",
    "ORG-004",
    [ATTACHMENT, "region-eu-north-1-on-account-norway"],
    "account-norway",
  ),
  {
    title: "an account is bound to another account's region",
    policy: "ORG-004",
    stack: "organization",
    at: (output) => output.address("organization", POLICY, "region-us-east-1"),
    type: ATTACHMENT,
    break: (output) => {
      const { policy_id } = output.resource("organization", ATTACHMENT, "region-us-east-1-on-account-enclave");
      output.resource("organization", ATTACHMENT, "region-eu-north-1-on-account-norway")["policy_id"] = policy_id;
    },
  },
  changed(
    "what binds an account is a variable",
    "ORG-004",
    [ATTACHMENT, "region-eu-north-1-on-account-norway"],
    (block) => (block["policy_id"] = "${var.policy}"),
    [ACCOUNT, "account-norway"],
  ),
  changed(
    "a guardrail is of another type",
    "ORG-004",
    [POLICY, "region-eu-north-1"],
    (block) => (block["type"] = "RESOURCE_CONTROL_POLICY"),
    [ACCOUNT, "account-norway"],
  ),
];

const guardrails: readonly Mutation[] = [
  guardrail("an account may leave", "ORG-005", "AccountStays", (all) => {
    sid(all, "AccountStays")["Action"] = ["account:*", "organizations:L*s"];
  }),
  allowed("account:EnableRegion", "ORG-005"),
  allowed("iam:CreateAccessKey", "ORG-005"),
  guardrail("the root user is denied under another name", "ORG-005", "Root", (all) => {
    sid(all, "Root")["Condition"] = { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:user/root" } };
  }),
  allowed("cloudtrail:StopLogging", "ORG-006"),
  allowed("ec2:DeleteFlowLogs", "ORG-006"),
  allowed("events:RemoveTargets", "ORG-006"),
  allowed("route53resolver:DisassociateResolverQueryLogConfig", "ORG-006"),
  guardrail("the deploy role may stop the trail", "ORG-006", "AuditNeverStops", (all) => {
    sid(all, "AuditNeverStops")["Condition"] = sid(all, "AuditIsDeployed")["Condition"];
  }),
  guardrail("audit is denied where a condition never holds", "ORG-006", "AuditNeverStops", (all) => {
    sid(all, "AuditNeverStops")["Condition"] = { StringEquals: { "aws:PrincipalAccount": "666666666666" } };
  }),
  dropped("alarms that open incidents may be made anew", "ORG-006", "IncidentAlarmsAreDeployed"),
  guardrail("one account's alarms alone are the deploy role's", "ORG-006", "IncidentAlarmsAreDeployed", (all) => {
    const statement = sid(all, "IncidentAlarmsAreDeployed");
    statement["Resource"] = statement["Resource"].replace("incident-alarm-", "incident-alarm-dublin-");
  }),
  allowed("kms:ReplicateKey", "ORG-007"),
  guardrail("multi-region keys may be made", "ORG-007", "KeysOfOneRegion", (all) => {
    sid(all, "KeysOfOneRegion")["Condition"] = { Bool: { "kms:MultiRegion": "false" } };
  }),
  guardrail("grants may be made for anybody", "ORG-007", "GrantsForResources", (all) => {
    sid(all, "GrantsForResources")["Condition"] = { Bool: { "kms:GrantIsForAWSResource": "true" } };
  }),
  guardrail("every deploy role may end a key", "ORG-007", "KeysAreKept", (all) => {
    sid(all, "KeysAreKept")["Condition"] = ANY_DEPLOYER;
  }),
  allowed("rds:ModifyDBSnapshotAttribute", "ORG-008"),
  allowed("ebs:GetSnapshotBlock", "ORG-008"),
  allowed("backup:StartCopyJob", "ORG-008"),
  allowed("s3:PutReplicationConfiguration", "ORG-008"),
  removed("the enclave may leave", "ORG-005", [ATTACHMENT, "guardrails-1-on-unit-enclave"], "account-enclave"),
  allowed("ec2:CreateNatGateway", "ORG-009"),
  allowed("ec2:AcceptVpcPeeringConnection", "ORG-009"),
  allowed("ram:AcceptResourceShareInvitation", "ORG-009"),
  allowed("ec2:ModifyVpcEndpointServicePermissions", "ORG-009"),
  allowed("ec2:CreateVpcEndpoint", "ORG-009"),
  guardrail("networks are closed for those outside any", "ORG-009", "NoOtherNetwork", (all) => {
    sid(all, "NoOtherNetwork")["Condition"] = { Null: { "aws:SourceVpc": "true" } };
  }),
  guardrail("every role of a beginning is spared", "ORG-010", "DoorsAreDeployed", (all) => {
    sid(all, "DoorsAreDeployed")["Condition"] = {
      ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/clover-*" },
    };
  }),
  guardrail("a role is spared that a variable names", "ORG-010", "DoorsAreDeployed", (all) => {
    sid(all, "DoorsAreDeployed")["Condition"] = { ArnNotEquals: { "aws:PrincipalArn": "${var.role}" } };
  }),
  guardrail("the break-glass role is spared as it comes", "ORG-010", "StoresAreDeployed", (all) => {
    const arn = "arn:aws:iam::100000000001:role/clover-break-glass";
    sid(all, "StoresAreDeployed")["Condition"] = { ArnNotEquals: { "aws:PrincipalArn": arn } };
  }),
  added("the management account keeps a database", "ORG-011", "aws_rds_cluster", { engine: "aurora-postgresql" }),
  added("the management account keeps files", "ORG-011", "aws_efs_file_system", { encrypted: true }),
  changed("what the management account keeps is user data", "ORG-011", ["aws_sqs_queue", "undelivered"], (block) => {
    block["tags"] = { "data-class": "restricted" };
  }),
  added("a stack of another kind builds in the management account", "ORG-011", "aws_cloudformation_stack", {
    name: "one",
    template_body: "{}",
  }),
];

const frozen = (all: Statement[]) => sid(all, "FrozenAfterSunset");
const enclaveAccount = (output: Output) => output.address("organization", ACCOUNT, "account-enclave");
const regionOfEnclave = (output: Output) => output.address("organization", POLICY, "region-us-east-1");

const enclave: readonly Mutation[] = [
  removed("nothing ends the enclave", "ORG-012", [ATTACHMENT, "sunset-on-account-enclave"], "account-enclave"),
  guardrail("the end is put off by a year", "ORG-012", "FrozenAfterSunset", (all) => {
    frozen(all)["Condition"]["DateGreaterThanEquals"]["aws:CurrentTime"] = "2028-10-01T00:00:00Z";
  }),
  guardrail("writing goes on after the sunset", "ORG-012", "FrozenAfterSunset", (all) => {
    frozen(all)["NotAction"].push("dynamodb:PutItem");
  }),
  guardrail("the deploy role goes on after the sunset", "ORG-012", "FrozenAfterSunset", (all) => {
    frozen(all)["Condition"]["ArnNotEquals"]["aws:PrincipalArn"].push("arn:aws:iam::500000000005:role/clover-deploy");
  }),
  guardrail(
    "keys cannot be ended after the sunset",
    "ORG-012",
    "FrozenAfterSunset",
    (all) => {
      frozen(all)["NotAction"] = frozen(all)["NotAction"].filter((action: string) => !action.startsWith("kms:"));
    },
    enclaveAccount,
  ),
  guardrail(
    "the drain ends with the sunset",
    "ORG-012",
    "FrozenAfterSunset",
    (all) => delete frozen(all)["Condition"]["ArnNotEquals"],
    enclaveAccount,
  ),
  guardrail("the enclave's replication may write anywhere", "ORG-004", "ReplicasAtTheTarget", (all) => {
    sid(all, "ReplicasAtTheTarget")["Condition"]["StringNotEquals"]["aws:RequestedRegion"].push("us-west-2");
  }),
  guardrail(
    "the enclave's replication may do anything where it writes",
    "ORG-004",
    "ReplicasAlone",
    (all) => sid(all, "ReplicasAlone")["NotAction"].push("s3:*"),
    regionOfEnclave,
  ),
  guardrail("the deploy role may export the enclave's table", "ORG-008", "ExportIsTheDrains", (all) => {
    sid(all, "ExportIsTheDrains")["Condition"] = ANY_DEPLOYER;
  }),
];

/** Takes a statement away; the finding is at the policy that held it. */
function dropped(title: string, policy: string, name: string, at?: (output: Output) => string): Mutation {
  return guardrail(
    title,
    policy,
    name,
    (all) =>
      all.splice(
        all.findIndex(({ Sid }) => Sid === name),
        1,
      ),
    at,
  );
}

const spared = (all: Statement[], name: string, arn: string) => {
  const condition = sid(all, name)["Condition"]["ArnNotEquals"];
  condition["aws:PrincipalArn"] = [condition["aws:PrincipalArn"], arn].flat();
};

/** Of the estate in which the enclave is no longer serving. */
const once = (phase: "draining" | "retired", mutation: Mutation): Mutation => ({ ...mutation, phase });
const NOTHING_NEW = "NothingNewWhileDraining";
/** What is most like writing an object is putting a setting of its bucket, and that is where somebody will look. */
const ofStores = (output: Output) => output.address("organization", POLICY, holding(output, "StoresAreDeployed"));

const drain: readonly Mutation[] = [
  once("draining", {
    ...removed("a draining enclave takes anything", "ORG-013", [ATTACHMENT, "drain-on-account-enclave"], "enclave"),
    at: (output) => output.address("organization", POLICY, holding(output, "ExportIsTheDrains")),
  }),
  once("draining", { ...allowed("s3:PutObject", "ORG-013"), at: ofStores }),
  once("draining", allowed("dynamodb:PartiQLInsert", "ORG-013")),
  once(
    "draining",
    guardrail("the deploy role writes into a draining enclave", "ORG-013", NOTHING_NEW, (all) =>
      spared(all, NOTHING_NEW, "arn:aws:iam::500000000005:role/clover-deploy"),
    ),
  ),
  once(
    "draining",
    guardrail(
      "the drain cannot write its export",
      "ORG-013",
      NOTHING_NEW,
      (all) => delete sid(all, NOTHING_NEW)["Condition"],
      enclaveAccount,
    ),
  ),
  once("retired", allowed("s3:ReplicateObject", "ORG-013")),
];

const identity: readonly Mutation[] = [
  allowed("iam:UpdateAssumeRolePolicy", "ORG-014"),
  allowed("iam:CreateSAMLProvider", "ORG-014"),
  allowed("ec2:DeleteTags", "ORG-014"),
  guardrail("the monitor's roles may be rewritten", "ORG-014", "RolesAreDeployed", (all) => {
    sid(all, "RolesAreDeployed")["Resource"] = ["arn:aws:iam::*:role/clover-deploy"];
  }),
  guardrail("people may be given any policy", "ORG-014", "PeopleAreOnlyCutOff", (all) => {
    sid(all, "PeopleAreOnlyCutOff")["Condition"]["ArnNotEquals"]["iam:PolicyARN"] = "arn:aws:iam::*:policy/*";
  }),
  guardrail("a country of work may be written", "ORG-014", "TagsOfPeople", (all) => {
    sid(all, "TagsOfPeople")["Condition"]["ForAnyValue:StringEquals"]["aws:TagKeys"] = ["multi-factor", "role"];
  }),
  guardrail("tags are denied where all of them are people's", "ORG-014", "TagsOfPeople", (all) => {
    const condition = sid(all, "TagsOfPeople")["Condition"];
    condition["ForAllValues:StringEquals"] = { "aws:TagKeys": ["country-of-work"] };
    delete condition["ForAnyValue:StringEquals"];
  }),
  allowed("s3:PutBucketPolicy", "ORG-015"),
  allowed("ec2:DisableEbsEncryptionByDefault", "ORG-015"),
  allowed("logs:PutSubscriptionFilter", "ORG-015"),
  guardrail("a helper may rewrite a store's policy", "ORG-015", "StoresAreDeployed", (all) =>
    spared(all, "StoresAreDeployed", "arn:aws:iam::200000000002:role/helper"),
  ),
  allowed("kms:ImportKeyMaterial", "ORG-007"),
  allowed("rds:CreateIntegration", "ORG-008"),
  allowed("networkmanager:Accept*", "ORG-009"),
  allowed("cloudwatch:DeleteAlarms", "ORG-006"),
];

const perimeters: readonly Mutation[] = [
  dropped("resources of anybody may be reached", "ORG-016", "OurResourcesAlone"),
  guardrail("buckets of anybody may be", "ORG-016", "OurResourcesAlone", (all) => {
    const statement = sid(all, "OurResourcesAlone");
    statement["Action"] = statement["Action"].filter((action: string) => action !== "s3:*");
  }),
  guardrail("resources of no organization may be", "ORG-016", "OurResourcesAlone", (all) => {
    sid(all, "OurResourcesAlone")["Condition"]["Null"] = { "aws:ResourceOrgID": "false" };
  }),
  guardrail("the monitor's archive may be touched", "ORG-016", "MonitorTakesAlertsAlone", (all) => {
    sid(all, "MonitorTakesAlertsAlone")["NotAction"].push("s3:*");
  }),
  dropped("strangers reach stores", "ORG-017", "OurPrincipalsAlone"),
  dropped("strangers take on roles", "ORG-017", "OurPrincipalsAloneAssume"),
  dropped("a token opens any role", "ORG-017", "TokensForThePipelineAlone"),
  dropped("tokens of any provider are taken", "ORG-017", "TokensOfGithubAlone"),
  guardrail("a token opens a role more", "ORG-017", "TokensForThePipelineAlone", (all) =>
    sid(all, "TokensForThePipelineAlone")["NotResource"].push("arn:aws:iam::200000000002:role/visitor"),
  ),
  dropped("services act for strangers", "ORG-017", "ServicesForUsAlone"),
  dropped("bare connections are taken", "ORG-017", "TlsAlone"),
  dropped("old connections are taken", "ORG-017", "ModernTlsAlone"),
  removed(
    "the enclave's resources are open to strangers",
    "ORG-017",
    [ATTACHMENT, "resources-1-on-unit-enclave"],
    "account-enclave",
  ),
  changed(
    "the resources' guardrail is of another type",
    "ORG-017",
    [POLICY, "resources-1"],
    (block) => {
      block["type"] = "SERVICE_CONTROL_POLICY";
    },
    [ACCOUNT, "account-norway"],
  ),
  dropped("the operator takes on the monitor's roles", "ORG-018", "MonitorAloneVisits"),
  dropped("break-glass needs no second factor", "ORG-018", "BreakGlassHasSecondFactor"),
  guardrail(
    "any role that is named like the break-glass role needs a second factor, and this not",
    "ORG-018",
    "BreakGlassHasSecondFactor",
    (all) => {
      sid(all, "BreakGlassHasSecondFactor")["Condition"]["ArnEquals"]["aws:PrincipalArn"] += "-*";
    },
  ),
  dropped("anybody says where they work", "ORG-018", "TagsOfPeopleAreTheirs"),
];

const delegations: readonly Mutation[] = [
  added("a member administers a service", "ORG-019", "aws_organizations_delegated_administrator", {
    account_id: "200000000002",
    service_principal: "config.amazonaws.com",
  }),
  added("a member administers threat detection", "ORG-019", "aws_guardduty_organization_admin_account", {
    admin_account_id: "200000000002",
  }),
  added("the organization delegates by its policy", "ORG-019", "aws_organizations_resource_policy", { content: "{}" }),
];

const OTHER_REGIONS = { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } };

const deployments: readonly Mutation[] = [
  denied("dublin", "ORG-020", "nobody makes a subnet", { Action: "ec2:CreateSubnet" }),
  denied("norway", "ORG-020", "no recorder is started by the deploy role either", { Action: "config:Start*" }),
  denied("dublin", "ORG-020", "no role is made where IAM is called", { Action: "iam:*", Condition: OTHER_REGIONS }),
  denied("enclave", "ORG-020", "the serving enclave takes no table", { Action: "dynamodb:CreateTable" }),
  denied(
    "dublin",
    "ORG-020",
    "a bucket's policy is of the organization's management alone",
    { Principal: "*", Action: "s3:PutBucketPolicy" },
    "RESOURCE_CONTROL_POLICY",
  ),
];

export const organizationMutations: readonly Mutation[] = [
  ...deployments,
  ...delegations,
  ...accounts,
  ...regions,
  ...guardrails,
  ...enclave,
  ...drain,
  ...identity,
  ...perimeters,
];
