import type { Answer } from "../../answer";
import { hasMark } from "../../model/symbolic";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, pass, undecided, type Verdict } from "../../verdict";
import { absentOr } from "../absent-or";

const PRIVATE_DNS = "aws_vpc_endpoint_private_dns";
/** How the names of AWS's own services begin. */
const OWNERS = ["aws.api", "aws.sagemaker", "com.amazonaws", "eu.amazonaws"];
/**
 * Services that were looked at: each keeps what it is told with the resource that is asked, which the endpoint's policy
 * can tell from others'. Not so one that sends mail or messages, calls a URL, or lets another region answer: the caller
 * and what it asks are the organization's own, and what is sent goes to the world.
 */
const REVIEWED = [
  ...["dynamodb", "ec2messages", "ecr.api", "ecr.dkr", "elasticfilesystem", "kinesis-streams", "kms", "logs"],
  ...["monitoring", "s3", "secretsmanager", "sqs", "ssm", "ssmmessages", "sts"],
];

export const endpointReach: EachResource = {
  kind: "each",
  id: "ISO-017",
  title: "An endpoint reaches a service of AWS in its own region, under that service's own name",
  severity: "critical",
  controls: ["A5", "C22"],
  rationale:
    "An endpoint of somebody else's service, or of another region's, is a way out that looks like a way to AWS. Without private DNS the service's own name leads past the endpoint and its policy.",
  remediation: "Let PrivateEndpoints make the endpoint; of another service, find out first whom it can send to.",
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html",
  ],
  construct: "network/private-endpoints",
  types: ["aws_vpc_endpoint", PRIVATE_DNS],

  check(endpoint) {
    if (endpoint.type === PRIVATE_DNS) return endpoint.value("private_dns_enabled").mustBe(true);
    const region = endpoint.value("service_region");
    const service = endpoint.value("service_name");
    return all(
      service.mustSatisfy(`a service of AWS in ${endpoint.region}`, () => isOfRegion(service, endpoint.region)),
      isReviewed(service, endpoint.region),
      absentOr(region, endpoint.region),
      endpoint.value("resource_configuration_arn").mustBeAbsent("no shared resource"),
      endpoint.value("service_network_arn").mustBeAbsent("no service network"),
      endpoint
        .value("vpc_id")
        .mustReferTo("a network of its stack", ["aws_vpc"], ({ stack }) => stack === endpoint.stack),
      isOfKnownType(endpoint),
    );
  },
};

/** Those of others are called `com.amazonaws.vpce.<region>.<id>`. */
function isOfRegion({ text }: Value, region: string): Answer {
  if (text === undefined || hasMark(text)) return "unknown";
  const [owner, service] = text.split(`.${region}.`);
  return OWNERS.includes(owner!) && service !== undefined ? "yes" : "no";
}

function isReviewed(service: Value, region: string): Verdict {
  const { at, text } = service;
  const name = text?.split(`.${region}.`)[1];
  if (name === undefined || hasMark(name) || REVIEWED.includes(name)) return pass(at);
  return undecided(at, `${name}, of which nobody found out whom it can send to`, `one of ${REVIEWED.join(", ")}`);
}

function isOfKnownType(endpoint: Resource): Verdict {
  const type = endpoint.value("vpc_endpoint_type");
  // What names no type is a gateway's.
  if (type.isAbsent || type.is("Gateway") === "yes") return pass(type.at);
  const groups = endpoint.value("security_group_ids");
  return all(
    type.mustBe("Interface", "Gateway"),
    endpoint.value("private_dns_enabled").mustBe(true),
    groups.mustSatisfy("a security group", ({ data }) => Array.isArray(data) && data.length > 0),
    ...groups
      .items()
      .map((group) =>
        group.mustReferTo("a group of its stack", ["aws_security_group"], ({ stack }) => stack === endpoint.stack),
      ),
  );
}
