import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { canonical } from "../../config/digest";
import { digestOf } from "../../config/drain-evidence";

export type Item = Record<string, AttributeValue>;

/** What an item of a users' table is found by. */
const KEY = ["subject", "record"] as const;

/**
 * The one subject that is nobody: under it lie the drain's own marks in the target's table, while an import is under way.
 */
export const MARKS = "clover-drain";

export function keyOf(item: Item): Item {
  return Object.fromEntries(KEY.map((name) => [name, item[name]!]));
}

/** Of an item's key: it may be somebody's name, so it is never kept itself. */
export function keyDigest(item: Item): string {
  return digestOf(canonicalItem(keyOf(item)));
}

/** Of a whole item, whichever way its sets and attributes are ordered. */
export function itemDigest(item: Item): string {
  return digestOf(canonicalItem(item));
}

/** A set has no order, bytes are no JSON, and one number is written in several ways. */
function canonicalItem(item: Item): string {
  const plain: unknown = JSON.parse(
    JSON.stringify(item, function (this: Record<string, unknown>, name: string, value: unknown) {
      const own = this[name];
      if (own instanceof Uint8Array) return Buffer.from(own).toString("base64");
      if (name === "N" && typeof value === "string") return numberText(value);
      if (!["SS", "NS", "BS"].includes(name) || !Array.isArray(value)) return value;
      return [...value].map((member) => (name === "NS" ? numberText(String(member)) : textOf(member))).sort();
    }),
  );
  return canonical(plain);
}

const textOf = (member: unknown) =>
  member instanceof Uint8Array ? Buffer.from(member).toString("base64") : String(member);

/** Without the zeros that say nothing: `1.50`, `15E-1` and `1.5` are `15e-1`. */
function numberText(text: string): string {
  const [, sign, whole, part = "", exponent = "0"] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  if (whole === undefined) return text;
  const digits = (whole + part).replace(/^0+/, "");
  const trimmed = digits.replace(/0+$/, "");
  if (trimmed === "") return "0";
  const power = Number(exponent) - part.length + digits.length - trimmed.length;
  return `${sign === "-" ? "-" : ""}${trimmed}e${power}`;
}
