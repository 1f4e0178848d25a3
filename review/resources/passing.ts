import ipaddr from "ipaddr.js";
import { LAST_NUMBER, type AclRule, type Network } from "./acl-rules";
import { DIRECTIONS, type Direction } from "./ways";

/** Traffic that no two rules of those that were asked tell apart. */
export interface Traffic {
  readonly direction: Direction;
  /** Undefined for every one that no rule names. */
  readonly protocol: string | undefined;
  readonly number: number;
  readonly family: Network["family"];
  readonly address: bigint;
  /** What the deployment decides that way. */
  readonly holds: ReadonlySet<string>;
}

/** What one rule lets through now. */
export interface Passing {
  readonly rule: AclRule;
  /** Whether all that the rule decides was kept out before. */
  readonly isWhole: boolean;
  readonly example: Traffic;
}

/**
 * What rules let through that others did not, by the rules that decide so. It is proved over all traffic that any of them
 * tells apart, and over all that the deployment may decide.
 *
 * @param before, after in the order in which they are asked; what none of them is about is kept out
 */
export function newlyPassing(before: readonly AclRule[], after: readonly AclRule[]): readonly Passing[] {
  const examples = new Map<AclRule, Traffic>();
  const passed = new Set<AclRule>();
  for (const traffic of distinctTraffic([...before, ...after])) {
    const rule = decidingOf(after, traffic);
    if (!rule?.isAllowing) continue;
    if (decidingOf(before, traffic)?.isAllowing) passed.add(rule);
    else if (!examples.has(rule)) examples.set(rule, traffic);
  }
  return [...examples].map(([rule, example]) => ({ rule, example, isWhole: !passed.has(rule) }));
}

function decidingOf(rules: readonly AclRule[], traffic: Traffic): AclRule | undefined {
  return rules.find((rule) => isAbout(rule, traffic));
}

function isAbout({ direction, protocol, numbers, network, doubts }: AclRule, traffic: Traffic): boolean {
  return (
    direction === traffic.direction &&
    (protocol === undefined || protocol === traffic.protocol) &&
    (numbers === undefined || (numbers.first <= traffic.number && traffic.number <= numbers.last)) &&
    (network === undefined || isIn(traffic, network)) &&
    doubts.every((doubt) => traffic.holds.has(doubt))
  );
}

function isIn({ family, address }: Traffic, network: Network): boolean {
  return family === network.family && network.first <= address && address <= network.last;
}

function* distinctTraffic(rules: readonly AclRule[]): Generator<Traffic> {
  for (const direction of DIRECTIONS) {
    const own = rules.filter((rule) => rule.direction === direction);
    for (const holds of worldsOf(own.flatMap(({ doubts }) => doubts)))
      for (const protocol of new Set([undefined, ...own.map((rule) => rule.protocol)]))
        for (const number of numbersOf(own))
          for (const [family, address] of addressesOf(own))
            yield { direction, protocol, number, family, address, holds };
  }
}

/** Each way in which the deployment may decide. */
function worldsOf(doubts: readonly string[]): readonly ReadonlySet<string>[] {
  return [...new Set(doubts)].reduce<readonly ReadonlySet<string>[]>(
    (worlds, doubt) => worlds.flatMap((world) => [world, new Set([...world, doubt])]),
    [new Set<string>()],
  );
}

/** From each of them to the next, no rule tells one from another. */
function numbersOf(rules: readonly AclRule[]): ReadonlySet<number> {
  const ends = rules.flatMap(({ numbers }) => (numbers ? [numbers.first, numbers.last + 1] : []));
  return new Set([0, ...ends.filter((number) => number <= LAST_NUMBER)]);
}

function addressesOf(rules: readonly AclRule[]): readonly (readonly [Network["family"], bigint])[] {
  const ends = (["ipv4", "ipv6"] as const).flatMap((family) => {
    const own = rules.flatMap(({ network }) => (network?.family === family ? network : []));
    const addresses = new Set([0n, ...own.flatMap(({ first, last }) => [first, last + 1n])]);
    return [...addresses].map((address) => [family, address] as const);
  });
  return ends.filter(([family, address]) => address < SIZES[family]);
}

const SIZES: Readonly<Record<Network["family"], bigint>> = { ipv4: 2n ** 32n, ipv6: 2n ** 128n };

/** `10.0.0.1` */
export function addressText({ family, address }: Traffic): string {
  const length = family === "ipv4" ? 4 : 16;
  const bytes = Array.from({ length }, (_, index) => Number((address >> BigInt(8 * (length - 1 - index))) & 255n));
  return ipaddr.fromByteArray(bytes).toString();
}
