import ipaddr from "ipaddr.js";
import { dateOf, instant } from "./instant";
import type { Scale } from "./operators";

/** What an ordered test compares with: a point, where both ends are the same, or a range of addresses. */
export interface Bound {
  readonly low: number | bigint;
  readonly high: number | bigint;
}

/** IPv4 addresses come after every IPv6 address, so that one order holds both and no range of one meets the other. */
const IPV4 = 1n << 128n;

/**
 * A number, an instant in seconds since 1970, or an address or CIDR range, as a place on its scale.
 *
 * @returns undefined for what is none
 */
export function bound(scale: Scale, text: string): Bound | undefined {
  if (scale === "address") return addresses(text);
  const value = scale === "date" ? instant(text) : number(text);
  return value === undefined ? undefined : { low: value, high: value };
}

function number(text: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

function addresses(text: string): Bound | undefined {
  const [address, length] = text.split("/");
  if (address === undefined || !(ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address))) {
    return undefined;
  }
  const parsed = ipaddr.parse(address);
  const bits = parsed.kind() === "ipv4" ? 32 : 128;
  const prefix = length === undefined ? bits : Number(length);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > bits || length === "") return undefined;
  const value = parsed.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const rest = BigInt(bits - prefix);
  const low = ((value >> rest) << rest) + (bits === 32 ? IPV4 : 0n);
  return { low, high: low + (1n << rest) - 1n };
}

/** The text of a place on a scale, as a request would carry it. */
export function textOf(scale: Scale, value: number | bigint): string {
  if (scale === "number") return String(value);
  if (scale === "date") return dateOf(Number(value));
  const place = BigInt(value);
  const four = place >= IPV4;
  const bytes = Array.from({ length: four ? 4 : 16 }, (_, at) =>
    Number(((four ? place - IPV4 : place) >> BigInt(8 * ((four ? 3 : 15) - at))) & 255n),
  );
  return ipaddr.fromByteArray(bytes).toString();
}
