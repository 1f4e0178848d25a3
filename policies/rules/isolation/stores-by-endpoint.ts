import { every, some } from "../../answer";
import type { Context } from "../../context";
import type { WholeEstate } from "../../policy";
import type { Location, Verdict } from "../../verdict";
import { mustHave } from "./must-have";
import { judgedSegments, type Segment } from "./segments";

/** Where users' data is, and what decrypts it. */
const SERVICES = ["dynamodb", "kms", "s3"];

export const storesByEndpoint: WholeEstate = {
  kind: "whole",
  id: "ISO-018",
  title: "Every segment has its own endpoints of S3, DynamoDB and KMS",
  severity: "medium",
  controls: ["C22"],
  rationale:
    "Where there is no private way to the stores, the next engineer opens a public one: the data then leaves the segment to be stored.",
  remediation: "Give the segment its PrivateEndpoints.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html"],
  construct: "network/private-endpoints",

  check: (context) =>
    judgedSegments(context).flatMap((segment) => SERVICES.map((service) => hasEndpoint(context, segment, service))),
};

function hasEndpoint({ model }: Context, { stack, region }: Segment, service: string): Verdict {
  const at: Location = { stack, address: "stack", jsonPath: "" };
  const expected = `an endpoint of ${service} in ${region}`;
  const names = ["com.amazonaws", "eu.amazonaws"].map((prefix) => `${prefix}.${region}.${service}`);
  const found = model
    .resourcesIn(stack, "aws_vpc_endpoint")
    .map((endpoint) => every([endpoint.value("service_name").is(...names), endpoint.exists]));
  return mustHave(at, expected, some(found));
}
