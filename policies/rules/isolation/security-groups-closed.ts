import { every, some } from "../../answer";
import type { Context } from "../../context";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { isNetworkWithin } from "./cidr";
import { isEndpointPrefixList } from "./endpoint-prefix-list";
import { isGatewayRule } from "./gateway-rule";
import { segmentOf } from "./segments";

export const GROUPS = ["aws_security_group", "aws_default_security_group"];
/** A consumer's endpoint has an address of its own network. @see https://www.rfc-editor.org/rfc/rfc1918 */
const PRIVATE_NETWORKS = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

export const securityGroupsClosed: EachResource = {
  kind: "each",
  id: "ISO-011",
  title: "A security group lets in and out what is of the segment, and one port of private networks at the gateway",
  severity: "high",
  controls: ["C20", "C21"],
  rationale:
    "A rule that names all addresses waits for the day on which somebody adds a way to them. Then users' data is reachable, and nobody has changed a rule.",
  remediation: "Name the segment's network, another group of the segment, or the prefix list of a gateway endpoint.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
  construct: "network/private-endpoints",
  types: [
    "aws_security_group",
    "aws_security_group_rule",
    "aws_vpc_security_group_ingress_rule",
    "aws_vpc_security_group_egress_rule",
  ],

  check(resource, context) {
    if (resource.type !== "aws_security_group") {
      const group = resource.value("security_group_id");
      return all(
        group.mustReferTo("a group of this stack", GROUPS, ({ stack }) => stack === resource.stack),
        peersAreInside(resource.root, group, context),
      );
    }
    const rules = ["ingress", "egress"].flatMap((direction) => resource.value(direction).items());
    return all(
      resource
        .value("vpc_id")
        .mustReferTo("the segment's network", ["aws_vpc"], ({ stack }) => stack === resource.stack),
      ...rules.map((rule) => peersAreInside(rule, resource.root, context)),
    );
  },
};

function peersAreInside(rule: Value, group: Value, context: Context): Verdict {
  const segment = segmentOf(context, rule.resource.stack);
  if (!segment) return fail(rule.at, "a rule", "no network where the estate declares none");
  if (rule.isUnknown)
    return undecided(rule.at, `cannot be known before deployment: ${rule.legible}`, `within ${segment.cidr}`);
  const peers = (...attributes: readonly string[]) => attributes.flatMap((each) => rule.value(each).items());
  const ofGateway = isGatewayRule(rule, group, context);
  return all(
    pass(rule.at),
    ...peers("cidr_blocks", "cidr_ipv4").map((peer) =>
      peer.mustSatisfy(`a network within ${segment.cidr}`, () =>
        some([isNetworkWithin(peer, segment.cidr), every([ofGateway, isNetworkWithin(peer, ...PRIVATE_NETWORKS)])]),
      ),
    ),
    ...peers("ipv6_cidr_blocks", "cidr_ipv6").map((peer) => peer.mustBeAbsent("no IPv6")),
    ...peers("prefix_list_ids", "prefix_list_id").map((peer) =>
      peer.mustSatisfy("the prefix list of a gateway endpoint", () => isEndpointPrefixList(peer)),
    ),
    ...peers("security_groups", "source_security_group_id", "referenced_security_group_id").map((peer) =>
      peer.mustReferTo("a group of this stack", GROUPS, ({ stack }) => stack === rule.resource.stack),
    ),
  );
}
