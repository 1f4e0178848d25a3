import { legible } from "../../policies/model/symbolic";

/** What a rule of a network lets through, or keeps out. */
export const DIRECTIONS = ["ingress", "egress"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const ALL_PROTOCOLS = "all";
/** @see https://www.iana.org/assignments/protocol-numbers */
const PROTOCOLS: Readonly<Record<string, string>> = {
  "-1": ALL_PROTOCOLS,
  "1": "icmp",
  "6": "tcp",
  "17": "udp",
  "50": "esp",
  "51": "ah",
  "58": "icmpv6",
  "112": "vrrp",
};

/** A protocol by its name, however it is written. */
export function protocolOf(written: string): string {
  return PROTOCOLS[written] ?? written.toLowerCase();
}

/** `in tcp 443 from 10.0.0.0/8`, for after `lets`. */
export function toldWay(
  direction: string,
  protocol: string,
  ports: readonly [from: number, to: number] | undefined,
  peer: string,
): string {
  const [from, to] = ports ?? [];
  const span = from === to ? `${from}` : `${from}–${to}`;
  const what = protocol === ALL_PROTOCOLS ? "everything" : ports ? `${protocol} ${span}` : protocol;
  return direction === "ingress" ? `in ${what} from ${legible(peer)}` : `out ${what} to ${legible(peer)}`;
}
