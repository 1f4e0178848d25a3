import type { Context } from "../../policies/context";
import type { Model } from "../../policies/model/model";
import type { Resource } from "../../policies/model/resource";
import type { StackSource } from "../../policies/model/source";
import { once } from "../../policies/once";
import { canonical } from "../canonical";
import { comparable } from "./comparable";
import { relocated } from "./relocated";
import { Renamed, Renames } from "./renamed";

/** The same thing before and after a change. */
export interface Pair {
  readonly base: Resource;
  readonly head: Resource;
  /**
   * `declared`: a `moved` block keeps the instance. `undeclared`: it has another address, and Terraform, which knows
   * things by their addresses, takes it for another one.
   */
  readonly moved: "no" | "declared" | "undeclared";
}

export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly removed: readonly Resource[];
  readonly added: readonly Resource[];
  readonly renames: Renames;
}

/**
 * Finds everything that is there before and after: by its address, by a `moved` block, and else by what it says. A
 * construct's id is part of the addresses of all that it builds, so that a rename or a move of it renames them all.
 */
export function pairing(base: Context, head: Context): Pairing {
  const { everywhere, within } = relocated(base.estate, head.estate);
  const stacks = [...new Set([...base.model.stacks, ...head.model.stacks])];
  const sources = new Map(head.model.sources.map((source) => [source.stack, source]));
  const found = stacks.map((stack) => ({
    stack,
    ...pairedIn(inStack(base.model, stack), inStack(head.model, stack), sources.get(stack)),
  }));
  return {
    pairs: found.flatMap(({ pairs }) => pairs),
    removed: found.flatMap(({ removed }) => removed),
    added: found.flatMap(({ added }) => added),
    renames: new Renames(
      new Map(
        found.map(({ stack, renamed }) => [stack, new Renamed(renamed, [...everywhere, ...(within.get(stack) ?? [])])]),
      ),
      everywhere,
    ),
  };
}

function inStack(model: Model, stack: string): readonly Resource[] {
  return byStack(model).get(stack) ?? [];
}

const byStack = once((model: Model): ReadonlyMap<string, readonly Resource[]> => {
  const stacks = new Map<string, Resource[]>(model.stacks.map((stack) => [stack, []]));
  for (const resource of model.resources()) stacks.get(resource.stack)!.push(resource);
  return stacks;
});

function pairedIn(
  before: readonly Resource[],
  after: readonly Resource[],
  source: StackSource | undefined,
): Omit<Pairing, "renames"> & { readonly renamed: ReadonlyMap<string, string> } {
  const now = new Map(after.map((resource) => [resource.address, resource]));
  const moves = endsOf(source?.moves ?? []);
  const targets = new Set(moves.values());
  const pairs: Pair[] = [];
  const lone: Resource[] = [];
  for (const resource of before) {
    const to = now.has(resource.address) ? undefined : moves.get(resource.address);
    // Nothing becomes a thing of another type: Terraform destroys the one and creates the other.
    const moved = to !== undefined && now.get(to)?.type !== resource.type ? undefined : to;
    const head = now.get(moved ?? resource.address);
    if (!head) lone.push(resource);
    else {
      // A plan's prior state already has what moved at its new address.
      const isMove = moved !== undefined || targets.has(head.address);
      pairs.push({ base: resource, head, moved: isMove ? "declared" : "no" });
    }
    if (head) now.delete(head.address);
  }
  const alike = pairedByContent(lone, [...now.values()]);
  const renamed = new Map(
    [...pairs, ...alike]
      .filter(({ base, head }) => base.address !== head.address)
      .map(({ base, head }) => [base.address, head.address] as const),
  );
  const known = new Set(alike.flatMap(({ base, head }) => [base, head]));
  return {
    pairs: [...pairs, ...alike],
    removed: lone.filter((each) => !known.has(each)),
    added: [...now.values()].filter((each) => !known.has(each)),
    renamed,
  };
}

/** Where each is in the end: what moved once may move on. */
function endsOf(moves: StackSource["moves"]): ReadonlyMap<string, string> {
  const next = new Map(moves.map(({ from, to }) => [from, to]));
  const endOf = (from: string): string => {
    const passed = new Set<string>();
    let at = from;
    while (next.has(at) && !passed.has(at)) {
      passed.add(at);
      at = next.get(at)!;
    }
    return at;
  };
  return new Map([...next.keys()].map((from) => [from, endOf(from)]));
}

/** What went and what came and says the same: several of one content go by the ends of their construct paths. */
function pairedByContent(gone: readonly Resource[], come: readonly Resource[]): readonly Pair[] {
  if (gone.length === 0 || come.length === 0) return [];
  const candidates = new Map<string, Resource[]>();
  for (const resource of come) {
    for (const key of likenesses(resource)) candidates.set(key, [...(candidates.get(key) ?? []), resource]);
  }
  const taken = new Set<Resource>();
  const pairs: Pair[] = [];
  // The whole content tells more than the name alone, so that it goes first for all.
  for (const kind of [0, 1]) {
    for (const base of gone.filter((each) => !taken.has(each))) {
      const key = likenesses(base)[kind];
      const free = key === undefined ? [] : (candidates.get(key) ?? []).filter((each) => !taken.has(each));
      const [head] = [...free].sort((one, other) => alikeness(base, other) - alikeness(base, one));
      if (!head) continue;
      taken.add(base).add(head);
      pairs.push({ base, head, moved: "undeclared" });
    }
  }
  return pairs;
}

/** What it says apart from whom in its stack it names; and the name that AWS knows it by, where it has one. */
function likenesses(resource: Resource): readonly string[] {
  const content = canonical(comparable(resource, Renamed.nothing)).replace(
    /(?<=\b(?:aws)_\w+\.)[A-Za-z_][\w-]*/g,
    "‹›",
  );
  const name = ["bucket", "name", "name_prefix"].map((path) => resource.value(path).text).find(Boolean);
  return [`${resource.type} ${content}`, ...(name ? [`${resource.type} ${name}`] : [])];
}

/** How many of the last steps of two construct paths are the same. */
function alikeness(one: Resource, other: Resource): number {
  const [steps, others] = [one, other].map(({ constructPath, name }) => (constructPath ?? name).split("/").reverse());
  const differs = steps!.findIndex((step, index) => step !== others![index]);
  return differs < 0 ? steps!.length : differs;
}
