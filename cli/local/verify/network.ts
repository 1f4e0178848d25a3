import {
  DescribeFlowLogsCommand,
  DescribeInternetGatewaysCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeVpcBlockPublicAccessOptionsCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import {
  GetFirewallConfigCommand,
  ListResolverQueryLogConfigAssociationsCommand,
  ListResolverQueryLogConfigsCommand,
  Route53ResolverClient,
} from "@aws-sdk/client-route53resolver";
import { DescribeLoadBalancersCommand, ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { DescribeLoggingConfigurationCommand, NetworkFirewallClient } from "@aws-sdk/client-network-firewall";
import type { Estate } from "../../../config/estate";
import { auditSinks, resourceName } from "../../../config/names";
import type { StackPlace } from "../../../config/places";
import type { Check } from "./check";
import type { Cloud } from "../../aws/cloud";

/** That a segment is closed, and that the monitor sees what it does. */
export function networkChecks(cloud: Cloud, estate: Estate, place: StackPlace, cidr: string): readonly Check[] {
  const sinks = auditSinks(estate, place.stack);
  const ec2 = async () => new EC2Client(await cloud.at(place));
  const resolver = async () => new Route53ResolverClient(await cloud.at(place));
  const vpcId = async () => {
    const { Vpcs } = await (await ec2()).send(new DescribeVpcsCommand({ Filters: [{ Name: "cidr", Values: [cidr] }] }));
    return Vpcs![0]!.VpcId!;
  };
  const inVpc = async () => [{ Name: "vpc-id", Values: [await vpcId()] }];
  const check = (name: string, control: string, expected: unknown, observe: () => Promise<unknown>): Check => ({
    stack: place.stack,
    name: `segment: ${name}`,
    control,
    expected,
    observe,
  });
  return [
    check("no internet gateway, no NAT, no peering", "C20", [0, 0, 0], async () => {
      const client = await ec2();
      const filter = [{ Name: "attachment.vpc-id", Values: [await vpcId()] }];
      const gateways = await client.send(new DescribeInternetGatewaysCommand({ Filters: filter }));
      const nats = await client.send(new DescribeNatGatewaysCommand({ Filter: await inVpc() }));
      const peerings = await client.send(new DescribeVpcPeeringConnectionsCommand({}));
      return [gateways.InternetGateways!.length, nats.NatGateways!.length, peerings.VpcPeeringConnections!.length];
    }),
    check("no route leaves it", "C20", [], async () => {
      const { RouteTables } = await (await ec2()).send(new DescribeRouteTablesCommand({ Filters: await inVpc() }));
      return RouteTables!
        .flatMap(({ Routes }) => Routes!)
        .map(({ DestinationCidrBlock }) => DestinationCidrBlock)
        .filter((destination) => destination === "0.0.0.0/0");
    }),
    check("public access is blocked in both directions", "C19", "block-bidirectional", async () => {
      const options = await (await ec2()).send(new DescribeVpcBlockPublicAccessOptionsCommand({}));
      return options.VpcBlockPublicAccessOptions!.InternetGatewayBlockMode;
    }),
    check("the default security group lets nothing through", "C21", [0, 0], async () => {
      const filters = [...(await inVpc()), { Name: "group-name", Values: ["default"] }];
      const { SecurityGroups } = await (await ec2()).send(new DescribeSecurityGroupsCommand({ Filters: filters }));
      return [SecurityGroups![0]!.IpPermissions!.length, SecurityGroups![0]!.IpPermissionsEgress!.length];
    }),
    check("the default network ACL lets nothing through", "C21", [], async () => {
      const filters = [...(await inVpc()), { Name: "default", Values: ["true"] }];
      const { NetworkAcls } = await (await ec2()).send(new DescribeNetworkAclsCommand({ Filters: filters }));
      return NetworkAcls!.flatMap(({ Entries }) => Entries!).filter(({ RuleAction }) => RuleAction === "allow");
    }),
    check("every endpoint has the perimeter's policy", "C22", [10, 10], async () => {
      const { VpcEndpoints } = await (await ec2()).send(new DescribeVpcEndpointsCommand({ Filters: await inVpc() }));
      const ours = VpcEndpoints!.filter(({ VpcEndpointType }) => VpcEndpointType !== "GatewayLoadBalancer");
      const bound = ours.filter(
        ({ PolicyDocument }) =>
          PolicyDocument?.includes(`"aws:PrincipalOrgID":"${estate.organization.id}"`) &&
          PolicyDocument.includes(`"aws:ResourceOrgID":"${estate.organization.id}"`),
      );
      return [ours.length, bound.length];
    }),
    check(
      "flow logs of all traffic go to the monitor",
      "D28, D34",
      ["ALL", `${sinks.archiveBucketArn}/${place.stack}/`],
      async () => {
        const filters = [{ Name: "resource-id", Values: [await vpcId()] }];
        const { FlowLogs } = await (await ec2()).send(new DescribeFlowLogsCommand({ Filter: filters }));
        return [FlowLogs![0]!.TrafficType, FlowLogs![0]!.LogDestination];
      },
    ),
    check("DNS queries go to the monitor", "D29, D34", [`${sinks.archiveBucketArn}/${place.stack}`, true], async () => {
      const client = await resolver();
      const { ResolverQueryLogConfigs } = await client.send(new ListResolverQueryLogConfigsCommand({}));
      const { ResolverQueryLogConfigAssociations } = await client.send(
        new ListResolverQueryLogConfigAssociationsCommand({}),
      );
      const vpc = await vpcId();
      const associated = ResolverQueryLogConfigAssociations!.some(({ ResourceId }) => ResourceId === vpc);
      return [ResolverQueryLogConfigs![0]!.DestinationArn, associated];
    }),
    check("the DNS firewall fails closed", "C23", "DISABLED", async () => {
      const { FirewallConfig } = await (
        await resolver()
      ).send(new GetFirewallConfigCommand({ ResourceId: await vpcId() }));
      return FirewallConfig!.FirewallFailOpen;
    }),
  ];
}

/** That the one declared door is internal, asks before it opens, and that the monitor sees what passes. */
export function gatewayChecks(cloud: Cloud, estate: Estate, place: StackPlace): readonly Check[] {
  const sinks = auditSinks(estate, place.stack);
  const check = (name: string, control: string, expected: unknown, observe: () => Promise<unknown>): Check => ({
    stack: place.stack,
    name: `gateway: ${name}`,
    control,
    expected,
    observe,
  });
  return [
    check("its load balancer is internal", "C20", ["internal"], async () => {
      const client = new ElasticLoadBalancingV2Client(await cloud.at(place));
      const { LoadBalancers } = await client.send(new DescribeLoadBalancersCommand({}));
      return LoadBalancers!.map(({ Scheme }) => Scheme);
    }),
    check("every connection to it must be accepted", "H61", [true], async () => {
      const client = new EC2Client(await cloud.at(place));
      const { ServiceConfigurations } = await client.send(new DescribeVpcEndpointServiceConfigurationsCommand({}));
      return ServiceConfigurations!.map(({ AcceptanceRequired }) => AcceptanceRequired);
    }),
    check("its firewall's logs go to the monitor", "D34, H57", [[sinks.archiveBucket, place.stack]], async () => {
      const client = new NetworkFirewallClient(await cloud.at(place));
      const FirewallName = resourceName(estate.organization.prefix, place.stack, "gateway");
      const { LoggingConfiguration } = await client.send(new DescribeLoggingConfigurationCommand({ FirewallName }));
      const destinations = LoggingConfiguration!.LogDestinationConfigs!.map(({ LogDestination }) =>
        JSON.stringify([LogDestination!["bucketName"], LogDestination!["prefix"]]),
      );
      return [...new Set(destinations)].map((destination) => JSON.parse(destination) as unknown);
    }),
  ];
}
