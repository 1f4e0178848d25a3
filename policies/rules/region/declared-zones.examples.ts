import type { Examples } from "../../examples";

const subnet = (more: Readonly<Record<string, unknown>>) => ({ aws_subnet: { s: { vpc_id: "vpc-1", ...more } } });

export const declaredZonesExamples: Examples = {
  policy: "REG-004",
  pass: {
    "the zone is declared": subnet({ availability_zone_id: "euw1-az1" }),
    "the monitor's is of its region": {
      stacks: { monitor: { resource: subnet({ availability_zone_id: "euw2-az3" }) } },
    },
  },
  fail: {
    "the zone is another site's": subnet({ availability_zone_id: "euw1-az3" }),
    "the zone is of another region": { aws_ebs_volume: { v: { availability_zone: "us-east-1a" } } },
    "it is a Local Zone": { aws_instance: { i: { availability_zone: "eu-west-1-lis-1a" } } },
    "it is on an Outpost": subnet({
      availability_zone_id: "euw1-az1",
      outpost_arn: "arn:aws:outposts:eu-west-1:200000000002:outpost/op-0123456789abcdef0",
    }),
    "one of several is another site's": { aws_elb: { l: { availability_zones: ["euw1-az1", "euw1-az3"] } } },
  },
  undecided: {
    "a name means another building in each account": subnet({ availability_zone: "eu-west-1a" }),
    "a data source chooses": subnet({ availability_zone_id: "${data.aws_availability_zones.here.zone_ids[0]}" }),
  },
  notApplicable: { "no building is chosen": { aws_instance: { i: { subnet_id: "subnet-1" } } } },
};
