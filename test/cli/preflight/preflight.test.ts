import { clientsIn, type Clients } from "../../../cli/preflight/clients";
import { seenOf } from "../../../cli/preflight/preflight";
import { exitCodeOf, preflightJson, preflightText } from "../../../cli/preflight/report";
import { MONITOR, monitorPlace, ORGANIZATION, organizationPlace, sitePlaces } from "../../../config/places";
import { synthSource } from "../../../policies/model/synth-source";
import { declaredEstate } from "../../support/estates";

const estate = declaredEstate("local");
const DUBLIN = sitePlaces(estate)[0]!;
const PLACES = { [DUBLIN.stack]: DUBLIN, [MONITOR]: monitorPlace(estate), [ORGANIZATION]: organizationPlace(estate) };
const ROLE = "arn:aws:iam::200000000002:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

const RESOURCES = {
  aws_iam_service_linked_role: { role: { aws_service_name: "config.amazonaws.com" } },
  aws_config_configuration_recorder: { recorder: { name: "audit" } },
  aws_config_delivery_channel: { channel: { name: "audit" } },
  aws_guardduty_detector: { detector: { enable: true } },
  aws_guardduty_publishing_destination: { destination: { detector_id: "${aws_guardduty_detector.detector.id}" } },
  aws_accessanalyzer_analyzer: {
    external: { analyzer_name: "external", type: "ACCOUNT" },
    unused: { analyzer_name: "unused", type: "ACCOUNT_UNUSED_ACCESS" },
  },
};
const UNIT = { aws_organizations_organizational_unit: { sites: { name: "sites" } } };
const adopted = (more: object) => ({ aws_organizations_organization: { all: more } });
const functions = (...reserved: readonly unknown[]) => ({
  aws_lambda_function: Object.fromEntries(
    reserved.map((number, index) => [`f${index}`, { reserved_concurrent_executions: number }]),
  ),
});

const refusal = (message: string) =>
  Object.assign(new Error(message), { name: "AccessDeniedException", $fault: "client" });
const concurrency = (quota: number, unreserved = quota) => ({
  GetAccountSettingsCommand: {
    AccountLimit: { ConcurrentExecutions: quota, UnreservedConcurrentExecutions: unreserved },
  },
});

/** AWS as it answers each command; nothing is there of what is not given. */
function answering(answers: Readonly<Record<string, object>>, sent: string[] = []): Clients {
  const clients = clientsIn("eu-west-1");
  for (const client of Object.values(clients) as { send: unknown }[]) {
    client.send = async (command: object) => {
      sent.push(command.constructor.name);
      const answer = answers[command.constructor.name] ?? {};
      if (answer instanceof Error) throw answer;
      return answer;
    };
  }
  return clients;
}

async function seen(
  resource: object,
  answers: Readonly<Record<string, object>>,
  { stack = "dublin", imports = [] as readonly object[], sent = [] as string[] } = {},
) {
  const place = PLACES[stack]!;
  const source = synthSource(stack, "cdk.tf.json", { resource, import: imports }, []);
  const run = {
    place,
    folder: `cdktf.out/stacks/${stack}`,
    seen: await seenOf(source, place, answering(answers, sent)),
  };
  const of = (address: string) => run.seen.filter((one) => one.address === address);
  return { of, text: preflightText(estate, run), json: JSON.parse(preflightJson(estate, run)), exit: exitCodeOf(run) };
}

