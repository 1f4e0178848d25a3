import type { Mutation, Output } from "./mutation";
import { added, changed, removed } from "./of-type";

const DUBLIN = "dublin";
const VPC = "aws_vpc";
const SUBNET = "aws_subnet";
const ACL = "aws_network_acl";
const GROUP = "aws_security_group";
const ENDPOINT = "aws_vpc_endpoint";
const FIREWALL = "aws_networkfirewall_firewall";
const FIREWALL_POLICY = "aws_networkfirewall_firewall_policy";
const RULES = "aws_networkfirewall_rule_group";
const DNS_RULE = "aws_route53_resolver_firewall_rule";
const DOMAINS = "aws_route53_resolver_firewall_domain_list";
const INGRESS = "aws_vpc_security_group_ingress_rule";
const SERVICE = "aws_vpc_endpoint_service";

const reference = (output: Output, type: string, path = "", attribute = "id") =>
  `\${${output.address(DUBLIN, type, path)}.${attribute}}`;
const everywhere = { protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] };

const blocking: readonly Mutation[] = [
  removed("ISO-001", "aws_vpc_block_public_access_options", "the internet is no longer blocked", { at: "stack" }),
  changed("ISO-001", "aws_vpc_block_public_access_options", "only what comes in is blocked", (options) => {
    options["internet_gateway_block_mode"] = "block-ingress";
  }),
  changed("ISO-001", "aws_vpc_block_public_access_options", "a function decides what is blocked", (options) => {
    options["internet_gateway_block_mode"] = '${lower("OFF")}';
  }),
  changed(
    "ISO-001",
    "aws_vpc_block_public_access_options",
    "the enclave's is blocked by a number that a variable decides",
    (options) => {
      options["count"] = "${var.blocked}";
    },
    { stack: "enclave" },
  ),
  added("ISO-001", "aws_vpc_block_public_access_exclusion", "a subnet is excluded from the block", (output) => ({
    subnet_id: reference(output, SUBNET, "workload/euw1-az1"),
    internet_gateway_exclusion_mode: "allow-bidirectional",
  })),
];

const gateways: readonly Mutation[] = [
  added("ISO-002", "aws_internet_gateway", "an internet gateway is added", (output) => ({
    vpc_id: reference(output, VPC),
  })),
  added("ISO-002", "aws_egress_only_internet_gateway", "a way out for IPv6 is added", (output) => ({
    vpc_id: reference(output, VPC),
  })),
  added("ISO-002", "aws_nat_gateway", "a NAT gateway is added", { subnet_id: "subnet-1" }, "norway"),
  added("ISO-002", "aws_vpn_gateway_attachment", "a VPN gateway is attached", { vpn_gateway_id: "vgw-1" }, "enclave"),
  added("ISO-002", "aws_dx_gateway_association", "a direct connection is associated", { dx_gateway_id: "dxg-1" }),
  added("ISO-002", "aws_ec2_client_vpn_endpoint", "people can dial in", { client_cidr_block: "10.99.0.0/22" }),
  added("ISO-002", "aws_default_vpc", "the default network is adopted", {}, "monitor"),
  added("ISO-002", "aws_cloudformation_stack", "a template builds what Terraform does not show", { name: "network" }),
  added("ISO-003", "aws_vpc_peering_connection", "a network asks for a peering", (output) => ({
    vpc_id: reference(output, VPC),
    peer_vpc_id: "vpc-2",
    peer_region: "us-east-1",
  })),
  added(
    "ISO-003",
    "aws_vpc_peering_connection_accepter",
    "the enclave accepts a peering",
    { vpc_peering_connection_id: "pcx-1", auto_accept: true },
    "enclave",
  ),
  added("ISO-003", "aws_ec2_transit_gateway_vpc_attachment", "a transit gateway is attached", {
    transit_gateway_id: "tgw-1",
  }),
  added("ISO-003", "aws_ec2_transit_gateway_peering_attachment_accepter", "a transit gateway accepts another", {
    transit_gateway_attachment_id: "tgw-attach-1",
  }),
  added("ISO-003", "aws_ram_resource_share", "resources are shared", { name: "subnets" }, "organization"),
  added("ISO-003", "aws_ram_resource_association", "a subnet is shared", (output) => ({
    resource_arn: reference(output, SUBNET, "workload/euw1-az1", "arn"),
    resource_share_arn: "arn:aws:ram:eu-west-1:200000000002:resource-share/1",
  })),
  added("ISO-003", "aws_vpclattice_service_network_vpc_association", "a service network is joined", {
    service_network_identifier: "sn-1",
  }),
  added("ISO-003", "aws_networkmanager_vpc_attachment", "a global network is joined", { core_network_id: "core-1" }),
  added("ISO-003", "aws_ec2_traffic_mirror_session", "traffic is mirrored", { traffic_mirror_target_id: "tmt-1" }),
];

