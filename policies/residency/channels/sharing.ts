import { parseArn } from "../arn";
import type { Resource } from "../../model/resource";
import { valuesAt } from "../../model/values-at";
import { along } from "../along";
import { at, type Channel, type Passage, type Surroundings } from "../channel";
import { principalNode } from "../destination";

const GUIDE = "https://docs.aws.amazon.com";
const PRIVATELINK = `${GUIDE}/vpc/latest/privatelink`;

/** Doors that are opened to others: other accounts, or everyone. */
export const sharing: readonly Channel[] = [
  {
    title: "PrivateLink service",
    types: ["aws_vpc_endpoint_service", "aws_vpc_endpoint_service_allowed_principal"],
    moves: "bytes",
    what: "Consumers of another account reach a service of the network, and get what it answers",
    source: `${PRIVATELINK}/configure-endpoint-service.html`,
    claims: ["allowed_principals", "principal_arn", "acceptance_required"],
    find: consumers,
  },
  along({
    title: "PrivateLink service",
    types: ["aws_vpc_endpoint_service"],
    moves: "bytes",
    what: "Consumers of another region reach a service of the network",
    source: `${PRIVATELINK}/configure-endpoint-service.html`,
    to: [{ region: "supported_regions" }],
  }),
  {
    title: "VPC endpoint",
    types: ["aws_vpc_endpoint"],
    moves: "bytes",
    what: "Workloads reach a service of AWS in their region, or a service of somebody else's",
    source: `${PRIVATELINK}/concepts.html`,
    claims: ["service_name", "service_region", "resource_configuration_arn", "service_network_arn"],
    find: endpoints,
  },
  along({
    title: "Notification of an endpoint",
    types: ["aws_vpc_endpoint_connection_notification"],
    moves: "telemetry",
    what: "Who connects goes to a topic",
    source: `${PRIVATELINK}/create-endpoint-service.html`,
    to: [{ arn: "connection_notification_arn" }],
  }),
  along({
    title: "RAM share",
    types: ["aws_ram_principal_association"],
    moves: "access",
    what: "Another account may use what is shared",
    source: `${GUIDE}/ram/latest/userguide/getting-started-sharing.html`,
    to: [{ principal: "principal" }],
  }),
  along({
    title: "RAM share",
    types: ["aws_ram_resource_share_accepter"],
    moves: "access",
    inbound: true,
    what: "What another account shares is used here",
    source: `${GUIDE}/ram/latest/userguide/working-with-shared.html`,
    to: [{ arn: "share_arn" }],
  }),
  along({
    title: "RAM share",
    types: ["aws_ram_resource_association", "aws_ram_resource_share"],
    moves: "access",
    what: "A resource is in a share; with whom, the share's principals say",
    source: `${GUIDE}/ram/latest/userguide/getting-started-sharing.html`,
    to: [],
    also: ["resource_arn", "resource_share_arn", "allow_external_principals", "permission_arns"],
  }),
  along({
    title: "CloudFront distribution",
    types: ["aws_cloudfront_distribution"],
    moves: "bytes",
    what: "Content is served, and cached, at edge locations all over the world",
    source: `${GUIDE}/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html`,
    to: [{ always: "CloudFront's edge locations" }],
    also: ["*"],
  }),
  along({
    title: "Global Accelerator",
    types: [
      "aws_globalaccelerator_accelerator",
      "aws_globalaccelerator_custom_routing_accelerator",
      "aws_globalaccelerator_endpoint_group",
      "aws_globalaccelerator_custom_routing_endpoint_group",
    ],
    moves: "bytes",
    what: "Requests come in at edge locations all over the world",
    source: `${GUIDE}/global-accelerator/latest/dg/what-is-global-accelerator.html`,
    to: [{ always: "Global Accelerator's edge locations" }],
    also: ["*"],
  }),
  along({
    title: "Load balancer of the internet",
    types: ["aws_lb", "aws_alb", "aws_elb"],
    moves: "access",
    what: "Everyone reaches what is behind a balancer that is not internal",
    source: `${GUIDE}/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html`,
    to: [{ open: { path: "internal", when: [undefined, "false"] } }],
    also: ["customer_owned_ipv4_pool", "subnet_mapping.allocation_id", "ipam_pools.ipv4_ipam_pool_id"],
    // A gateway load balancer has no address of its own.
    unless: (resource) => resource.value("load_balancer_type").is("gateway") === "yes",
  }),
  along({
    title: "Load balancer listener",
    types: ["aws_lb_listener", "aws_alb_listener", "aws_lb_listener_rule", "aws_alb_listener_rule"],
    moves: "bytes",
    what: "Requests go on to targets of the network",
    source: `${GUIDE}/elasticloadbalancing/latest/application/load-balancer-listeners.html`,
    to: [
      { in: "default_action", arn: "target_group_arn" },
      { in: "action", arn: "target_group_arn" },
    ],
    also: ["default_action.forward.target_group.arn", "action.forward.target_group.arn"],
  }),
  along({
    title: "Function URL",
    types: ["aws_lambda_function_url"],
    moves: "access",
    what: "A function has an address of the internet",
    source: `${GUIDE}/lambda/latest/dg/urls-configuration.html`,
    to: [{ always: "the internet" }],
    also: ["*"],
  }),
  along({
    title: "API of the internet",
    types: ["aws_api_gateway_rest_api"],
    moves: "access",
    what: "Everyone reaches an API that is not private",
    source: `${GUIDE}/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html`,
    to: [
      { in: "endpoint_configuration", open: { path: "types[0]", when: ["EDGE", "REGIONAL"] } },
      { open: { path: "endpoint_configuration", when: [undefined] } },
    ],
    also: ["endpoint_configuration.types", "disable_execute_api_endpoint", "endpoint_configuration.vpc_endpoint_ids"],
    unless: (resource) =>
      !resource.value("endpoint_configuration").isAbsent &&
      resource.value("endpoint_configuration[0].types[0]").is("PRIVATE") === "yes",
  }),
  along({
    title: "API of the internet",
    types: ["aws_apigatewayv2_api", "aws_appsync_graphql_api"],
    moves: "access",
    what: "Everyone reaches an API that is not private",
    source: `${GUIDE}/apigateway/latest/developerguide/http-api.html`,
    to: [{ always: "the internet" }],
    unless: (resource) => resource.value("visibility").is("PRIVATE") === "yes",
    also: ["visibility", "disable_execute_api_endpoint"],
  }),
  along({
    title: "Transfer server",
    types: ["aws_transfer_server"],
    moves: "access",
    what: "Files are reached over the internet",
    source: `${GUIDE}/transfer/latest/userguide/create-server-in-vpc.html`,
    to: [{ open: { path: "endpoint_type", when: [undefined, "PUBLIC"] } }],
  }),
  along({
    title: "Cluster endpoint of the internet",
    types: ["aws_eks_cluster"],
    moves: "access",
    what: "A cluster's API has an address of the internet",
    source: `${GUIDE}/eks/latest/userguide/cluster-endpoint.html`,
    to: [{ in: "vpc_config", open: { path: "endpoint_public_access", when: [undefined, "true"] } }],
    also: ["vpc_config.public_access_cidrs"],
  }),
  along({
    title: "Serial console",
    types: ["aws_ec2_serial_console_access"],
    moves: "access",
    what: "Machines can be reached past their network",
    source: `${GUIDE}/AWSEC2/latest/UserGuide/ec2-serial-console.html`,
    to: [{ open: { path: "enabled", when: [undefined, "true"] } }],
  }),
  along({
    title: "Inference profile",
    types: ["aws_bedrock_inference_profile"],
    moves: "bytes",
    what: "Prompts go to whichever region of the profile has room",
    source: `${GUIDE}/bedrock/latest/userguide/cross-region-inference.html`,
    to: [{ in: "model_source", arn: "copy_from" }],
  }),
  along({
    title: "Public sharing of documents",
    types: ["aws_ssm_service_setting"],
    moves: "access",
    what: "Systems Manager documents may be shared with everybody; no other setting lets others in",
    source: `${GUIDE}/systems-manager/latest/APIReference/API_UpdateServiceSetting.html`,
    to: [{ open: { path: "setting_value", when: ["Enable"] } }],
    also: ["setting_id"],
  }),
  along({
    title: "Membership of the organization",
    types: [
      "aws_organizations_account",
      "aws_organizations_organization",
      "aws_organizations_policy",
      "aws_iam_service_linked_role",
    ],
    moves: "access",
    what: "Who is a member, what guardrails bind it and which services of AWS act in it; no data of a store moves",
    source: `${GUIDE}/organizations/latest/userguide/orgs_introduction.html`,
    to: [],
    also: ["*"],
  }),
  along({
    title: "Delegated administrator",
    types: ["aws_organizations_delegated_administrator"],
    moves: "access",
    what: "Another account administers a service for the organization",
    source: `${GUIDE}/organizations/latest/userguide/orgs_integrate_delegated_admin.html`,
    to: [{ account: "account_id" }],
    also: ["service_principal"],
  }),
];