describe("preflight of an account", () => {
  it("that has nothing is clear, and is asked nothing but what lists, describes and gets", async () => {
    const sent: string[] = [];
    const { text, exit, json } = await seen({ ...RESOURCES, ...functions(1) }, concurrency(1000), { sent });
    expect(exit).toBe(0);
    expect(json.summary).toMatchObject({ stack: "dublin", account: "200000000002", clear: 8, exists: 0, unknown: 0 });
    expect(text).not.toMatch(/EXISTS|SHORT|LOST|UNKNOWN|import/);
    expect(sent.filter((name) => !/^(List|Describe|Get)/.test(name))).toEqual([]);
    expect(new Set(sent).size).toBe(6);
  });

  it.each([
    ["role", "iam_service_linked_role.role", ROLE, { ListRolesCommand: { Roles: [{ RoleName: "R", Arn: ROLE }] } }],
    [
      "recorder",
      "config_configuration_recorder.recorder",
      "audit",
      { DescribeConfigurationRecordersCommand: { ConfigurationRecorders: [{ name: "audit" }] } },
    ],
    ["detector", "guardduty_detector.detector", "d1", { ListDetectorsCommand: { DetectorIds: ["d1"] } }],
    [
      "publishing destination",
      "guardduty_publishing_destination.destination",
      "d1:p1",
      {
        ListDetectorsCommand: { DetectorIds: ["d1"] },
        ListPublishingDestinationsCommand: { Destinations: [{ DestinationId: "p1" }] },
      },
    ],
    [
      "analyzer of the same type, which is replaced",
      "accessanalyzer_analyzer.unused",
      "mine",
      { ListAnalyzersCommand: { analyzers: [{ name: "mine", type: "ACCOUNT_UNUSED_ACCESS" }] } },
    ],
  ])("that has a %s tells the import", async (_what, name, id, answers) => {
    const { of, text, exit } = await seen(RESOURCES, answers);
    expect(exit).toBe(1);
    expect(of(`aws_${name}`)).toMatchObject([{ outcome: "exists", commands: [`terraform import aws_${name} ${id}`] }]);
    expect(text).toContain("Imports are run in cdktf.out/stacks/dublin, after `terraform init` there.");
    expect(of("aws_accessanalyzer_analyzer.external")[0]!.outcome).toBe("clear");
  });

  it("leaves out what an import block takes over already", async () => {
    const imports = [{ to: "aws_guardduty_detector.detector", id: "d1" }];
    const { of } = await seen(RESOURCES, { ListDetectorsCommand: { DetectorIds: ["d1"] } }, { imports });
    expect(of("aws_guardduty_detector.detector")).toEqual([]);
  });

  it.each([
    ["dublin", ": remove it before the organization is deployed, whose guardrails let nobody do it afterwards"],
    ["monitor", ": remove it"],
  ])("of %s whose recorder has another name tells how it is removed", async (stack, ending) => {
    const answers = {
      DescribeConfigurationRecordersCommand: { ConfigurationRecorders: [{ name: "default" }] },
      DescribeDeliveryChannelsCommand: { DeliveryChannels: [{ name: "default" }] },
    };
    const { of, exit } = await seen(RESOURCES, answers, { stack });
    const [recorder] = of("aws_config_configuration_recorder.recorder");
    const region = `--region ${PLACES[stack]!.region}`;
    expect(recorder!.message.endsWith(ending)).toBe(true);
    expect(recorder!.commands).toEqual([
      `aws configservice stop-configuration-recorder --configuration-recorder-name default ${region}`,
      `aws configservice delete-configuration-recorder --configuration-recorder-name default ${region}`,
    ]);
    expect(of("aws_config_delivery_channel.channel")[0]!.commands).toEqual([
      `aws configservice delete-delivery-channel --delivery-channel-name default ${region}`,
    ]);
    expect(exit).toBe(1);
  });

  it("makes no command of a name that would be one", async () => {
    const answers = { DescribeDeliveryChannelsCommand: { DeliveryChannels: [{ name: "a'; rm -r b\n#" }] } };
    const { text } = await seen(RESOURCES, answers);
    expect(text).toContain(`--delivery-channel-name 'a'\\''; rm -r b\\n#' --region`);
  });

  it("is not known where AWS refuses to say, and goes on", async () => {
    const refused = { ListRolesCommand: refusal("not authorized to perform: iam:ListRoles") };
    const { of, text, exit } = await seen(RESOURCES, refused);
    expect(exit).toBe(2);
    expect(of("aws_guardduty_detector.detector")[0]!.outcome).toBe("clear");
    expect(text).toContain(
      "UNKNOWN aws_iam_service_linked_role.role: AccessDeniedException: not authorized to perform: iam:ListRoles",
    );
    expect((await seen(RESOURCES, { ...refused, ListDetectorsCommand: { DetectorIds: ["d1"] } })).exit).toBe(1);
  });

  it("fails when AWS does not answer", async () => {
    await expect(seen(RESOURCES, { ListRolesCommand: new Error("ECONNREFUSED") })).rejects.toThrow("ECONNREFUSED");
  });

  it("fails when there is nothing to look for", async () => {
    await expect(seen({ aws_s3_bucket: { one: {} } }, {})).rejects.toThrow("creates nothing that an account can have");
  });
});