const openings: readonly Mutation[] = [
  changed(
    "ISO-004",
    SUBNET,
    "a subnet gives public addresses",
    (subnet) => {
      subnet["map_public_ip_on_launch"] = true;
    },
    { path: "workload/euw1-az1" },
  ),
  changed(
    "ISO-004",
    SUBNET,
    "a local decides whether a subnet gives public addresses",
    (subnet) => {
      subnet["map_public_ip_on_launch"] = "${local.public}";
    },
    { path: "workload/euw1-az1" },
  ),
  added("ISO-004", "aws_eip", "an elastic address is reserved", { domain: "vpc" }, "norway"),
  added("ISO-004", "aws_launch_template", "a launch template gives public addresses", {
    network_interfaces: [{ associate_public_ip_address: "true" }],
  }),
  added("ISO-004", "aws_ecs_service", "a task has a public address", {
    network_configuration: { subnets: [], assign_public_ip: true },
  }),
  changed("ISO-005", "aws_lb", "the gateway's balancer faces the internet", (balancer) => {
    balancer["internal"] = false;
  }),
  added("ISO-005", "aws_alb", "a balancer does not say that it is internal", { load_balancer_type: "application" }),
  added("ISO-005", "aws_db_instance", "a database is public", { publicly_accessible: true }, "enclave"),
  added("ISO-005", "aws_rds_cluster_instance", "a database's openness comes from a variable", {
    publicly_accessible: "${var.public}",
  }),
  added("ISO-005", "aws_redshift_cluster", "a warehouse is public by default", { cluster_identifier: "facts" }),
  added("ISO-005", "aws_eks_cluster", "a cluster's API is public by default", { vpc_config: { subnet_ids: [] } }),
  added("ISO-005", "aws_lambda_function_url", "a function has a URL", { authorization_type: "AWS_IAM" }),
  added("ISO-005", "aws_lambda_function", "a function runs outside of the segment", { function_name: "export" }),
  added("ISO-005", "aws_api_gateway_rest_api", "an API answers the internet", { name: "api" }),
  added("ISO-005", "aws_apigatewayv2_api", "an API that cannot be private is added", { protocol_type: "HTTP" }),
  added("ISO-005", "aws_apprunner_service", "a service runs on the internet", { service_name: "api" }),
  added("ISO-005", "aws_transfer_server", "a file server is public by default", { protocols: ["SFTP"] }),
  added("ISO-005", "aws_cloudfront_distribution", "data is served from the edge", { enabled: true }),
  added("ISO-005", "aws_globalaccelerator_accelerator", "traffic is taken at the edge", { name: "edge" }),
  added("ISO-005", "aws_mq_broker", "a broker is public", { publicly_accessible: "true" }),
  added("ISO-005", "aws_msk_cluster", "a second broker group is public", {
    broker_node_group_info: {
      connectivity_info: { public_access: { type: "SERVICE_PROVIDED_EIPS" } },
    },
  }),
  added("ISO-005", "aws_opensearch_domain", "a search domain is outside of the segment", { domain_name: "search" }),
  added("ISO-005", "aws_sagemaker_notebook_instance", "a notebook reaches the internet", { name: "lab" }),
  added("ISO-005", "aws_lightsail_instance", "a server is rented beside the segment", { name: "box" }),
  added("ISO-005", "aws_ec2_instance_connect_endpoint", "people can tunnel in", { subnet_id: "subnet-1" }),
];

