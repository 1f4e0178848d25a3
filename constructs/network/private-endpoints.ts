import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { policyDocument } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import type { IsolatedSegment } from "./isolated-segment";

/** Stores, reached by route. */
const GATEWAYS = ["dynamodb", "s3"];
/** What workloads and those who operate them need, reached by address: keys, credentials, logs, sessions, secrets, queues. */
const INTERFACES = ["kms", "logs", "monitoring", "secretsmanager", "sqs", "ssm", "ssmmessages", "sts"];
const HTTPS = 443;

export interface PrivateEndpointsProps {
  readonly segment: IsolatedSegment;
  readonly organizationId: string;
}

/**
 * Guarantee: AWS is reached from the segment without leaving AWS's network, by the organization's
 * principals, for the organization's resources, and for nobody's else: stolen credentials of another
 * organization are of no use in here, and neither is another organization's bucket.
 *
 * Emits an `aws_vpc_endpoint` for each service, each with a perimeter policy, and their security group,
 * which admits HTTPS from the segment alone. The monitor's archive needs no exception: AWS's services
 * deliver into it, not the segment.
 * Controls: C22.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export class PrivateEndpoints extends Construct {
  /** The endpoints of S3 and DynamoDB: the doors through which alone data is reached. */
  readonly storeDoors: readonly string[];
  /** The addresses of S3 and DynamoDB, as security groups name them. */
  readonly storePrefixLists: readonly string[];

  constructor(scope: Construct, id: string, props: PrivateEndpointsProps) {
    super(scope, id);
    const { segment } = props;
    const policy = perimeter(props.organizationId);
    const shared = (service: string) => ({
      vpcId: segment.vpcId,
      serviceName: `com.amazonaws.${RegionLock.of(this).place.region}.${service}`,
      policy,
      tags: { Name: RegionLock.of(this).name(service) },
    });
    const gateways = GATEWAYS.map(
      (service) =>
        new VpcEndpoint(this, service, {
          ...shared(service),
          vpcEndpointType: "Gateway",
          routeTableIds: segment.tiers.workload.subnets.map(({ routeTableId }) => routeTableId),
        }),
    );
    const group = this.httpsFromSegment(segment);
    for (const service of INTERFACES) {
      new VpcEndpoint(this, service, {
        ...shared(service),
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: segment.tiers.endpoints.subnets.map((subnet) => subnet.id),
        securityGroupIds: [group.id],
      });
    }
    this.storeDoors = gateways.map((endpoint) => endpoint.id);
    this.storePrefixLists = gateways.map((endpoint) => endpoint.prefixListId);
  }

  private httpsFromSegment(segment: IsolatedSegment): SecurityGroup {
    const group = new SecurityGroup(this, "security-group", {
      name: RegionLock.of(this).name("endpoints"),
      description: "Endpoints of AWS services: HTTPS from the segment",
      vpcId: segment.vpcId,
    });
    new VpcSecurityGroupIngressRule(this, "https-from-segment", {
      securityGroupId: group.id,
      description: "HTTPS from the segment",
      cidrIpv4: segment.cidr,
      ipProtocol: "tcp",
      fromPort: HTTPS,
      toPort: HTTPS,
    });
    return group;
  }
}

/** An endpoint without a policy lets everybody reach everything. */
function perimeter(organizationId: string): string {
  return policyDocument([
    {
      Sid: "OrganizationToOrganization",
      Effect: "Allow",
      Principal: "*",
      Action: "*",
      Resource: "*",
      Condition: { StringEquals: { "aws:PrincipalOrgID": organizationId, "aws:ResourceOrgID": organizationId } },
    },
  ]);
}
