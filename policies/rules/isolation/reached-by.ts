import { hasMark } from "../../model/symbolic";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { Verdict } from "../../verdict";
import { namedBy } from "./named-by";

/** Ways to name whom a rule is about other than by IPv4 networks. */
const OTHER_PEERS = [
  "cidr_ipv6",
  "ipv6_cidr_blocks",
  "prefix_list_id",
  "prefix_list_ids",
  "referenced_security_group_id",
  "security_groups",
  "source_security_group_id",
];

/** The networks that a balancer's security groups let it reach, and whether they are all told as such. */
export interface Reached {
  readonly networks: readonly string[];
  readonly verdicts: readonly Verdict[];
}

export function reachedBy(balancer: Resource): Reached {
  const rules = namedBy(balancer, "security_groups", "aws_security_group").flatMap(outboundRules);
  const peers = rules.flatMap((rule) => ["cidr_blocks", "cidr_ipv4"].flatMap((name) => rule.value(name).items()));
  return {
    networks: peers.flatMap(({ text }) => (text === undefined || hasMark(text) ? [] : [text])),
    verdicts: [
      ...peers.map(isNetwork),
      ...rules.flatMap((rule) => OTHER_PEERS.map((name) => rule.value(name).mustBeAbsent("networks alone"))),
    ],
  };
}

/** Whether it is known which addresses a value means. */
export function isNetwork(value: Value): Verdict {
  return value.mustSatisfy("a network", ({ text = "" }) => (hasMark(text) ? "unknown" : true));
}

function outboundRules(group: Resource): readonly Value[] {
  const single = group.companions("aws_vpc_security_group_egress_rule", "security_group_id");
  const classic = group.companions("aws_security_group_rule", "security_group_id");
  return [
    ...group.value("egress").items(),
    ...single.map((rule) => rule.root),
    ...classic.filter((rule) => rule.value("type").is("egress") !== "no").map((rule) => rule.root),
  ];
}