function* consumers(resource: Resource, { atlas, declared }: Surroundings): Generator<Passage> {
  const from = atlas.place(resource);
  for (const path of ["allowed_principals", "principal_arn"]) {
    for (const value of valuesAt(resource, path).flatMap((each) => each.items())) {
      if (value.isAbsent) continue;
      const to = principalNode(value, atlas);
      const party = declared.party(parseArn(value.text ?? "")?.account);
      const flow = party === undefined ? undefined : declared.flow(resource.stack, party, "privatelink", undefined);
      const passage: Passage = { from, to, at: at(value) };
      yield flow ? { ...passage, carries: flow.dataClass, declaredBy: `flow ${flow.id}` } : passage;
    }
  }
}

function* endpoints(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  const from = atlas.place(resource);
  const service = resource.value("service_name");
  const region = resource.value("service_region");
  if (!region.isAbsent) {
    const to =
      region.text === undefined
        ? atlas.unknown(region.legible)
        : atlas.place({ account: resource.account, region: region.text });
    yield { from, to, at: at(region) };
  }
  for (const path of ["resource_configuration_arn", "service_network_arn"]) {
    const value = resource.value(path);
    if (!value.isAbsent) yield { from, to: atlas.arn(value), at: at(value) };
  }
  if (service.isAbsent) return;
  const own = service.target("aws_vpc_endpoint_service");
  if (own.kind === "resource") yield { from, to: atlas.place(own.resource), at: at(service) };
  else if (isOfRegion(service.text, resource.region)) yield { from, to: from, at: at(service) };
  else yield { from, to: atlas.unknown(`whose service ${service.legible} is`), at: at(service) };
}

/** `com.amazonaws.eu-west-1.s3` and the like; not `com.amazonaws.vpce.eu-west-1.vpce-svc-…`, which may be anybody's. */
function isOfRegion(text: string | undefined, region: string): boolean {
  return (
    text !== undefined &&
    ["com.amazonaws.", "aws.api.", "eu.amazonaws."].some((prefix) => text.startsWith(`${prefix}${region}.`))
  );
}
