import type { Examples } from "../../examples";

const network = { aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } } };
const options = (internet_gateway_block_mode: string, more: Readonly<Record<string, unknown>> = {}) => ({
  aws_vpc_block_public_access_options: { all: { internet_gateway_block_mode, ...more } },
});

export const blockPublicAccessExamples: Examples = {
  policy: "ISO-001",
  pass: {
    "both directions are blocked": { ...network, ...options("block-bidirectional") },
  },
  fail: {
    "nothing is blocked": network,
    "only what comes in is blocked": { ...network, ...options("block-ingress") },
    "another region's is blocked": {
      stacks: {
        dublin: {
          provider: {
            aws: [
              { region: "eu-west-1", allowed_account_ids: ["200000000002"] },
              { alias: "far", region: "eu-north-1", allowed_account_ids: ["200000000002"] },
            ],
          },
          resource: { ...network, ...options("block-bidirectional", { provider: "aws.far" }) },
        },
      },
    },
    "a subnet is excluded": {
      ...network,
      ...options("block-bidirectional"),
      aws_vpc_block_public_access_exclusion: {
        one: { subnet_id: "subnet-1", internet_gateway_exclusion_mode: "allow-egress" },
      },
    },
    "a network that is not declared is not blocked": {
      stacks: { monitor: { resource: { aws_vpc: { tools: { cidr_block: "10.99.0.0/16" } } } } },
    },
  },
  undecided: {
    "the mode comes from a variable": { ...network, ...options("${var.mode}") },
    "an expression decides whether it is blocked": {
      ...network,
      ...options("block-bidirectional", { count: "${var.block ? 1 : 0}" }),
    },
  },
};
