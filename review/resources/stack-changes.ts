import type { Context } from "../../policies/context";
import { isObject } from "../../policies/model/data";
import { own } from "../../policies/model/own";
import type { StackSource } from "../../policies/model/source";
import type { Change } from "../entry";
import { backendChanges } from "./backend-changes";
import { besideChanges } from "./beside-changes";
import type { Comparable } from "./comparable";
import { differences, type Difference } from "./differences";
import { differing, toldChange } from "./parts";
import type { Renamed, Renames } from "./renamed";

/** What it means that a part is another one. */
type Meaning = Pick<Change, "verdict" | "controls">;

/**
 * What differs beside resources: whose program deploys, where the state is, with which rights and tags, what is taken
 * over and what is handed out. No resource tells of it, and it decides about all of them.
 */
export function stackChanges(base: Context, head: Context, renames: Renames): readonly Change[] {
  const was = new Map(base.model.sources.map((source) => [source.stack, source]));
  return head.model.sources.flatMap((after) => {
    const before = was.get(after.stack);
    const renamed = renames.of(after.stack);
    return [
      ...(before ? terraformChanges(before, after, renamed) : []),
      ...(before ? backendChanges(before, after, renamed) : []),
      ...(before ? providerChanges(before, after, renamed) : []),
      ...importChanges(before, after, renamed),
      ...(before ? outputChanges(before, after, renamed) : []),
      ...(before ? besideChanges(before, after, head, renames) : []),
    ];
  });
}

/** A plan does not repeat it. */
function terraformChanges(before: StackSource, after: StackSource, renamed: Renamed): readonly Change[] {
  if (!before.terraform || !after.terraform) return [];
  const { backend: _was, ...was } = before.terraform;
  const { backend: _is, ...is } = after.terraform;
  return differing(was, is, renamed).map((difference) =>
    toldChange(
      { stack: after.stack, address: "stack" },
      { ...difference, path: `terraform.${difference.path}` },
      { verdict: "weaker", controls: ["G55"] },
    ),
  );
}

function providerChanges(before: StackSource, after: StackSource, renamed: Renamed): readonly Change[] {
  const bodiesOf = ({ providers }: StackSource) => new Map(providers.map(({ key, body }) => [key, body] as const));
  const [was, is] = [bodiesOf(before), bodiesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const at = { stack: after.stack, address: `provider.${key}` };
    const found = differing(was.get(key) ?? {}, is.get(key) ?? {}, renamed);
    return found.flatMap(byTag).map((difference) => toldChange(at, difference, meaningOf(difference.path)));
  });
}

/** Tags that came or went together are told one by one: the data class among them is what counts. */
function byTag(difference: Difference): readonly Difference[] {
  const { path, before, after } = difference;
  if (path !== "default_tags" && path !== "default_tags.tags") return [difference];
  const [was, is] = [before, after].map((side) => (isObject(side) ? side : {}) as Comparable);
  return differences(was, is, path).flatMap((each) => (each.path === path ? [each] : byTag(each)));
}

/** A tag says nothing but of what class data is, unless it is ignored. */
function meaningOf(path: string): Meaning {
  const isTag = isWithin(path, "default_tags") && !path.endsWith("data-class");
  if (isTag) return { verdict: "other", controls: [] };
  return { verdict: "weaker", controls: path.includes("tags") ? ["A5", "B10"] : ["A1"] };
}

/** What was imported once is there, whether or not the block stays. */
function importChanges(before: StackSource | undefined, after: StackSource, renamed: Renamed): readonly Change[] {
  const was = new Map((before?.blocks ?? []).map(({ address, importedId }) => [renamed.address(address), importedId]));
  const is = new Map(after.blocks.map(({ address, importedId }) => [address, importedId]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((address) => {
    const [one, other] = [was.get(address), is.get(address)];
    const verdict = other === undefined ? "other" : "weaker";
    return differing({ id: one }, { id: other }, renamed).map((difference) =>
      toldChange(
        { stack: after.stack, address },
        { ...difference, path: "import.id" },
        { verdict, controls: verdict === "other" ? [] : ["G55"] },
      ),
    );
  });
}

function outputChanges(before: StackSource, after: StackSource, renamed: Renamed): readonly Change[] {
  const names = new Set([...Object.keys(before.outputs), ...Object.keys(after.outputs)]);
  return [...names].flatMap((name) => {
    const [was, is] = [before, after].map(({ outputs }) => ({ value: own(outputs, name)?.value }));
    const at = { stack: after.stack, address: `output.${name}` };
    return differing(was!, is!, renamed).map((difference) =>
      toldChange(at, difference, { verdict: "other", controls: [] }),
    );
  });
}

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`);
}
