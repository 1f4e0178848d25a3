import { DataKey } from "../../../constructs/encryption/data-key";
import { IsolatedSegment } from "../../../constructs/network/isolated-segment";
import { PrivateEndpoints } from "../../../constructs/network/private-endpoints";
import { SecurityGateway, type Consumer } from "../../../constructs/network/security-gateway";
import { SINKS } from "../../support/sinks";
import { lockedStack, Synthesized } from "../../support/synth";

const ZONES = ["euw1-az1", "euw1-az2"];
const SEGMENT = { cidr: "10.16.0.0/16", zones: ZONES, sinks: SINKS };

const segmentWith = (props: Partial<typeof SEGMENT> = {}) => {
  const stack = lockedStack();
  const segment = new IsolatedSegment(stack, "segment", { ...SEGMENT, ...props });
  return { stack, segment };
};

describe("IsolatedSegment", () => {
  const synthesized = new Synthesized(segmentWith().stack);

  it("has a subnet in each zone for each tier, none with public addresses", () => {
    const subnets = synthesized.all("aws_subnet");
    expect(subnets).toHaveLength(8);
    for (const subnet of subnets) expect(subnet).toMatchObject({ map_public_ip_on_launch: false });
    expect(new Set(subnets.map((subnet) => subnet["availability_zone_id"]))).toEqual(new Set(ZONES));
  });

  it("has a route table for each subnet, with no route of its own", () => {
    expect(synthesized.all("aws_route_table")).toHaveLength(8);
    for (const table of synthesized.all("aws_route_table")) expect(table).not.toHaveProperty("route");
    expect(synthesized.all("aws_route")).toEqual([]);
  });

  it("empties what AWS puts into every network", () => {
    const group = synthesized.only("aws_default_security_group");
    const acl = synthesized.only("aws_default_network_acl");
    for (const block of [group, acl]) {
      expect(block).not.toHaveProperty("ingress");
      expect(block).not.toHaveProperty("egress");
    }
    expect(synthesized.only("aws_default_route_table")["route"]).toEqual([]);
  });

  it("blocks public access in both directions", () => {
    expect(synthesized.only("aws_vpc_block_public_access_options")["internet_gateway_block_mode"]).toBe(
      "block-bidirectional",
    );
  });

  it("admits connections from inside alone, except answers of the gateway endpoints to workloads", () => {
    const acls = synthesized.all("aws_network_acl");
    expect(acls).toHaveLength(4);
    const fromOutside = acls.flatMap((acl) => acl["ingress"]).filter((rule) => rule.cidr_block !== "10.16.0.0/16");
    expect(fromOutside).toEqual([
      expect.objectContaining({ protocol: "tcp", cidr_block: "0.0.0.0/0", from_port: 1024, to_port: 65535 }),
    ]);
  });

  it("resolves AWS's names of its own region, then nothing, and fails closed", () => {
    const rules = [...synthesized.all("aws_route53_resolver_firewall_rule")].sort(
      (a, b) => a["priority"] - b["priority"],
    );
    expect(rules.map(({ action }) => action)).toEqual(["ALLOW", "BLOCK"]);
    const domains = synthesized.all("aws_route53_resolver_firewall_domain_list").map((list) => list["domains"]);
    expect(domains).toEqual([["*.eu-west-1.amazonaws.com."], ["*."]]);
    expect(synthesized.only("aws_route53_resolver_firewall_config")["firewall_fail_open"]).toBe("DISABLED");
    expect(synthesized.only("aws_route53_resolver_firewall_rule_group_association")["mutation_protection"]).toBe(
      "ENABLED",
    );
  });

  it("ships its flow logs and its DNS queries to the monitor, under its stack's name", () => {
    expect(synthesized.only("aws_flow_log")).toMatchObject({
      traffic_type: "ALL",
      log_destination_type: "s3",
      log_destination: `${SINKS.archiveBucketArn}/dublin/`,
    });
    expect(synthesized.only("aws_flow_log")).not.toHaveProperty("iam_role_arn");
    expect(synthesized.only("aws_route53_resolver_query_log_config")["destination_arn"]).toBe(
      `${SINKS.archiveBucketArn}/dublin`,
    );
    expect(synthesized.all("aws_route53_resolver_query_log_config_association")).toHaveLength(1);
  });

  it("works in a single zone", () => {
    expect(new Synthesized(segmentWith({ zones: ["euw1-az3"] }).stack).all("aws_subnet")).toHaveLength(4);
  });

  it("fails without a zone, or with more than three", () => {
    expect(() => segmentWith({ zones: [] })).toThrow(
      "[segment.no-zone] dublin/segment: 'zones' must be one to three zone ids, got 0",
    );
    expect(() => segmentWith({ zones: ["a", "b", "c", "d"] })).toThrow("got 4; name the placement's");
  });

  it("fails when the network is too small", () => {
    expect(() => segmentWith({ cidr: "10.16.0.0/21" })).toThrow(
      "[segment.cidr-too-small] dublin/segment: 'cidr' must be a /20 or larger",
    );
  });
});

