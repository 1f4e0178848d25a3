import ipaddr from "ipaddr.js";
import { canonical } from "./canonical";

const MINUTES: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };

/** A text in the one spelling of all that mean the same to AWS: schedules, ranges of addresses, whole numbers. */
export function spelled(text: string): string {
  if (text.startsWith("rate(")) return rate(text);
  if (text.startsWith("cron(")) return cron(text);
  // `1.0` is 1 wherever a number is asked for; `1.10` may be a version, and then is not 1.1.
  if (/^-?\d+\.0+$/.test(text)) return text.slice(0, text.indexOf("."));
  if (/^[0-9A-Fa-f.:]+\/\d{1,3}$/.test(text)) return range(text);
  return text;
}

function rate(text: string): string {
  const [, count, unit] = /^rate\(\s*(\d+)\s+(minute|hour|day)s?\s*\)$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) return text;
  const minutes = Number(count) * MINUTES[unit]!;
  const said = (["day", "hour", "minute"] as const).find((each) => minutes % MINUTES[each]! === 0)!;
  const number = minutes / MINUTES[said]!;
  return `rate(${number} ${said}${number === 1 ? "" : "s"})`;
}

function cron(text: string): string {
  const fields = text
    .slice("cron(".length)
    .replace(/\)\s*$/, "")
    .trim()
    .split(/\s+/);
  return `cron(${fields.map((field) => field.toUpperCase().replace(/(?<![\w.])0+(?=\d)/g, "")).join(" ")})`;
}

/** As AWS keeps it: without what its length leaves out. */
function range(text: string): string {
  if (!ipaddr.isValidCIDR(text)) return text;
  const [address, length] = ipaddr.parseCIDR(text);
  const network =
    address.kind() === "ipv4" ? ipaddr.IPv4.networkAddressFromCIDR(text) : ipaddr.IPv6.networkAddressFromCIDR(text);
  return `${network.toString()}/${length}`;
}

/**
 * The same for texts of JSON that say the same, whatever the order of their keys and the spelling of their numbers. A
 * number is no text, nor is a truth: what matches events tells them apart.
 */
export function spelledJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return canonical(typed(JSON.parse(text)));
  } catch {
    return undefined;
  }
}

/** Every scalar as JSON writes it, so that nothing is nothing and no text is taken for a number. */
function typed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(typed);
  if (typeof node !== "object" || node === null) return JSON.stringify(node);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, typed(value)]));
}
