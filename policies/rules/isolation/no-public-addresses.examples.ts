import type { Examples } from "../../examples";

const service = (assign_public_ip: unknown) => ({
  aws_ecs_service: { api: { network_configuration: [{ subnets: ["subnet-1"], assign_public_ip }] } },
});

export const noPublicAddressesExamples: Examples = {
  policy: "ISO-004",
  pass: {
    "a subnet gives none": { aws_subnet: { workload: { map_public_ip_on_launch: false } } },
    "nothing is said, and nothing is given": { aws_instance: { worker: { subnet_id: "subnet-1" } } },
    "a task has none": service(false),
  },
  fail: {
    "a subnet gives every machine one": { aws_subnet: { workload: { map_public_ip_on_launch: true } } },
    "a subnet has IPv6, whose addresses are all public": {
      aws_subnet: { workload: { ipv6_cidr_block: "2001:db8::/64" } },
    },
    "there is an elastic address": { aws_eip: { out: { domain: "vpc" } } },
    "a machine asks for one": { aws_instance: { worker: { associate_public_ip_address: true } } },
    "the second interface of a template has one": {
      aws_launch_template: {
        worker: { network_interfaces: [{ device_index: 0 }, { device_index: 1, associate_public_ip_address: "true" }] },
      },
    },
    "a task has one": service(true),
    "a balancer carries one": {
      aws_lb: { api: { internal: true, subnet_mapping: [{ subnet_id: "subnet-1", allocation_id: "eipalloc-1" }] } },
    },
  },
  undecided: {
    "a variable decides": { aws_subnet: { workload: { map_public_ip_on_launch: "${var.public}" } } },
    "interfaces are generated": {
      aws_launch_template: { worker: { dynamic: { network_interfaces: { for_each: "${var.cards}", content: {} } } } },
    },
    "an expression decides whether there is one": { aws_eip: { out: { count: "${var.addresses}" } } },
  },
};
