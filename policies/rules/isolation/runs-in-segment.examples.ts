import type { Examples, Resources } from "../../examples";

const SUBNET = "${aws_subnet.workload.id}";
const subnet: Resources = { aws_subnet: { workload: { cidr_block: "10.16.0.0/20" } } };
const database = (subnet_ids: unknown): Resources => ({
  ...subnet,
  aws_db_subnet_group: { data: { name: "data", subnet_ids } },
  aws_db_instance: { users: { db_subnet_group_name: "${aws_db_subnet_group.data.name}" } },
});

const task = (subnets: unknown): Resources => ({
  aws_scheduler_schedule: {
    nightly: { target: { ecs_parameters: { network_configuration: { subnets } } } },
  },
});
const fleet = (override: Readonly<Record<string, unknown>>): Resources => ({
  aws_ec2_fleet: { workers: { launch_template_config: [{ override: [override] }] } },
});

export const runsInSegmentExamples: Examples = {
  policy: "ISO-025",
  pass: {
    "nothing runs": {},
    "a machine is in a subnet of the stack": { ...subnet, aws_instance: { worker: { subnet_id: SUBNET } } },
    "a database is in a group of the stack's subnets": database([SUBNET]),
    "a task is started in a subnet of the stack": { ...subnet, ...task([SUBNET]) },
    "a template of machines leaves it to who uses it": { aws_launch_template: { workers: { name: "workers" } } },
    "each kind of a fleet's machines is in a subnet of the stack": { ...subnet, ...fleet({ subnet_id: SUBNET }) },
    "a balancer maps its subnets": { ...subnet, aws_lb: { api: { subnet_mapping: [{ subnet_id: SUBNET }] } } },
  },
  fail: {
    "a machine names no subnet": { aws_instance: { worker: { ami: "ami-1" } } },
    "a machine is in a subnet that is not in the output": { aws_instance: { worker: { subnet_id: "subnet-1" } } },
    "machines are spread over zones, in the default network": {
      aws_autoscaling_group: { workers: { availability_zones: ["eu-west-1a"] } },
    },
    "a fleet names no subnet": fleet({ instance_type: "t4g.nano" }),
    "a job names no network": {
      aws_sagemaker_data_quality_job_definition: { quality: { network_config: [{ enable_network_isolation: false }] } },
    },
    "a build is in a network that is not in the output": {
      aws_codebuild_project: { build: { vpc_config: { vpc_id: "vpc-1", subnets: ["subnet-1"] } } },
    },
    "a schedule starts a task in a subnet that is not in the output": task(["subnet-1"]),
    "a template's machines are in a subnet that is not in the output": {
      aws_launch_template: { workers: { network_interfaces: [{ subnet_id: "subnet-1" }] } },
    },
    "a database names no group": { aws_rds_cluster: { users: { engine: "aurora-postgresql" } } },
    "a database's group is AWS's default": { aws_db_instance: { users: { db_subnet_group_name: "default" } } },
    "a function names no subnet": { aws_lambda_function: { one: { function_name: "one" } } },
    "one subnet of a group is not the stack's": database([SUBNET, "subnet-0123456789abcdef0"]),
    "a machine is in another site's subnet": {
      stacks: {
        dublin: { resource: { aws_instance: { worker: { subnet_id: "subnet-0123456789abcdef0" } } } },
        norway: { resource: subnet },
      },
    },
  },
  undecided: {
    "the subnet comes from a variable": { aws_instance: { worker: { subnet_id: "${var.subnet}" } } },
    "the subnets come from a data source": {
      aws_lb: { api: { subnets: "${data.aws_subnets.all.ids}" } },
    },
  },
};
