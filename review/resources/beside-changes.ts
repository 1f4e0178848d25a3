import type { Context } from "../../policies/context";
import { resourceType } from "../../policies/catalogue/resource-type";
import type { Model } from "../../policies/model/model";
import { hasHole, holesOf } from "../../policies/model/symbolic";
import { FILE } from "../../policies/model/other-files";
import type { Block, StackSource } from "../../policies/model/source";
import { canonical } from "../canonical";
import { CONTROLS_OF_DOCUMENTS } from "../access/document-changes";
import type { Change } from "../entry";
import type { Renames } from "./renamed";
import { differing, toldChange } from "./parts";

/** That nobody judged it is what somebody must approve. */
const UNJUDGED = "G55";

/**
 * What differs in what Terraform reads and no policy can: data sources, modules, variables, checks, other providers,
 * other files in its folder, and what a function makes of a local. Whether it is harmless is for somebody to say, wherever a resource reads it.
 */
export function besideChanges(
  before: StackSource,
  after: StackSource,
  head: Context,
  renames: Renames,
): readonly Change[] {
  const renamed = renames.of(after.stack);
  const [was, is] = [partsOf(before), partsOf(after)];
  const differs = [...new Set([...was.keys(), ...is.keys()])].filter(
    (address) => canonical(was.get(address)) !== canonical(is.get(address)),
  );
  return differs.flatMap((address) => {
    const readers = readersOf(address, after, head.model);
    if (address.startsWith("local.") && readers.length === 0) return [];
    const meaning = meaningOf(address, readers, after);
    const [one, other] = [was.get(address), is.get(address)];
    const found = differing({ [BODY]: one }, { [BODY]: other }, renamed);
    return found.map(({ path, ...sides }) => {
      const within = path.slice(BODY.length + 1);
      const at = placeOf(address, within);
      const told = { ...sides, path: at.path || address };
      const change = toldChange({ stack: after.stack, address: at.address }, told, meaning);
      return { ...change, path: at.path, details: readers.map((reader) => `read by ${reader.address}`) };
    });
  });
}

/** As policies tell it: a file is something of the stack. */
function placeOf(address: string, within: string): { readonly address: string; readonly path: string } {
  if (address.startsWith(FILE)) return { address: "stack", path: address.slice(FILE.length) };
  return { address: address.replace(/^removed\./, ""), path: within };
}

const BODY = "body";

function partsOf({ beside, locals }: StackSource): ReadonlyMap<string, unknown> {
  const ofLocals = Object.entries(locals).map(([name, value]) => [`local.${name}`, value] as const);
  return new Map([...Object.entries(beside), ...ofLocals]);
}

/** A data source of AWS's that nothing reads decides about nothing. */
function meaningOf(
  address: string,
  readers: readonly Block[],
  { unread }: StackSource,
): Pick<Change, "verdict" | "controls"> {
  const isJudged = address.startsWith("data.") && !unread.some((each) => each.address === address);
  if (isJudged && readers.length === 0) return { verdict: "other", controls: [] };
  const documents = readers.flatMap(({ type }) => Object.values(resourceType(type)?.policies ?? {}));
  return {
    verdict: "weaker",
    controls: [...new Set([UNJUDGED, ...documents.flatMap((kind) => CONTROLS_OF_DOCUMENTS[kind])])],
  };
}

/** The resources of which something cannot be known that comes from there, by whatever way. */
function readersOf(address: string, source: StackSource, model: Model): readonly Block[] {
  const names = namesReading(address, source);
  return source.blocks.filter((block) => {
    if (!mentions(saidOf(block), names)) return false;
    const root = model.resource(source.stack, block.address)?.root.data;
    const text = JSON.stringify(root);
    return source.kind === "plan" && block.expressions ? hasHole(text) : mentions(holesOf(text).join("\n"), names);
  });
}

const saidOf = ({ body, expressions }: Block): string => JSON.stringify([body, expressions]);

/** The address, and each local and data source that reads it. */
function namesReading(address: string, source: StackSource): readonly string[] {
  const parts = [...partsOf(source)].map(([name, body]) => [name, JSON.stringify(body)] as const);
  const names = [address.replace(/^variable\./, "var.")];
  for (let known = 0; known < names.length;) {
    known = names.length;
    names.push(...parts.filter(([name, text]) => !names.includes(name) && mentions(text, names)).map(([name]) => name));
  }
  return names;
}

function mentions(text: string | undefined, names: readonly string[]): boolean {
  return names.some((name) => {
    for (let at = text?.indexOf(name) ?? -1; at >= 0; at = text!.indexOf(name, at + 1)) {
      if (!/[\w-]/.test(text![at + name.length] ?? "") && !/[\w.-]/.test(text![at - 1] ?? "")) return true;
    }
    return false;
  });
}