describe("PrivateEndpoints", () => {
  const { stack, segment } = segmentWith();
  new PrivateEndpoints(stack, "endpoints", { segment, organizationId: "o-cloverexample" });
  const synthesized = new Synthesized(stack);

  it("gives every endpoint a policy: the organization's principals to the organization's resources", () => {
    const endpoints = synthesized.all("aws_vpc_endpoint");
    expect(endpoints.length).toBe(10);
    for (const endpoint of endpoints) {
      expect(Synthesized.statements(endpoint)).toEqual([
        expect.objectContaining({
          Effect: "Allow",
          Condition: {
            StringEquals: { "aws:PrincipalOrgID": "o-cloverexample", "aws:ResourceOrgID": "o-cloverexample" },
          },
        }),
      ]);
    }
  });

  it("reaches its own region's services, privately", () => {
    for (const endpoint of synthesized.all("aws_vpc_endpoint")) {
      expect(endpoint["service_name"]).toMatch(/^com\.amazonaws\.eu-west-1\./);
      if (endpoint["vpc_endpoint_type"] === "Interface") expect(endpoint["private_dns_enabled"]).toBe(true);
    }
  });

  it("admits HTTPS from the segment alone", () => {
    expect(synthesized.only("aws_vpc_security_group_ingress_rule")).toMatchObject({
      cidr_ipv4: "10.16.0.0/16",
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
    });
    expect(synthesized.all("aws_vpc_security_group_egress_rule")).toEqual([]);
  });
});

describe("SecurityGateway", () => {
  const CONSUMERS: readonly Consumer[] = [{ flowId: "usage-statistics", account: "777777777777" }];
  const gatewayFor = (consumers: readonly Consumer[]) => {
    const { stack, segment } = segmentWith();
    const key = new DataKey(stack, "key", {
      purpose: "platform",
      description: "d",
      administratorArns: ["arn:aws:iam::222222222222:role/clover-deploy"],
    });
    new SecurityGateway(stack, "gateway", { segment, key, sinks: SINKS, consumers });
    return new Synthesized(stack);
  };
  const synthesized = gatewayFor(CONSUMERS);

  it("lets the declared consumers ask, and asks back", () => {
    expect(synthesized.only("aws_vpc_endpoint_service")["acceptance_required"]).toBe(true);
    expect(
      synthesized.all("aws_vpc_endpoint_service_allowed_principal").map((allowed) => allowed["principal_arn"]),
    ).toEqual(["arn:aws:iam::777777777777:root"]);
  });

  it("is internal, protected, and holds PrivateLink to its security group", () => {
    expect(synthesized.only("aws_lb")).toMatchObject({
      internal: true,
      load_balancer_type: "network",
      enable_deletion_protection: true,
      enforce_security_group_inbound_rules_on_private_link_traffic: "on",
    });
    const rules = [
      ...synthesized.all("aws_vpc_security_group_ingress_rule"),
      ...synthesized.all("aws_vpc_security_group_egress_rule"),
    ];
    expect(rules).toHaveLength(5);
    for (const rule of rules) {
      expect(rule).toMatchObject({ from_port: 443, to_port: 443, ip_protocol: "tcp" });
      expect(rule["cidr_ipv4"]).not.toBe("0.0.0.0/0");
    }
  });

  it("drops what is not HTTPS from the gateway to a workload, and tells", () => {
    const { rule_group } = synthesized.only("aws_networkfirewall_rule_group");
    expect(rule_group.rules_source.rules_string).toMatch(/^pass tcp \$GATEWAY any -> \$WORKLOAD 443 /);
    const { firewall_policy } = synthesized.only("aws_networkfirewall_firewall_policy");
    expect(firewall_policy).toMatchObject({
      stateless_default_actions: ["aws:forward_to_sfe"],
      stateful_default_actions: ["aws:drop_strict", "aws:alert_strict"],
    });
  });

  it("leads each connection through the firewall, there and back", () => {
    const routes = synthesized.all("aws_route");
    expect(routes).toHaveLength(8);
    for (const route of routes)
      expect(route["vpc_endpoint_id"]).toMatch(/^\$\{one\(\[for attachment in aws_networkfirewall_firewall\./);
    const destinations = routes.map((route) => route["destination_cidr_block"]).sort();
    expect(new Set(destinations)).toEqual(
      new Set(["10.16.0.0/20", "10.16.16.0/20", "10.16.128.0/20", "10.16.144.0/20"]),
    );
  });

  it("encrypts rules, policy and firewall with the given key, protects them, and logs to the monitor", () => {
    for (const type of [
      "aws_networkfirewall_rule_group",
      "aws_networkfirewall_firewall_policy",
      "aws_networkfirewall_firewall",
    ]) {
      expect(synthesized.only(type)["encryption_configuration"]).toMatchObject({ type: "CUSTOMER_KMS" });
    }
    expect(synthesized.only("aws_networkfirewall_firewall")).toMatchObject({
      delete_protection: true,
      subnet_change_protection: true,
      firewall_policy_change_protection: true,
    });
    const { logging_configuration } = synthesized.only("aws_networkfirewall_logging_configuration");
    const destinations = logging_configuration.log_destination_config;
    expect(destinations.map(({ log_type }: { log_type: string }) => log_type)).toEqual(["ALERT", "FLOW"]);
    for (const { log_destination } of destinations) {
      expect(log_destination).toEqual({ bucketName: SINKS.archiveBucket, prefix: "dublin" });
    }
  });

  it("fails when no flow is declared", () => {
    expect(() => gatewayFor([])).toThrow(
      "[gateway.no-flow] dublin/gateway: 'consumers' must name who a declared flow lets in, got none",
    );
  });
});
