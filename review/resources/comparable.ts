import { isObject, type Data } from "../../policies/model/data";
import type { Resource } from "../../policies/model/resource";
import { spelled } from "../spelling";
import type { Renamed } from "./renamed";

/** What a resource says of itself, in one form: however it was written, the same thing looks the same. */
export type Comparable = string | readonly Comparable[] | { readonly [key: string]: Comparable };

/** A comment, what only orders, and what is part of the address or of the place. */
const UNCOMPARED = ["//", "provider", "depends_on", "tags_all", "timeouts"];

/**
 * Everything that is configured, with references resolved, texts of JSON as what they say, single blocks without their
 * list, and nothing that says nothing.
 */
export function comparable(resource: Resource, renamed: Renamed): Readonly<Record<string, Comparable>> {
  const found: Record<string, Comparable> = {};
  for (const [name, value] of Object.entries(isObject(resource.root.data) ? resource.root.data : {})) {
    if (UNCOMPARED.includes(name)) continue;
    const meaning = meant(value as Data, renamed);
    if (meaning !== undefined) found[name] = meaning;
  }
  return found;
}

/** @returns undefined for what says nothing: null, and what is empty */
export function meant(node: Data, renamed: Renamed): Comparable | undefined {
  if (node === null || node === "") return undefined;
  if (typeof node === "string") return textMeant(node, renamed);
  if (typeof node !== "object") return String(node);
  if (Array.isArray(node)) return listMeant(node as readonly Data[], renamed);
  const entries = Object.entries(node as Readonly<Record<string, Data>>).flatMap(([key, value]) => {
    const meaning = meant(value, renamed);
    return meaning === undefined ? [] : [[key, meaning] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function listMeant(list: readonly Data[], renamed: Renamed): Comparable | undefined {
  const items = list.flatMap((item) => meant(item, renamed) ?? []);
  if (items.length === 0) return undefined;
  return items.length === 1 && isObject(items[0]) ? items[0] : items;
}

function textMeant(text: string, renamed: Renamed): Comparable {
  const now = renamed.text(text);
  if (!/^\s*[[{]/.test(now)) return spelled(now);
  try {
    return jsonMeant(JSON.parse(now) as Data);
  } catch {
    return now;
  }
}

/** In a text of JSON, nothing and what is empty say something, and a text is no number, whatever stands in it. */
function jsonMeant(node: Data): Comparable {
  if (typeof node === "string") return /^$|^["\d-]|^(true|false|null)$/.test(node) ? JSON.stringify(node) : node;
  if (typeof node !== "object" || node === null) return String(node);
  if (Array.isArray(node)) return node.length === 0 ? "[]" : (node as readonly Data[]).map(jsonMeant);
  const entries = Object.entries(node as Readonly<Record<string, Data>>);
  return entries.length === 0 ? "{}" : Object.fromEntries(entries.map(([key, value]) => [key, jsonMeant(value)]));
}