const homes: readonly Mutation[] = [
  changed("ISO-025", "aws_lb", "the gateway's balancer moves to a subnet that is not in the output", (balancer) => {
    balancer["subnets"][0] = "subnet-0123456789abcdef0";
  }),
  added("ISO-025", "aws_instance", "a machine lands in the default network", { ami: "ami-1" }),
  added("ISO-025", "aws_rds_cluster", "a database lands in the default network", { engine: "aurora-postgresql" }),
  added("ISO-025", "aws_sagemaker_data_quality_job_definition", "a job runs outside of any network", {
    network_config: { enable_inter_container_traffic_encryption: true },
  }),
  added("ISO-025", "aws_ec2_fleet", "a fleet lands in the default network", {
    launch_template_config: { launch_template_specification: { launch_template_name: "workers", version: "1" } },
  }),
  added("ISO-005", "aws_ec2_fleet", "a part of a fleet lands in the default network", (output) => ({
    launch_template_config: {
      override: [{ subnet_id: reference(output, SUBNET, "workload/euw1-az1") }, { instance_type: "t4g.nano" }],
    },
  })),
  added("ISO-025", "aws_ecs_service", "containers run in a subnet that is not in the output", {
    network_configuration: { subnets: ["subnet-0123456789abcdef0"] },
  }),
  added("ISO-025", "aws_db_subnet_group", "a data source says where databases run", {
    subnet_ids: "${data.aws_subnets.all.ids}",
  }),
];

const defaults: readonly Mutation[] = [
  removed("ISO-006", "aws_default_security_group", "the default security group is left as it is", { at: [VPC] }),
  changed("ISO-006", "aws_default_security_group", "the default security group lets everything out", (group) => {
    group["egress"] = [everywhere];
  }),
  removed("ISO-006", "aws_default_network_acl", "the default network ACL is left as it is", { at: [VPC] }),
  changed("ISO-006", "aws_default_network_acl", "changes to the default network ACL are ignored", (acl) => {
    acl["lifecycle"]["ignore_changes"] = "all";
  }),
  changed("ISO-006", "aws_default_route_table", "the default route table leads out", (table) => {
    table["route"] = [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }];
  }),
  added("ISO-006", "aws_network_acl_rule", "a rule is added to the default network ACL", (output) => ({
    network_acl_id: reference(output, VPC, "", "default_network_acl_id"),
    rule_action: "allow",
  })),
];

const placement: readonly Mutation[] = [
  changed("ISO-007", VPC, "the network is not the declared one", (vpc) => {
    vpc["cidr_block"] = "10.48.0.0/16";
  }),
  changed(
    "ISO-007",
    VPC,
    "a site has the network of another",
    (vpc) => {
      vpc["cidr_block"] = "10.16.0.0/16";
    },
    { stack: "norway" },
  ),
  changed("ISO-007", VPC, "the network has IPv6", (vpc) => {
    vpc["assign_generated_ipv6_cidr_block"] = true;
  }),
  added("ISO-007", "aws_vpc_ipv4_cidr_block_association", "a further range is added", (output) => ({
    vpc_id: reference(output, VPC),
    cidr_block: "10.48.0.0/16",
  })),
  added("ISO-007", VPC, "the monitor has a network", { cidr_block: "10.48.0.0/16" }, "monitor"),
  added("ISO-007", VPC, "a site has a second network", { cidr_block: "10.48.0.0/16" }),
  changed(
    "ISO-008",
    SUBNET,
    "a subnet moves to a zone that is not declared",
    (subnet) => {
      subnet["availability_zone_id"] = "euw1-az3";
    },
    { path: "workload/euw1-az1" },
  ),
  changed(
    "ISO-008",
    SUBNET,
    "a subnet moves to another region's zone",
    (subnet) => {
      subnet["availability_zone_id"] = "use1-az1";
    },
    { stack: "norway", path: "workload/eun1-az1" },
  ),
  changed(
    "ISO-008",
    SUBNET,
    "a subnet names its zone by name",
    (subnet) => {
      subnet["availability_zone"] = "eu-west-1a";
    },
    { path: "gateway/euw1-az1" },
  ),
  changed(
    "ISO-008",
    SUBNET,
    "a subnet is on an Outpost",
    (subnet) => {
      subnet["outpost_arn"] = "arn:aws:outposts:eu-west-1:200000000002:outpost/op-1";
    },
    { path: "workload/euw1-az2" },
  ),
  removed("ISO-009", "aws_route_table_association", "a subnet loses its route table", {
    path: "workload/euw1-az1",
    at: [SUBNET, "workload/euw1-az1"],
  }),
  changed(
    "ISO-009",
    ACL,
    "a subnet loses its network ACL",
    (acl) => {
      acl["subnet_ids"].shift();
    },
    { path: "segment/workload", at: [SUBNET, "workload/euw1-az1"] },
  ),
];

