import type { Context } from "../../policies/context";
import type { Value } from "../../policies/model/value";
import { isWithin } from "../../policies/rules/isolation/cidr";
import type { Change } from "../entry";
import { spelled } from "../spelling";
import { whereIs } from "../where";
import { partsOf, touchedOwners, type Owner, type PartsTable, type Touched } from "./owners";
import type { Pair, Pairing } from "./pairing";
import type { Renamed } from "./renamed";
import { ALL_PROTOCOLS, DIRECTIONS, protocolOf, toldWay } from "./ways";

const GROUPS = ["aws_security_group", "aws_default_security_group"];
const RULES: Readonly<Record<string, (typeof DIRECTIONS)[number] | undefined>> = {
  aws_vpc_security_group_ingress_rule: "ingress",
  aws_vpc_security_group_egress_rule: "egress",
  // Says its direction itself.
  aws_security_group_rule: undefined,
};
const PARTS: PartsTable = {
  parts: new Map(Object.keys(RULES).map((type) => [type, [GROUPS, "security_group_id"]])),
  inline: inlineRulesOf,
};
const PEERS = [
  ...["cidr_ipv4", "cidr_blocks", "cidr_ipv6", "ipv6_cidr_blocks", "prefix_list_id", "prefix_list_ids"],
  ...["referenced_security_group_id", "source_security_group_id", "security_groups"],
];

/** Where a security group has rules in itself. */
export function inlineRulesOf(type: string): readonly string[] {
  return GROUPS.includes(type) ? DIRECTIONS : [];
}

/** What one rule lets through: one way, of one protocol, on some ports, with one peer. */
interface Way {
  readonly direction: string;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly peer: string;
}

/**
 * What security groups that were there let through and did not, in whichever of the provider's forms a rule is written.
 * What is let through no longer is told as the rule that is gone.
 */
export function ruleChanges(
  found: Pairing,
  differing: readonly Pair[],
  base: Context,
  head: Context,
): { readonly changes: readonly Change[]; readonly touched: readonly Touched[] } {
  const touched = touchedOwners(found, differing, PARTS);
  return { changes: touched.flatMap((each) => opened(each, found, base, head)), touched };
}

function opened({ owner, parts }: Touched, { renames }: Pairing, base: Context, head: Context): readonly Change[] {
  const renamed = renames.of(owner.stack);
  const before = rulesOf(owner, "was", base).flatMap(([rule, way]) => waysOf(rule, way, owner, renamed));
  return rulesOf(owner, "is", head)
    .filter(([rule]) => parts.includes(rule.resource))
    .flatMap(([rule, direction]) => {
      const ways = waysOf(rule, direction, owner, undefined).filter((way) => !before.some((each) => covers(each, way)));
      return ways.map((way) => change(rule, way));
    });
}

function rulesOf(owner: Owner, side: "was" | "is", context: Context): readonly (readonly [Value, string])[] {
  const apart = Object.entries(RULES).flatMap(([type, direction]) => {
    const rules = partsOf(owner, side, [type, "security_group_id"], context);
    return rules.map((rule) => [rule.root, direction ?? rule.value("type").legible] as const);
  });
  const inline = DIRECTIONS.flatMap((direction) =>
    (owner[side]?.value(direction).items() ?? []).map((rule) => [rule, direction] as const),
  );
  return [...apart, ...inline];
}

function waysOf(rule: Value, direction: string, owner: Owner, renamed: Renamed | undefined): readonly Way[] {
  const said = (...names: readonly string[]) =>
    names.map((name) => rule.value(name)).find((value) => !value.isAbsent)?.text ?? "";
  const protocol = protocolOf(said("ip_protocol", "protocol"));
  const isAll = protocol === ALL_PROTOCOLS;
  const [from, to] = [said("from_port"), said("to_port")].map(Number) as [number, number];
  const peers = PEERS.flatMap((name) => rule.value(name).items()).map(({ data }) => String(data));
  const self = rule.value("self").is(true) === "yes" ? [`the group ${owner.text}`] : [];
  return [...peers, ...self].map((peer) => ({
    direction,
    protocol,
    from: isAll ? -1 : from,
    to: isAll ? 65535 : to,
    peer: spelled(renamed ? renamed.text(peer) : peer),
  }));
}

function covers(one: Way, other: Way): boolean {
  return (
    one.direction === other.direction &&
    (one.protocol === ALL_PROTOCOLS || one.protocol === other.protocol) &&
    one.from <= other.from &&
    one.to >= other.to &&
    (one.peer === other.peer || isWithin(other.peer, one.peer))
  );
}

function change(rule: Value, { direction, protocol, from, to, peer }: Way): Change {
  return {
    verdict: "opens",
    about: "setting",
    where: whereIs(rule.resource),
    what: `a security group lets ${toldWay(direction, protocol, [from, to], peer)}`,
    path: rule.jsonPath,
    details: [],
    policies: [],
    controls: ["C20", "C21"],
  };
}
