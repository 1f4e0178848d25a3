import type { Examples, Resources } from "../../examples";

const endpoint = (different: Readonly<Record<string, unknown>>): Resources => ({
  aws_vpc: { segment: { cidr_block: "10.16.0.0/16" } },
  aws_security_group: { endpoints: { vpc_id: "${aws_vpc.segment.id}" } },
  aws_vpc_endpoint: {
    one: {
      vpc_id: "${aws_vpc.segment.id}",
      service_name: "com.amazonaws.eu-west-1.kms",
      vpc_endpoint_type: "Interface",
      private_dns_enabled: true,
      security_group_ids: ["${aws_security_group.endpoints.id}"],
      ...different,
    },
  },
});

export const endpointReachExamples: Examples = {
  policy: "ISO-017",
  pass: {
    "it is AWS's own service in the region": endpoint({}),
    "it is a gateway's, which has neither name nor group": endpoint({
      service_name: "com.amazonaws.eu-west-1.s3",
      vpc_endpoint_type: "Gateway",
      private_dns_enabled: undefined,
      security_group_ids: undefined,
    }),
  },
  fail: {
    "the service is another region's": endpoint({ service_name: "com.amazonaws.us-east-1.kms" }),
    "the region is another one": endpoint({ service_region: "us-east-1" }),
    "the service is somebody else's": endpoint({
      service_name: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
    }),
    "the service's own name leads past it": endpoint({ private_dns_enabled: false }),
    "its private name is taken away beside it": {
      aws_vpc_endpoint_private_dns: { one: { vpc_endpoint_id: "vpce-1", private_dns_enabled: false } },
    },
    "it has no security group of its own": endpoint({ security_group_ids: undefined }),
    "it leads to an appliance": endpoint({ vpc_endpoint_type: "GatewayLoadBalancer" }),
    "it leads to a service network": endpoint({
      service_name: undefined,
      vpc_endpoint_type: "ServiceNetwork",
      service_network_arn: "arn:aws:vpc-lattice:eu-west-1:700000000007:servicenetwork/sn-1",
    }),
    "it is in a network that is not in the output": endpoint({ vpc_id: "vpc-0123456789abcdef0" }),
  },
  undecided: {
    "the service comes from a variable": endpoint({ service_name: "com.amazonaws.eu-west-1.${var.service}" }),
    "the service sends mail to anybody": endpoint({ service_name: "com.amazonaws.eu-west-1.email-smtp" }),
    "the service asks models of other regions": endpoint({ service_name: "com.amazonaws.eu-west-1.bedrock-runtime" }),
    "its type comes from a variable": endpoint({ vpc_endpoint_type: "${var.type}" }),
  },
};
