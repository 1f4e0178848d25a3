import type { Examples } from "../../examples";

const network = (cidr_block: string, more: Readonly<Record<string, unknown>> = {}) => ({
  aws_vpc: { segment: { cidr_block, ...more } },
});

export const segmentCidrExamples: Examples = {
  policy: "ISO-007",
  pass: {
    "the network is the declared one": network("10.16.0.0/16"),
    "no network is where none is declared": { stacks: { monitor: {}, dublin: { resource: network("10.16.0.0/16") } } },
  },
  fail: {
    "there is no network": {},
    "the network is larger than declared": network("10.0.0.0/8"),
    "there are two": {
      aws_vpc: { segment: { cidr_block: "10.16.0.0/16" }, other: { cidr_block: "10.99.0.0/16" } },
    },
    "IPv6 is added, whose addresses are all public": network("10.16.0.0/16", {
      assign_generated_ipv6_cidr_block: true,
    }),
    "a further range is added": {
      ...network("10.16.0.0/16"),
      aws_vpc_ipv4_cidr_block_association: { more: { vpc_id: "${aws_vpc.segment.id}", cidr_block: "10.99.0.0/16" } },
    },
    "a site has the network of another": {
      stacks: { dublin: { resource: network("10.16.0.0/16") }, norway: { resource: network("10.16.0.0/16") } },
    },
    "a network is where none is declared": { stacks: { monitor: { resource: network("10.99.0.0/16") } } },
  },
  undecided: {
    "the range comes from a variable": network("${var.cidr}"),
    "a number of networks comes from a variable": network("10.16.0.0/16", { count: "${var.networks}" }),
  },
};