const filters: readonly Mutation[] = [
  changed(
    "ISO-010",
    ACL,
    "a network ACL lets everything in",
    (acl) => {
      acl["ingress"][0]["cidr_block"] = "0.0.0.0/0";
    },
    { path: "segment/endpoints" },
  ),
  changed(
    "ISO-010",
    ACL,
    "the workloads' network ACL lets more out than HTTPS",
    (acl) => {
      acl["egress"][1]["to_port"] = 65535;
    },
    { path: "segment/workload" },
  ),
  changed(
    "ISO-010",
    ACL,
    "the gateway's network ACL lets HTTPS out, where no store is",
    (acl) => {
      acl["egress"].push({
        rule_no: 200,
        action: "allow",
        protocol: "tcp",
        cidr_block: "0.0.0.0/0",
        from_port: 443,
        to_port: 443,
      });
    },
    { path: "segment/gateway" },
  ),
  added("ISO-010", "aws_network_acl_rule", "a rule lets IPv6 out", (output) => ({
    network_acl_id: reference(output, ACL, "segment/firewall"),
    egress: true,
    rule_action: "allow",
    ipv6_cidr_block: "::/0",
  })),
  changed(
    "ISO-011",
    INGRESS,
    "the endpoints let another site in",
    (rule) => {
      rule["cidr_ipv4"] = "10.17.0.0/16";
    },
    { path: "https-from-segment" },
  ),
  changed(
    "ISO-011",
    INGRESS,
    "the gateway lets the internet in",
    (rule) => {
      rule["cidr_ipv4"] = "0.0.0.0/0";
    },
    { path: "from-consumers-0" },
  ),
  changed(
    "ISO-011",
    INGRESS,
    "the gateway lets consumers reach every port",
    (rule) => {
      rule["to_port"] = 65535;
    },
    { path: "from-consumers-0" },
  ),
  changed(
    "ISO-011",
    GROUP,
    "a group carries a rule of its own that lets everything out",
    (group) => {
      group["egress"] = [everywhere];
    },
    { path: "endpoints" },
  ),
  added("ISO-011", "aws_vpc_security_group_egress_rule", "a rule lets everything out", (output) => ({
    security_group_id: reference(output, GROUP, "endpoints"),
    ip_protocol: "-1",
    cidr_ipv4: "0.0.0.0/0",
  })),
  added("ISO-011", "aws_security_group_rule", "a data source says whom a rule lets in", (output) => ({
    security_group_id: reference(output, GROUP, "endpoints"),
    type: "ingress",
    cidr_blocks: ["${data.aws_vpc.other.cidr_block}"],
  })),
  added("ISO-012", "aws_route", "a route leads to the internet", (output) => ({
    route_table_id: reference(output, "aws_route_table", "workload/euw1-az1-routes"),
    destination_cidr_block: "0.0.0.0/0",
    gateway_id: "igw-1",
  })),
  changed(
    "ISO-012",
    "aws_route_table",
    "a route table leads to a peer",
    (table) => {
      table["route"] = [{ cidr_block: "10.17.0.0/16", vpc_peering_connection_id: "pcx-1" }];
    },
    { path: "workload/euw1-az1-routes" },
  ),
  changed(
    "ISO-012",
    "aws_route",
    "a route leads to an endpoint of somebody else",
    (route) => {
      route["vpc_endpoint_id"] = "${aws_vpc_endpoint.theirs.id}";
    },
    { path: "to-workload-0-0" },
  ),
];

