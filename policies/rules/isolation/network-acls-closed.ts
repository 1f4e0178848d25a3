import { every, some, type Answer } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, pass, type Verdict } from "../../verdict";
import { isNetworkWithin } from "./cidr";
import { mustBeBlank } from "./must-be-blank";
import { resourceNamedBy } from "./named-by";
import { reachesStores } from "./reaches-stores";
import { segmentOf } from "./segments";

type Direction = "ingress" | "egress";

export const networkAclsClosed: EachResource = {
  kind: "each",
  id: "ISO-010",
  title: "A network ACL lets through what stays in the segment, and HTTPS to the gateway endpoints of AWS's stores",
  severity: "high",
  controls: ["C20", "C21"],
  rationale:
    "It is the wall that holds when a security group is opened by mistake: what is not of the segment is not let in or out.",
  remediation: "Let IsolatedSegment make the network ACLs.",
  sources: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  ],
  construct: "network/subnet-tier",
  types: ["aws_network_acl", "aws_network_acl_rule"],

  check(resource, context) {
    if (resource.type === "aws_network_acl_rule") {
      const acl = resourceNamedBy(resource.value("network_acl_id"), "aws_network_acl");
      const direction = resource.value("egress").is(true) === "yes" ? "egress" : "ingress";
      return all(
        resource
          .value("network_acl_id")
          .mustReferTo("a network ACL of this stack", ["aws_network_acl"], inSame(resource)),
        ruleVerdict(resource.root, direction, acl, context),
      );
    }
    const rules = (["ingress", "egress"] as const).flatMap((direction) =>
      resource
        .value(direction)
        .items()
        .map((rule) => ruleVerdict(rule, direction, resource, context)),
    );
    return all(pass(resource.root.at), ...rules);
  },
};

const inSame = (resource: Resource) => (acl: Resource) => acl.stack === resource.stack;

function ruleVerdict(rule: Value, direction: Direction, acl: Resource | undefined, context: Context): Verdict {
  const action = rule.value(rule.jsonPath === "" ? "rule_action" : "action");
  if (action.is("deny") === "yes") return pass(rule.at);
  const cidr = rule.value("cidr_block");
  const segment = segmentOf(context, rule.resource.stack);
  if (!segment) return fail(rule.at, "a rule", "no network where the estate declares none");
  const isOfSegment = isNetworkWithin(cidr, segment.cidr);
  const verdict = all(
    mustBeBlank(rule.value("ipv6_cidr_block"), "no IPv6"),
    cidr.mustSatisfy(`a network within ${segment.cidr}, or the stores`, () =>
      some([
        isOfSegment,
        every([cidr.is("0.0.0.0/0"), acl ? reachesStores(acl, context) : "unknown", isOfStores(rule, direction)]),
      ]),
    ),
  );
  return action.isUnknown && verdict.outcome === "fail" ? action.mustBe("deny") : verdict;
}

/** HTTPS out, and its answers in. */
function isOfStores(rule: Value, direction: Direction): Answer {
  const [from, to] = direction === "egress" ? [443, 443] : [1024, 65535];
  return every([rule.value("protocol").is("tcp", 6), rule.value("from_port").is(from), rule.value("to_port").is(to)]);
}