describe("Lambda's concurrency", () => {
  it.each([
    [10, 10, "ask Service Quotas for 102 or more of lambda L-B99A9384"],
    [101, 101, "for 102 or more"],
    [1000, 100, "for 1002 or more"],
  ])("of %d, %d of it unreserved, is too small for two functions that reserve one", async (quota, unreserved, told) => {
    const { of, exit } = await seen(functions(1, 1, -1, undefined), concurrency(quota, unreserved));
    expect(of("stack")).toMatchObject([{ outcome: "short", message: expect.stringContaining(told) }]);
    expect(exit).toBe(1);
  });

  it("is enough with 100 unreserved beside what the functions reserve", async () => {
    expect((await seen(functions(1, 1), concurrency(102))).exit).toBe(0);
  });

  it("is not known where Lambda does not tell it", async () => {
    const { of, exit } = await seen(functions(1), { GetAccountSettingsCommand: {} });
    expect(of("stack")).toMatchObject([{ outcome: "unknown" }]);
    expect(exit).toBe(2);
  });

  it("is not known where what is reserved is an expression", async () => {
    expect((await seen(functions(1, "${var.reserved}"), concurrency(1000))).exit).toBe(2);
  });
});

describe("preflight of the organization", () => {
  const root = (PolicyTypes: readonly object[]) => ({ Roots: [{ Id: "r-1", PolicyTypes }] });
  const stack = ORGANIZATION;
  const imports = [{ to: "aws_organizations_organization.all", id: "o-1" }];
  const organization = adopted({
    aws_service_access_principals: ["guardduty.amazonaws.com"],
    enabled_policy_types: ["SERVICE_CONTROL_POLICY"],
  });
  const trusting = (...services: readonly string[]) => ({
    ListAWSServiceAccessForOrganizationCommand: {
      EnabledServicePrincipals: services.map((ServicePrincipal) => ({ ServicePrincipal })),
    },
  });

  it("tells the unit's import", async () => {
    const answers = {
      ListRootsCommand: root([]),
      ListOrganizationalUnitsForParentCommand: { OrganizationalUnits: [{ Id: "ou-1", Name: "sites" }] },
    };
    const { of } = await seen(UNIT, answers, { stack });
    const address = "aws_organizations_organizational_unit.sites";
    expect(of(address)[0]!.commands).toEqual([`terraform import ${address} ou-1`]);
  });

  it("tells trusted services and policy types that Terraform would switch off", async () => {
    const types = [
      { Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" },
      { Type: "TAG_POLICY", Status: "ENABLED" },
      { Type: "BACKUP_POLICY", Status: "PENDING_DISABLE" },
    ];
    const answers = { ListRootsCommand: root(types), ...trusting("guardduty.amazonaws.com", "sso.amazonaws.com") };
    const { of, exit } = await seen(organization, answers, { stack, imports });
    expect(of("aws_organizations_organization.all").map(({ outcome, message }) => [outcome, message])).toEqual([
      ["lost", expect.stringMatching(/aws_service_access_principals .* off: sso.amazonaws.com$/)],
      ["lost", expect.stringMatching(/enabled_policy_types .* off: TAG_POLICY$/)],
    ]);
    expect(exit).toBe(1);
  });

  it("is clear where the stack lists all that is on", async () => {
    const answers = { ListRootsCommand: root([]), ...trusting("guardduty.amazonaws.com") };
    expect((await seen(organization, answers, { stack, imports })).exit).toBe(0);
  });
});
