import type { EachResource } from "../../policy";
import { mustBeClosed, type ClosedTable } from "../closed-attributes";

const notTrue = (path: string) => ({ path, isNot: [true] }) as const;
const absent = (path: string) => ({ path, present: false }) as const;
const ofLayer = [notTrue("auto_assign_public_ips"), notTrue("auto_assign_elastic_ips")];

const NO_ADDRESS: ClosedTable = {
  aws_alb: [absent("subnet_mapping.allocation_id"), absent("customer_owned_ipv4_pool"), absent("ipam_pools")],
  aws_cloudwatch_event_target: notTrue("ecs_target.network_configuration.assign_public_ip"),
  aws_db_instance: notTrue("customer_owned_ip_enabled"),
  aws_drs_replication_configuration_template: [
    { path: "create_public_ip", is: [false] },
    { path: "data_plane_routing", is: ["PRIVATE_IP"] },
  ],
  aws_ecs_service: notTrue("network_configuration.assign_public_ip"),
  aws_ecs_task_set: notTrue("network_configuration.assign_public_ip"),
  aws_eip: "never",
  aws_eip_association: "never",
  aws_eip_domain_name: "never",
  aws_instance: [notTrue("associate_public_ip_address"), absent("ipv6_addresses"), absent("ipv6_address_count")],
  aws_launch_configuration: notTrue("associate_public_ip_address"),
  aws_launch_template: [
    notTrue("network_interfaces.associate_public_ip_address"),
    notTrue("network_interfaces.associate_carrier_ip_address"),
    absent("network_interfaces.ipv6_addresses"),
    absent("network_interfaces.ipv6_address_count"),
  ],
  aws_lb: [absent("subnet_mapping.allocation_id"), absent("customer_owned_ipv4_pool"), absent("ipam_pools")],
  aws_opsworks_custom_layer: ofLayer,
  aws_opsworks_java_app_layer: ofLayer,
  aws_opsworks_nodejs_app_layer: ofLayer,
  aws_opsworks_php_app_layer: ofLayer,
  aws_opsworks_rails_app_layer: ofLayer,
  aws_pipes_pipe: {
    path: "target_parameters.ecs_task_parameters.network_configuration.aws_vpc_configuration.assign_public_ip",
    isNot: ["ENABLED"],
  },
  aws_redshift_cluster: absent("elastic_ip"),
  aws_scheduler_schedule: notTrue("target.ecs_parameters.network_configuration.assign_public_ip"),
  aws_spot_fleet_request: notTrue("launch_specification.associate_public_ip_address"),
  aws_spot_instance_request: notTrue("associate_public_ip_address"),
  aws_subnet: [
    notTrue("map_public_ip_on_launch"),
    notTrue("map_customer_owned_ip_on_launch"),
    notTrue("assign_ipv6_address_on_creation"),
    absent("ipv6_cidr_block"),
  ],
  aws_transfer_server: absent("endpoint_details.address_allocation_ids"),
  aws_vpc_ipam_pool: [notTrue("publicly_advertisable"), absent("public_ip_source")],
};

export const noPublicAddresses: EachResource = {
  kind: "each",
  id: "ISO-004",
  title: "Nothing has, gets or keeps an address that is routed outside its segment",
  severity: "critical",
  controls: ["C20"],
  rationale:
    "What has no public address cannot be reached from the internet, whatever else is misconfigured around a user's data.",
  remediation: "Remove the address; subnets of IsolatedSegment give none.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html"],
  construct: "network/subnet-tier",
  types: Object.keys(NO_ADDRESS),

  check: (resource) => mustBeClosed(resource, NO_ADDRESS, "no public address"),
};
