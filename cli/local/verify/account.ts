import { AccessAnalyzerClient, ListAnalyzersCommand } from "@aws-sdk/client-accessanalyzer";
import { AccountClient, GetAlternateContactCommand } from "@aws-sdk/client-account";
import {
  EC2Client,
  GetEbsDefaultKmsKeyIdCommand,
  GetEbsEncryptionByDefaultCommand,
  GetImageBlockPublicAccessStateCommand,
  GetInstanceMetadataDefaultsCommand,
  GetSnapshotBlockPublicAccessStateCommand,
} from "@aws-sdk/client-ec2";
import {
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  OrganizationsClient,
  type PolicyType,
} from "@aws-sdk/client-organizations";
import { GetPublicAccessBlockCommand, S3ControlClient } from "@aws-sdk/client-s3-control";
import { GetServiceSettingCommand, SSMClient } from "@aws-sdk/client-ssm";
import type { Estate } from "../../../config/estate";
import { ENCLAVE, organizationPlace, type StackPlace } from "../../../config/places";
import type { Check } from "./check";
import type { Cloud } from "../../aws/cloud";
import { keyArnOf } from "./storage";

/** What every account must have, whatever else it is for. */
export function accountChecks(cloud: Cloud, estate: Estate, place: StackPlace): readonly Check[] {
  const { prefix } = estate.organization;
  const ec2 = async () => new EC2Client(await cloud.at(place));
  const check = (name: string, control: string, expected: unknown, observe: () => Promise<unknown>): Check => ({
    stack: place.stack,
    name: `account: ${name}`,
    control,
    expected,
    observe,
  });
  return [
    check("no bucket can be public", "C25", [true, true, true, true], async () => {
      const client = new S3ControlClient(await cloud.hostPrefixed(place));
      const command = new GetPublicAccessBlockCommand({ AccountId: place.account });
      const { PublicAccessBlockConfiguration: block } = await client.send(command);
      return [block!.BlockPublicAcls, block!.BlockPublicPolicy, block!.IgnorePublicAcls, block!.RestrictPublicBuckets];
    }),
    check("no snapshot and no image can be public", "C25", ["block-all-sharing", "block-new-sharing"], async () => {
      const client = await ec2();
      const snapshots = await client.send(new GetSnapshotBlockPublicAccessStateCommand({}));
      const images = await client.send(new GetImageBlockPublicAccessStateCommand({}));
      return [snapshots.State, images.ImageBlockPublicAccessState];
    }),
    check("no Systems Manager document can be public", "C25", "Disable", async () => {
      const client = new SSMClient(await cloud.at(place));
      const SettingId = "/ssm/documents/console/public-sharing-permission";
      return (await client.send(new GetServiceSettingCommand({ SettingId }))).ServiceSetting!.SettingValue;
    }),
    check("volumes are encrypted with the platform's key", "B18", [true, true], async () => {
      const client = await ec2();
      const { EbsEncryptionByDefault } = await client.send(new GetEbsEncryptionByDefaultCommand({}));
      const { KmsKeyId } = await client.send(new GetEbsDefaultKmsKeyIdCommand({}));
      return [EbsEncryptionByDefault, KmsKeyId === (await keyArnOf(cloud, prefix, place, "platform"))];
    }),
    check("instances give credentials to tokens alone", "C24", ["required", 1], async () => {
      const { AccountLevel } = await (await ec2()).send(new GetInstanceMetadataDefaultsCommand({}));
      return [AccountLevel!.HttpTokens, AccountLevel!.HttpPutResponseHopLimit];
    }),
    check("AWS knows whom to call about security", "G51", estate.organization.securityContact.email, async () => {
      const client = new AccountClient(await cloud.at(place));
      const command = new GetAlternateContactCommand({ AlternateContactType: "SECURITY" });
      return (await client.send(command)).AlternateContact!.EmailAddress;
    }),
    check("access from outside and out of use is looked for", "G51", 2, async () => {
      const client = new AccessAnalyzerClient(await cloud.at(place));
      return (await client.send(new ListAnalyzersCommand({}))).analyzers!.length;
    }),
  ];
}

/** That a member account is in its unit, and under its guardrails. */
export function guardrailChecks(cloud: Cloud, estate: Estate, member: StackPlace): readonly Check[] {
  const client = async () => new OrganizationsClient(await cloud.at(organizationPlace(estate)));
  const namesFor = async (TargetId: string, Filter: PolicyType = "SERVICE_CONTROL_POLICY") => {
    const command = new ListPoliciesForTargetCommand({ TargetId, Filter });
    return (await (await client()).send(command)).Policies!.map(({ Name }) => Name!).sort();
  };
  const unitOf = async ({ account }: StackPlace) => {
    const { Parents } = await (await client()).send(new ListParentsCommand({ ChildId: account }));
    return Parents![0]!.Id!;
  };
  const named = (name: string) => `${estate.organization.prefix}-organization-${name}`;
  return [
    {
      stack: "organization",
      name: `${member.stack}: bound to ${member.region}, and the enclave to its sunset`,
      control: "A2, F45, F46",
      expected: [...ownGuardrails(estate, member).map(named), "FullAWSAccess"].sort(),
      observe: () => namesFor(member.account),
    },
    {
      stack: "organization",
      name: `${member.stack}: in a unit under the guardrails`,
      control: "A9, D33, G53",
      expected: [...["guardrails-1", "guardrails-2", "guardrails-3"].map(named), "FullAWSAccess"].sort(),
      observe: async () => namesFor(await unitOf(member)),
    },
    {
      stack: "organization",
      name: `${member.stack}: its resources under their guardrails`,
      control: "B14, E37, E38",
      expected: [named("resources-1")],
      observe: async () => {
        const attached = await namesFor(await unitOf(member), "RESOURCE_CONTROL_POLICY");
        return attached.filter((name) => name !== "RCPFullAWSAccess");
      },
    },
  ];
}

/** What is attached to the account itself. */
function ownGuardrails({ enclave }: Estate, { stack, region }: StackPlace): readonly string[] {
  const ofEnclave = ["sunset", ...(enclave.phase === "serving" ? [] : ["drain"])];
  return [`region-${region}`, ...(stack === ENCLAVE ? ofEnclave : [])];
}
