import type { Examples } from "../../examples";

export const defaultNetworkUnusedExamples: Examples = {
  policy: "ACC-009",
  pass: {
    "nothing is in any network": {},
    "a group is in a network of the stack": {
      aws_vpc: { own: {} },
      aws_security_group: { own: { vpc_id: "${aws_vpc.own.id}" } },
    },
    "a replica is where what it replicates is": {
      aws_db_instance: { replica: { replicate_source_db: "primary" } },
    },
  },
  fail: {
    "the default network is taken over": { aws_default_vpc: { default: {} } },
    "a subnet of it is taken over": { aws_default_subnet: { a: { availability_zone: "eu-west-1a" } } },
    "a machine names no subnet": { aws_instance: { machine: { instance_type: "m7g.large" } } },
    "a database names no subnets": { aws_db_instance: { database: { engine: "postgres" } } },
    "a security group names no network": { aws_security_group: { stray: { name: "stray" } } },
  },
  undecided: { "a variable names the subnet": { aws_instance: { machine: { subnet_id: "${var.subnet}" } } } },
};