const guards: readonly Mutation[] = [
  changed(
    "ISO-026",
    ENDPOINT,
    "an endpoint's group is not in the output",
    (endpoint) => {
      endpoint["security_group_ids"] = ["sg-0123456789abcdef0"];
    },
    { path: "endpoints/kms" },
  ),
  added("ISO-026", "aws_db_instance", "a database's group is not in the output", {
    vpc_security_group_ids: ["sg-0123456789abcdef0"],
  }),
  added("ISO-026", "aws_network_interface_sg_attachment", "another group is put before a network interface", {
    network_interface_id: "eni-0123456789abcdef0",
    security_group_id: "sg-0123456789abcdef0",
  }),
  added("ISO-026", "aws_vpc_endpoint_security_group_association", "a data source tells an endpoint's group", {
    vpc_endpoint_id: "vpce-0123456789abcdef0",
    security_group_id: "${data.aws_security_group.open.id}",
  }),
];

const managed: readonly Mutation[] = [
  added("ISO-027", "aws_ssm_service_setting", "every machine lets sessions in", {
    setting_id: "/ssm/managed-instance/default-ec2-instance-management-role",
    setting_value: "service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole",
  }),
  added("ISO-005", "aws_emr_block_public_access_configuration", "clusters may be opened to the internet", {
    block_public_security_group_rules: false,
  }),
];

const names: readonly Mutation[] = [
  removed("ISO-013", "aws_route53_resolver_firewall_rule_group_association", "the DNS firewall is taken away", {
    at: [VPC],
  }),
  changed("ISO-013", "aws_route53_resolver_firewall_rule_group_association", "it may be taken away", (association) => {
    delete association["mutation_protection"];
  }),
  changed("ISO-013", "aws_route53_resolver_firewall_config", "the DNS firewall fails open", (config) => {
    config["firewall_fail_open"] = "ENABLED";
  }),
  added(
    "ISO-013",
    "aws_route53_resolver_firewall_rule_group_association",
    "other rules are for a network that a data source names",
    { vpc_id: "${data.aws_vpc.here.id}", firewall_rule_group_id: "rslvr-frg-0123456789abcdef", priority: 100 },
  ),
  added(
    "ISO-014",
    "aws_route53_resolver_firewall_rule_group_association",
    "rules that are not in the output are for a network that a data source names",
    { vpc_id: "${data.aws_vpc.here.id}", firewall_rule_group_id: "rslvr-frg-0123456789abcdef", priority: 100 },
  ),
  added("ISO-014", DNS_RULE, "a rule is of a group that is not in the output", {
    firewall_rule_group_id: "rslvr-frg-0123456789abcdef",
    action: "ALLOW",
  }),
  removed("ISO-014", DNS_RULE, "nothing blocks the rest of all names", { path: "everything-else", at: [VPC] }),
  changed(
    "ISO-014",
    DNS_RULE,
    "the rest of all names is only reported",
    (rule) => {
      rule["action"] = "ALERT";
    },
    { path: "everything-else", at: [VPC] },
  ),
  changed(
    "ISO-014",
    DOMAINS,
    "the names of AWS in every region resolve",
    (list) => {
      list["domains"] = ["*.amazonaws.com."];
    },
    { path: "aws-of-this-region" },
  ),
  changed(
    "ISO-014",
    DOMAINS,
    "a name of somebody else resolves",
    (list) => {
      list["domains"].push("collector.example.com.");
    },
    { path: "aws-of-this-region" },
  ),
  added("ISO-015", "aws_route53_resolver_endpoint", "questions are forwarded", { direction: "OUTBOUND" }),
  added("ISO-015", "aws_vpc_dhcp_options", "machines ask another resolver", { domain_name_servers: ["1.1.1.1"] }),
  added(
    "ISO-015",
    "aws_vpc_dhcp_options_association",
    "a network has options that are not in the output",
    (output) => ({
      vpc_id: reference(output, VPC),
      dhcp_options_id: "dopt-0123456789abcdef0",
    }),
  ),
  added("ISO-015", "aws_route53_zone", "a public zone is added", { name: "example.com" }),
];

