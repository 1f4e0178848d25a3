import type { Examples, Resources } from "../../examples";

const GROUP = "${aws_security_group.data.id}";
const group: Resources = { aws_security_group: { data: { vpc_id: "vpc-1" } } };
const database = (vpc_security_group_ids: unknown): Resources => ({
  ...group,
  aws_db_instance: { users: { vpc_security_group_ids } },
});
const service = (security_groups: unknown): Resources => ({
  ...group,
  aws_ecs_service: { api: { network_configuration: [{ subnets: ["subnet-1"], security_groups }] } },
});

export const ownGroupsExamples: Examples = {
  policy: "ISO-026",
  pass: {
    "a database names the stack's group": database([GROUP]),
    "a service's tasks do": service([GROUP]),
    "a tag is called like one": { ...database([GROUP]), aws_instance: { one: { tags: { security_groups: "none" } } } },
  },
  fail: {
    "a database names a group that is not in the output": database([GROUP, "sg-0123456789abcdef0"]),
    "a service's tasks do so": service(["sg-0123456789abcdef0"]),
    "a group is attached to a network interface beside it": {
      aws_network_interface_sg_attachment: {
        open: { network_interface_id: "eni-1", security_group_id: "sg-0123456789abcdef0" },
      },
    },
    "an endpoint's group is replaced beside it": {
      aws_vpc_endpoint_security_group_association: {
        open: { vpc_endpoint_id: "vpce-1", security_group_id: "sg-0123456789abcdef0" },
      },
    },
  },
  undecided: {
    "a variable names the group": database(["${var.group}"]),
    "a data source names all of them": database("${data.aws_security_groups.all.ids}"),
  },
  notApplicable: { "it is in no network": { aws_sqs_queue: { work: { name: "work" } } } },
};
