import { paginateListAnalyzers } from "@aws-sdk/client-accessanalyzer";
import { DescribeConfigurationRecordersCommand, DescribeDeliveryChannelsCommand } from "@aws-sdk/client-config-service";
import { ListDetectorsCommand, ListPublishingDestinationsCommand } from "@aws-sdk/client-guardduty";
import { paginateListRoles } from "@aws-sdk/client-iam";
import { ListRootsCommand, paginateListOrganizationalUnitsForParent } from "@aws-sdk/client-organizations";
import type { Block } from "../../policies/model/source";
import { inQuotes } from "../in-quotes";
import type { Clients } from "./clients";

/** What AWS has already of something that it has once. */
export interface Existing {
  /** As Terraform imports it. */
  readonly id: string;
  /** For a person, e.g. `the recorder default`. */
  readonly what: string;
  /** A name that cannot be changed: Terraform replaces what has another. */
  readonly name?: string;
  /** Commands of the AWS CLI that remove what Terraform cannot replace. */
  readonly removal?: readonly string[];
}

type Look = (clients: Clients, block: Block) => Promise<Existing | undefined>;

/**
 * What AWS has once in an account, a region or a unit, and refuses to create twice. Settings of an account are not here:
 * the provider creates them by putting them, over whatever is there.
 */
export const LOOKS: Readonly<Record<string, Look>> = {
  aws_iam_service_linked_role: serviceLinkedRole,
  aws_config_configuration_recorder: recorder,
  aws_config_delivery_channel: deliveryChannel,
  aws_guardduty_detector: detector,
  aws_guardduty_publishing_destination: publishingDestination,
  aws_accessanalyzer_analyzer: analyzer,
  aws_organizations_organizational_unit: organizationalUnit,
};

/** Each service's role has a path of its own. */
async function serviceLinkedRole({ iam }: Clients, { body }: Block): Promise<Existing | undefined> {
  const PathPrefix = `/aws-service-role/${String(body["aws_service_name"])}/`;
  for await (const { Roles } of paginateListRoles({ client: iam }, { PathPrefix })) {
    const [role] = Roles ?? [];
    if (role) return { id: role.Arn!, what: `the role ${role.RoleName}` };
  }
  return undefined;
}

/**
 * One in a region. Terraform would replace the delivery channel first, which AWS refuses while the recorder records.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
 */
async function recorder({ config }: Clients): Promise<Existing | undefined> {
  const { ConfigurationRecorders } = await config.send(new DescribeConfigurationRecordersCommand({}));
  const name = ConfigurationRecorders?.[0]?.name;
  if (name === undefined) return undefined;
  const removal = ["stop", "delete"].map(
    (verb) => `aws configservice ${verb}-configuration-recorder --configuration-recorder-name ${quoted(name)}`,
  );
  return { id: name, name, what: `the recorder ${name}`, removal };
}

/** One in a region. @see https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html */
async function deliveryChannel({ config }: Clients): Promise<Existing | undefined> {
  const { DeliveryChannels } = await config.send(new DescribeDeliveryChannelsCommand({}));
  const name = DeliveryChannels?.[0]?.name;
  if (name === undefined) return undefined;
  const removal = [`aws configservice delete-delivery-channel --delivery-channel-name ${quoted(name)}`];
  return { id: name, name, what: `the delivery channel ${name}`, removal };
}

/** One in a region. @see https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html */
async function detector({ guardDuty }: Clients): Promise<Existing | undefined> {
  const { DetectorIds } = await guardDuty.send(new ListDetectorsCommand({}));
  const id = DetectorIds?.[0];
  return id === undefined ? undefined : { id, what: `the detector ${id}` };
}

/** One of a detector; were there two, findings would go to the other as well. @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html */
async function publishingDestination(clients: Clients): Promise<Existing | undefined> {
  const of = await detector(clients);
  if (!of) return undefined;
  const { Destinations } = await clients.guardDuty.send(new ListPublishingDestinationsCommand({ DetectorId: of.id }));
  const id = Destinations?.[0]?.DestinationId;
  return id === undefined ? undefined : { id: `${of.id}:${id}`, what: `the publishing destination ${id}` };
}

/** One of each type that looks at an account. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-create-unused.html */
async function analyzer({ analyzer: client }: Clients, { body }: Block): Promise<Existing | undefined> {
  for await (const { analyzers } of paginateListAnalyzers({ client }, {})) {
    const found = analyzers?.find(({ type }) => type === body["type"]);
    if (found) return { id: found.name!, name: found.name!, what: `the analyzer ${found.name}` };
  }
  return undefined;
}

/** One of a name in a parent; the adopted organization's are all under its root. */
async function organizationalUnit({ organizations: client }: Clients, { body }: Block): Promise<Existing | undefined> {
  const { Roots } = await client.send(new ListRootsCommand({}));
  const ParentId = Roots![0]!.Id!;
  for await (const { OrganizationalUnits } of paginateListOrganizationalUnitsForParent({ client }, { ParentId })) {
    const found = OrganizationalUnits?.find(({ Name }) => Name === body["name"]);
    if (found) return { id: found.Id!, what: `the organizational unit ${found.Name}` };
  }
  return undefined;
}

/** An argument as a shell reads it: whoever named what exists writes no command. */
export function quoted(text: string): string {
  return /^[\w.:/@][\w.:/@-]*$/.test(text) ? text : inQuotes(text);
}