const endpoints: readonly Mutation[] = [
  changed(
    "ISO-016",
    ENDPOINT,
    "an endpoint has no policy",
    (endpoint) => {
      delete endpoint["policy"];
    },
    { path: "endpoints/s3" },
  ),
  {
    ...changed("ISO-016", ENDPOINT, "an endpoint lets everybody's resources be reached", () => undefined, {
      path: "endpoints/dynamodb",
    }),
    break: (output) =>
      output.document(output.resource(DUBLIN, ENDPOINT, "endpoints/dynamodb"), "policy", ({ Statement }) => {
        delete Statement[0]!["Condition"]["StringEquals"]["aws:ResourceOrgID"];
      }),
  },
  {
    ...changed("ISO-016", ENDPOINT, "an endpoint lets whoever has no organization through", () => undefined, {
      path: "endpoints/kms",
    }),
    break: (output) =>
      output.document(output.resource(DUBLIN, ENDPOINT, "endpoints/kms"), "policy", ({ Statement }) => {
        Statement[0]!["Condition"] = { StringEqualsIfExists: Statement[0]!["Condition"]["StringEquals"] };
      }),
  },
  {
    ...changed("ISO-016", ENDPOINT, "an endpoint lets one bucket of somebody else be written", () => undefined, {
      stack: "enclave",
      path: "endpoints/s3",
    }),
    break: (output) =>
      output.document(output.resource("enclave", ENDPOINT, "endpoints/s3"), "policy", ({ Statement }) => {
        Statement.push({ Effect: "Allow", Principal: "*", Action: "s3:Put*", Resource: "arn:aws:s3:::collector/*" });
      }),
  },
  changed(
    "ISO-017",
    ENDPOINT,
    "an endpoint reaches another region",
    (endpoint) => {
      endpoint["service_name"] = "com.amazonaws.us-east-1.kms";
    },
    { path: "endpoints/kms" },
  ),
  changed(
    "ISO-017",
    ENDPOINT,
    "an endpoint loses its private name",
    (endpoint) => {
      endpoint["private_dns_enabled"] = false;
    },
    { path: "endpoints/kms" },
  ),
  added("ISO-017", ENDPOINT, "an endpoint reaches a service of somebody else", (output) => ({
    vpc_id: reference(output, VPC),
    vpc_endpoint_type: "Interface",
    service_name: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
    private_dns_enabled: true,
    security_group_ids: [reference(output, GROUP, "endpoints")],
  })),
  added("ISO-017", ENDPOINT, "an endpoint reaches a service that sends mail to anybody", (output) => ({
    vpc_id: reference(output, VPC),
    vpc_endpoint_type: "Interface",
    service_name: "com.amazonaws.eu-west-1.email-smtp",
    private_dns_enabled: true,
    security_group_ids: [reference(output, GROUP, "endpoints")],
  })),
  removed("ISO-018", ENDPOINT, "the stores have no endpoint", { stack: "norway", path: "endpoints/s3", at: "stack" }),
  added("ISO-019", "aws_launch_template", "a launch template accepts the old metadata service", {
    metadata_options: { http_tokens: "optional" },
  }),
  added("ISO-019", "aws_instance", "a machine does not say which metadata service it accepts", { ami: "ami-1" }),
  added("ISO-019", "aws_eks_node_group", "nodes come from no template", { cluster_name: "main" }, "enclave"),
];

