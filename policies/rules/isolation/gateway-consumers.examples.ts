import type { Examples, Resources } from "../../examples";

/** The counterparty to which the estate declares a flow from Dublin. */
const DECLARED = "arn:aws:iam::700000000007:root";

const service = (different: Readonly<Record<string, unknown>> = {}): Resources => ({
  aws_vpc_endpoint_service: { gateway: { acceptance_required: true, ...different } },
});
const consumer = (principal_arn: string): Resources => ({
  aws_vpc_endpoint_service_allowed_principal: {
    one: { vpc_endpoint_service_id: "${aws_vpc_endpoint_service.gateway.id}", principal_arn },
  },
});

export const gatewayConsumersExamples: Examples = {
  policy: "ISO-020",
  pass: {
    "there is no gateway": {},
    "a declared flow's consumer may ask": { ...service(), ...consumer(DECLARED) },
    "one role of a declared flow's consumer may ask": {
      ...service(),
      ...consumer("arn:aws:iam::700000000007:role/statistics"),
    },
  },
  fail: {
    "whoever asks is let in": { ...service({ acceptance_required: false }), ...consumer(DECLARED) },
    "everybody may ask": { ...service(), ...consumer("*") },
    "an account may ask to which no flow is declared": { ...service(), ...consumer("arn:aws:iam::800000000008:root") },
    "the service itself names everybody": service({ allowed_principals: ["*"] }),
    "the service is offered in another region": service({ supported_regions: ["eu-west-1", "us-east-1"] }),
    "code accepts what a person should": {
      ...service(),
      aws_vpc_endpoint_connection_accepter: {
        theirs: { vpc_endpoint_service_id: "${aws_vpc_endpoint_service.gateway.id}", vpc_endpoint_id: "vpce-1" },
      },
    },
    "there is a gateway and no declared flow": { stacks: { norway: { resource: service() } } },
  },
  undecided: {
    "a variable decides who may ask": { ...service(), ...consumer("arn:aws:iam::${var.consumer}:root") },
    "a variable decides whether a person accepts": service({ acceptance_required: "${var.accept}" }),
  },
};
