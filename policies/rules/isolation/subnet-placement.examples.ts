import type { Examples } from "../../examples";

const subnet = (different: Readonly<Record<string, unknown>>) => ({
  aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } },
  aws_subnet: {
    workload: {
      vpc_id: "${aws_vpc.segment.id}",
      cidr_block: "10.16.0.0/20",
      availability_zone_id: "euw1-az1",
      ...different,
    },
  },
});

export const subnetPlacementExamples: Examples = {
  policy: "ISO-008",
  pass: {
    "it is in a declared zone": subnet({}),
  },
  fail: {
    "the zone is not the site's": subnet({ availability_zone_id: "euw1-az3" }),
    "the zone is a Local Zone, whose name does not give its country": subnet({ availability_zone_id: "euw1-lon1-az1" }),
    "the zone is named, which is another one in each account": subnet({
      availability_zone: "eu-west-1a",
      availability_zone_id: undefined,
    }),
    "no zone is named, so AWS chooses": subnet({ availability_zone_id: undefined }),
    "it is on an Outpost": subnet({ outpost_arn: "arn:aws:outposts:eu-west-1:200000000002:outpost/op-1" }),
    "its addresses are not the site's": subnet({ cidr_block: "10.32.0.0/20" }),
    "its network is somebody else's": subnet({ vpc_id: "vpc-0123456789abcdef0" }),
  },
  undecided: {
    "the zone comes from a variable": subnet({ availability_zone_id: "${var.zone}" }),
    "the addresses are computed": subnet({ cidr_block: "${cidrsubnet(aws_vpc.segment.cidr_block, 4, 0)}" }),
  },
};