const gateway: readonly Mutation[] = [
  changed("ISO-020", SERVICE, "whoever asks the gateway is let in", (service) => {
    service["acceptance_required"] = false;
  }),
  changed("ISO-020", SERVICE, "the gateway itself lets everybody ask", (service) => {
    service["allowed_principals"] = ["*"];
  }),
  changed("ISO-020", "aws_vpc_endpoint_service_allowed_principal", "another account may ask", (principal) => {
    principal["principal_arn"] = "arn:aws:iam::800000000008:root";
  }),
  changed("ISO-020", "aws_vpc_endpoint_service_allowed_principal", "a variable says who may ask", (principal) => {
    principal["principal_arn"] = "${var.consumer}";
  }),
  added("ISO-020", SERVICE, "a gateway opens without a declared flow", { acceptance_required: true }, "ireland-2"),
  changed("ISO-021", "aws_lb", "consumers pass the gateway's security group unasked", (balancer) => {
    balancer["enforce_security_group_inbound_rules_on_private_link_traffic"] = "off";
  }),
  changed("ISO-021", "aws_lb", "the gateway has no security group", (balancer) => {
    delete balancer["security_groups"];
  }),
  changed("ISO-021", SERVICE, "the gateway stands before an appliance", (service) => {
    service["gateway_load_balancer_arns"] = ["${aws_lb.appliance.arn}"];
  }),
  changed("ISO-022", FIREWALL, "the firewall can be deleted", (firewall) => {
    firewall["delete_protection"] = false;
  }),
  changed("ISO-022", "aws_networkfirewall_logging_configuration", "alerts are not reported", (logging) => {
    logging["logging_configuration"]["log_destination_config"].shift();
  }),
  removed("ISO-022", "aws_networkfirewall_logging_configuration", "nothing is reported", { at: [FIREWALL] }),
  changed("ISO-023", FIREWALL_POLICY, "the firewall passes what no rule names", (policy) => {
    policy["firewall_policy"]["stateful_default_actions"] = ["aws:alert_strict"];
  }),
  changed("ISO-023", FIREWALL_POLICY, "the firewall passes single packets unseen", (policy) => {
    policy["firewall_policy"]["stateless_default_actions"] = ["aws:pass"];
  }),
  changed("ISO-023", FIREWALL_POLICY, "the firewall's policy says which network is at home", (policy) => {
    policy["firewall_policy"]["policy_variables"] = {
      rule_variables: [{ key: "HOME_NET", ip_set: { definition: ["0.0.0.0/0"] } }],
    };
  }),
  changed("ISO-023", FIREWALL_POLICY, "the firewall decrypts what passes", (policy) => {
    policy["firewall_policy"]["tls_inspection_configuration_arn"] = "${var.tls}";
  }),
  changed("ISO-023", RULES, "a rule passes everything", (rules) => {
    rules["rule_group"]["rules_source"]["rules_string"] += "\npass ip any any -> any any (sid:2; rev:1;)";
  }),
  changed("ISO-023", RULES, "the workloads are anybody's network", (rules) => {
    rules["rule_group"]["rule_variables"]["ip_sets"][1]["ip_set"]["definition"] = ["0.0.0.0/0"];
  }),
  removed("ISO-024", "aws_route", "the way to a workload passes no firewall", {
    path: "to-workload-0-0",
    at: [SUBNET, "gateway/euw1-az1"],
  }),
  removed("ISO-024", "aws_route", "the way back from a workload passes no firewall", {
    path: "to-gateway-0-0",
    at: [SUBNET, "workload/euw1-az1"],
  }),
  changed(
    "ISO-024",
    "aws_vpc_security_group_egress_rule",
    "the gateway may reach more than is inspected",
    (rule) => {
      rule["cidr_ipv4"] = "10.16.0.0/16";
    },
    { path: "to-workloads-0", at: [SUBNET, "gateway/euw1-az1"] },
  ),
];

export const isolationMutations: readonly Mutation[] = [
  ...blocking,
  ...gateways,
  ...openings,
  ...homes,
  ...defaults,
  ...placement,
  ...filters,
  ...guards,
  ...managed,
  ...names,
  ...endpoints,
  ...gateway,
];
