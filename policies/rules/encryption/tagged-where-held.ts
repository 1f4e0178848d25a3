import type { EachResource } from "../../policy";

const DATA_CLASS = "data-class";
/** Types that tag another resource, and where each has the tag's key. */
const KEYS: Readonly<Record<string, string>> = {
  aws_autoscaling_group_tag: "tag.0.key",
  aws_dynamodb_tag: "key",
  aws_ec2_tag: "key",
  aws_ecs_tag: "key",
  aws_transfer_tag: "key",
};

export const taggedWhereHeld: EachResource = {
  kind: "each",
  id: "ENC-013",
  title: "The class of data is tagged on the resource that holds it, and by nothing else",
  severity: "high",
  controls: ["B10"],
  rationale:
    "Every guarantee of restricted data follows from the tag data-class. A resource that tags another one would say after it, and out of its sight, that people's data is public.",
  remediation: "Set data-class among the tags of the resource itself, and remove the tag that is a resource.",
  sources: ["https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ec2_tag"],
  types: Object.keys(KEYS),

  check(tag) {
    return tag.value(KEYS[tag.type]!).mustNotBe(DATA_CLASS);
  },
};
