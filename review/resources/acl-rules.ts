import ipaddr from "ipaddr.js";
import type { Value } from "../../policies/model/value";
import { ALL_PROTOCOLS, DIRECTIONS, protocolOf, type Direction } from "./ways";

/** All that is between two ends, both included. */
export interface Span<T extends number | bigint> {
  readonly first: T;
  readonly last: T;
}

/** Addresses of one family. */
export interface Network extends Span<bigint> {
  readonly family: "ipv4" | "ipv6";
}

/** One rule of a network ACL: of what traffic it decides, and how. */
export interface AclRule {
  readonly direction: Direction;
  /** The rule of the lowest number that is about something decides it. */
  readonly number: number;
  readonly isAllowing: boolean;
  /** Undefined for all, and for one that is not known. */
  readonly protocol: string | undefined;
  /** Ports, or ICMP types with their codes; undefined for all of them. */
  readonly numbers: Span<number> | undefined;
  /** Undefined where it is not known. */
  readonly network: Network | undefined;
  /** What the deployment decides: the rule is about nothing where one of these turns out otherwise. */
  readonly doubts: readonly string[];
  readonly value: Value;
}

/** Rules as they are written: in the ACL itself, or in resources of their own. */
export interface AclRules {
  /** In the order in which they are asked. */
  readonly rules: readonly AclRule[];
  /** What may be any number of rules, or may stand anywhere among them. */
  readonly unordered: readonly string[];
}

const PORTS = ["from_port", "to_port"] as const;
export const LAST_NUMBER = 65535;
/** An ICMP type and its code as one number, so that all codes of a type are a span. */
const CODES = 256;

/**
 * @param written each rule with its direction; undefined for what says itself whether it is egress
 * @param now a text as things are called now
 */
export function aclRules(
  written: readonly (readonly [Value, Direction | undefined])[],
  now: (text: string) => string,
): AclRules {
  const read = written.map(([rule, direction]) => readRule(rule, direction, now));
  return {
    rules: read.flatMap(({ rules }) => rules).sort((one, other) => one.number - other.number),
    unordered: read.flatMap(({ unordered }) => unordered).sort(),
  };
}

function readRule(rule: Value, written: Direction | undefined, now: (text: string) => string): AclRules {
  const number = Number(first(rule, "rule_no", "rule_number").text ?? NaN);
  if (rule.isUnknown || Number.isNaN(number)) return { rules: [], unordered: [now(rule.legible)] };
  const { doubts, ...about } = aboutOf(rule, now);
  const action = first(rule, "action", "rule_action");
  const rules = directionsOf(rule, written).flatMap(([direction, doubt]): AclRule[] => {
    const whole = { ...about, direction, number, value: rule, doubts: [...doubts, ...doubt] };
    const denying = { ...whole, isAllowing: false };
    if (!action.isUnknown) return [{ ...whole, isAllowing: action.is("allow") === "yes" }];
    // It denies where it does not allow.
    return [{ ...whole, isAllowing: true, doubts: [...whole.doubts, `allow: ${now(action.legible)}`] }, denying];
  });
  return { rules, unordered: [] };
}

function directionsOf(
  rule: Value,
  written: Direction | undefined,
): readonly (readonly [Direction, doubt: readonly string[]])[] {
  if (written) return [[written, []]];
  const egress = rule.value("egress");
  if (egress.isUnknown) return DIRECTIONS.map((direction) => [direction, [`${direction}: ${egress.legible}`]]);
  return [[egress.is(true) === "yes" ? "egress" : "ingress", []]];
}

function aboutOf(
  rule: Value,
  now: (text: string) => string,
): Pick<AclRule, "protocol" | "numbers" | "network" | "doubts"> {
  const written = rule.value("protocol");
  const protocol = protocolOf(written.text ?? "");
  const numbers = numbersOf(rule, protocol);
  const cidr = ["cidr_block", "ipv6_cidr_block"].map((name) => rule.value(name)).find(({ data }) => data);
  const network = networkOf(cidr?.text ?? "");
  const doubt = (name: string, value: Value | undefined) => `${name}: ${now(value?.legible ?? "nothing")}`;
  return {
    protocol: written.isUnknown || protocol === ALL_PROTOCOLS ? undefined : protocol,
    numbers: numbers === "unknown" ? undefined : numbers,
    network,
    doubts: [
      ...(written.isUnknown ? [doubt("protocol", written)] : []),
      ...(numbers === "unknown" ? PORTS.map((name) => doubt(name, rule.value(name))) : []),
      ...(network ? [] : [doubt("network", cidr)]),
    ],
  };
}

/** Of other protocols than these, AWS looks at no ports. */
function numbersOf(rule: Value, protocol: string): Span<number> | "unknown" | undefined {
  const numberOf = (name: string) => {
    const value = rule.value(name);
    return value.isAbsent ? 0 : Number(value.text ?? NaN);
  };
  if (protocol === "tcp" || protocol === "udp") return spanOf(...(PORTS.map(numberOf) as [number, number]));
  if (protocol !== "icmp" && protocol !== "icmpv6") return undefined;
  const [type, code] = [numberOf("icmp_type"), numberOf("icmp_code")];
  if (type === -1) return undefined;
  return code === -1
    ? spanOf(type * CODES, type * CODES + CODES - 1)
    : spanOf(type * CODES + code, type * CODES + code);
}

function spanOf(first: number, last: number): Span<number> | "unknown" {
  return Number.isNaN(first + last) ? "unknown" : { first, last: Math.min(last, LAST_NUMBER) };
}

function networkOf(text: string): Network | undefined {
  if (!ipaddr.isValidCIDR(text)) return undefined;
  const [address, length] = ipaddr.parseCIDR(text);
  const bytes = address.toByteArray();
  const rest = 2n ** BigInt(bytes.length * 8 - length);
  const number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const first = number - (number % rest);
  return { family: address.kind(), first, last: first + rest - 1n };
}

function first(rule: Value, ...names: readonly string[]): Value {
  return names.map((name) => rule.value(name)).find((value) => !value.isAbsent) ?? rule.value(names[0]!);
}
