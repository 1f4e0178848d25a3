import type { Examples } from "../../examples";

export const taggedWhereHeldExamples: Examples = {
  policy: "ENC-013",
  pass: {
    "another tag is set": { aws_ec2_tag: { owner: { resource_id: "vol-1", key: "owner", value: "platform" } } },
  },
  fail: {
    "a volume is said to hold what is public": {
      aws_ec2_tag: { open: { resource_id: "vol-1", key: "data-class", value: "public" } },
    },
    "a group's instances are said to hold what is public": {
      aws_autoscaling_group_tag: {
        open: {
          autoscaling_group_name: "workers",
          tag: [{ key: "data-class", value: "public", propagate_at_launch: true }],
        },
      },
    },
  },
  undecided: {
    "which tag is set is a variable's": {
      aws_dynamodb_tag: {
        any: { resource_arn: "${aws_dynamodb_table.users.arn}", key: "${var.key}", value: "public" },
      },
    },
  },
};
