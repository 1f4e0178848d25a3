import type { Context } from "../../policies/context";
import type { Resource } from "../../policies/model/resource";
import type { Value } from "../../policies/model/value";
import type { Change } from "../entry";
import { whereIs } from "../where";
import { aclRules, type AclRule, type AclRules } from "./acl-rules";
import { isOf, partsOf, touchedOwners, type Owner, type PartsTable, type Touched } from "./owners";
import type { Pair, Pairing } from "./pairing";
import { addressText, newlyPassing, type Passing, type Traffic } from "./passing";
import { ALL_PROTOCOLS, DIRECTIONS, toldWay, type Direction } from "./ways";

export const ACLS = ["aws_network_acl", "aws_default_network_acl"];
const RULE = "aws_network_acl_rule";
const BY = "network_acl_id";
const PARTS: PartsTable = { parts: new Map([[RULE, [ACLS, BY]]]), inline: inlineAclRulesOf };
/** More would take too long to think through: each is either way. */
const MOST_DOUBTS = 5;

/** Where a network ACL has rules in itself. */
export function inlineAclRulesOf(type: string): readonly string[] {
  return ACLS.includes(type) ? DIRECTIONS : [];
}

/**
 * What network ACLs that were there let through and did not, and what they let through no longer, in whichever of the
 * provider's forms a rule is written: the rule of the lowest number decides.
 */
export function aclChanges(
  found: Pairing,
  differing: readonly Pair[],
  base: Context,
  head: Context,
): { readonly changes: readonly Change[]; readonly touched: readonly Touched[] } {
  const touched = touchedOwners(found, differing, PARTS);
  return { changes: touched.flatMap((each) => changesOf(each, found, base, head)), touched };
}

function changesOf({ owner, parts }: Touched, { renames }: Pairing, base: Context, head: Context): readonly Change[] {
  const renamed = renames.of(owner.stack);
  const before = aclRules(writtenRules(owner, "was", base), (text) => renamed.text(text));
  const after = aclRules(writtenRules(owner, "is", head), (text) => text);
  const here = parts.find((part) => isOf(head, part)) ?? owner.is ?? parts[0]!;
  const stands = ({ value }: AclRule) => (isOf(head, value.resource) ? value.resource : here);
  return comparedRules("a network ACL", before, after, stands, here);
}

/** Each rule of an ACL, as one side has it, with its direction where the rule does not say it itself. */
export function writtenRules(
  owner: Owner,
  side: "was" | "is",
  context: Context,
): readonly (readonly [Value, Direction | undefined])[] {
  const acl = owner[side];
  const apart = partsOf(owner, side, [RULE, BY], context).map((rule) => [rule.root, undefined] as const);
  return [...(acl ? inlineRules(acl) : []), ...apart];
}

function inlineRules(acl: Resource): readonly (readonly [Value, Direction])[] {
  return DIRECTIONS.flatMap((direction) =>
    acl
      .value(direction)
      .items()
      .map((rule) => [rule, direction] as const),
  );
}

/**
 * @param whose e.g. `a network ACL`
 * @param stands where what a rule decides is told
 * @param here where it is told that nothing is known
 */
export function comparedRules(
  whose: string,
  before: AclRules,
  after: AclRules,
  stands: (rule: AclRule) => Resource,
  here: Resource,
): readonly Change[] {
  if (JSON.stringify(sayingOf(before)) === JSON.stringify(sayingOf(after))) return [];
  const doubts = new Set([...before.rules, ...after.rules].flatMap((rule) => rule.doubts));
  const untold = [...before.unordered, ...after.unordered, ...(doubts.size > MOST_DOUBTS ? doubts : [])];
  if (untold.length > 0) {
    const what = `what ${whose} lets through cannot be known before deployment: ${[...new Set(untold)].join("; ")}`;
    return [change("weaker", here, "", what, [])];
  }
  return [
    ...newlyPassing(before.rules, after.rules).map((passing) => passed("opens", `${whose} lets`, passing, stands)),
    ...newlyPassing(after.rules, before.rules).map((passing) =>
      passed("stronger", `${whose} no longer lets`, passing, stands),
    ),
  ];
}

const sayingOf = ({ rules, unordered }: AclRules): unknown => [
  unordered,
  rules.map(({ value: _value, network, ...rule }) => [rule, network?.family, `${network?.first}–${network?.last}`]),
];

function passed(
  verdict: Change["verdict"],
  lets: string,
  { rule, isWhole, example }: Passing,
  stands: (rule: AclRule) => Resource,
): Change {
  const { resource, jsonPath } = rule.value;
  const at = stands(rule);
  const details = isWhole ? [] : [`e.g. ${toldTraffic(example)}`];
  return change(verdict, at, at === resource ? jsonPath : "", `${lets} ${toldRule(rule)}`, details);
}

function toldRule({ direction, protocol = ALL_PROTOCOLS, numbers, value }: AclRule): string {
  const isPorts = numbers && !protocol.startsWith("icmp");
  const network = ["cidr_block", "ipv6_cidr_block"].map((name) => value.value(name)).find(({ data }) => data);
  return toldWay(
    direction,
    protocol,
    isPorts ? [numbers.first, numbers.last] : undefined,
    network?.legible ?? "nowhere",
  );
}

function toldTraffic({ protocol = "any other protocol", ...traffic }: Traffic): string {
  const isPorts = protocol === "tcp" || protocol === "udp";
  const ports = isPorts ? ([traffic.number, traffic.number] as const) : undefined;
  return toldWay(traffic.direction, protocol, ports, addressText({ protocol, ...traffic }));
}

function change(
  verdict: Change["verdict"],
  resource: Resource,
  path: string,
  what: string,
  details: readonly string[],
): Change {
  return {
    verdict,
    about: "setting",
    where: whereIs(resource),
    what,
    path,
    details,
    policies: [],
    controls: ["C20", "C21"],
  };
}
