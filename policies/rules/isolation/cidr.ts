import ipaddr from "ipaddr.js";
import type { Answer } from "../../answer";
import { hasMark } from "../../model/symbolic";
import type { Value } from "../../model/value";

/** Whether every address of an IPv4 network is in another one. A text that is no network is in none. */
export function isWithin(inner: string, outer: string): boolean {
  const [small, large] = [rangeOf(inner), rangeOf(outer)];
  return small !== undefined && large !== undefined && small.first >= large.first && small.last <= large.last;
}

export function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

/** Whether what stands there is a network within any of these. */
export function isNetworkWithin(value: Value, ...outer: readonly string[]): Answer {
  const { text } = value;
  if (text === undefined) return value.isUnknown ? "unknown" : "no";
  if (hasMark(text)) return "unknown";
  return outer.some((network) => isWithin(text, network)) ? "yes" : "no";
}

function rangeOf(text: string): { readonly first: number; readonly last: number } | undefined {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return undefined;
  const [address, bits] = ipaddr.IPv4.parseCIDR(text);
  const size = 2 ** (32 - bits);
  const number = address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const first = number - (number % size);
  return { first, last: first + size - 1 };
}
