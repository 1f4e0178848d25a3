import type { Context } from "../../policies/context";
import type { Resource } from "../../policies/model/resource";
import { valuesAt } from "../../policies/model/values-at";
import type { Pair, Pairing } from "./pairing";

/** What of a thing can stand in resources of their own. */
export interface PartsTable {
  /** The type of a part → the types of what it is a part of, and the attribute that names that. */
  readonly parts: ReadonlyMap<string, readonly [owners: readonly string[], names: string]>;
  /** The type of a thing → where it has such parts in itself. */
  readonly inline: (type: string) => readonly string[];
}

/** A thing of the output with its parts, or one that is named and not in it. */
export interface Owner {
  readonly type: string;
  readonly stack: string;
  /** Its address as it is now, or what names it. */
  readonly text: string;
  readonly was?: Resource;
  readonly is?: Resource;
}

/** A thing of which a part differs. */
export interface Touched {
  readonly owner: Owner;
  /** What differs, as it was and as it is. */
  readonly parts: readonly Resource[];
  /** Whether a part came, went or is of something else now. */
  readonly isMoved: boolean;
  /** Whether that, or several differ. */
  readonly isOther: boolean;
}

/** Everything that is there before and after, and of which a part differs. Of what is new or gone itself, nothing is. */
export function touchedOwners(found: Pairing, differing: readonly Pair[], table: PartsTable): readonly Touched[] {
  const owners = new Owners(found, table);
  for (const part of found.removed) owners.touch(owners.wasOf(part), [part], true);
  for (const part of found.added) owners.touch(owners.isOf(part), [part], true);
  for (const { base, head } of differing) {
    owners.touchInline(base, head);
    const [was, is] = [owners.wasOf(base), owners.isOf(head)];
    owners.touch([...was, ...is], [base, head], was.map(keyOf).join() !== is.map(keyOf).join());
  }
  return owners.touched;
}

/** Finds of what each part is, before and after. */
class Owners {
  private readonly now: ReadonlyMap<Resource, Resource>;
  private readonly before: ReadonlyMap<Resource, Resource>;
  private readonly added: ReadonlySet<Resource>;
  private readonly found = new Map<string, Touched>();

  constructor(
    private readonly pairing: Pairing,
    private readonly table: PartsTable,
  ) {
    this.now = new Map(pairing.pairs.map(({ base, head }) => [base, head]));
    this.before = new Map(pairing.pairs.map(({ base, head }) => [head, base]));
    this.added = new Set(pairing.added);
  }

  get touched(): readonly Touched[] {
    return [...this.found.values()];
  }

  touch(owners: readonly Owner[], parts: readonly Resource[], isMoved: boolean): void {
    for (const owner of owners) {
      const key = keyOf(owner);
      const known = this.found.get(key);
      // Both sides of one part are one.
      const isKnown = known?.parts.includes(parts[0]!) ?? false;
      const isSecond = known !== undefined && !isKnown;
      this.found.set(key, {
        owner: known?.owner ?? owner,
        parts: isKnown ? known!.parts : [...(known?.parts ?? []), ...parts],
        isMoved: isMoved || (known?.isMoved ?? false),
        isOther: isMoved || isSecond || (known?.isOther ?? false),
      });
    }
  }

  touchInline(base: Resource, head: Resource): void {
    for (const path of this.table.inline(head.type)) {
      const [was, is] = [base, head].map((each) => saidAt(each, path)) as [readonly string[], readonly string[]];
      if (was.join() === is.join()) continue;
      const owner = { type: head.type, stack: head.stack, text: head.address, was: base, is: head };
      this.touch([owner], [base, head], was.length !== is.length);
    }
  }

  wasOf(part: Resource): readonly Owner[] {
    return this.named(part).flatMap(({ type, text, target }): readonly Owner[] => {
      const renamed = this.pairing.renames.of(part.stack).text(text);
      if (!target) return [{ type, stack: part.stack, text: renamed }];
      const is = this.now.get(target);
      return is ? [{ type: is.type, stack: is.stack, text: is.address, was: target, is }] : [];
    });
  }

  isOf(part: Resource): readonly Owner[] {
    return this.named(part).flatMap(({ type, text, target }): readonly Owner[] => {
      if (!target) return [{ type, stack: part.stack, text }];
      const was = this.before.get(target);
      const owner = { type: target.type, stack: target.stack, text: target.address, is: target };
      return this.added.has(target) ? [] : [{ ...owner, ...(was ? { was } : {}) }];
    });
  }

  private named(part: Resource) {
    const [types, names] = this.table.parts.get(part.type) ?? [];
    if (types === undefined || names === undefined) return [];
    return part
      .value(names)
      .items()
      .map((value) => {
        const target = value.target(...types);
        return {
          type: types[0]!,
          text: value.legible,
          target: target.kind === "resource" ? target.resource : undefined,
        };
      });
  }
}

const keyOf = ({ type, stack, text }: Owner): string => [type, stack, text].join("\n");

const saidAt = (resource: Resource, path: string): readonly string[] =>
  valuesAt(resource, path)
    .filter((value) => !value.isAbsent && value.data !== "")
    .map(({ data }) => JSON.stringify(data));

/** Whether a part is of this side, and not only of the other one. */
export function isOf({ model }: Context, part: Resource): boolean {
  return model.resource(part.stack, part.address) === part;
}

/** The resources of a type that are parts of a thing, as one side has them, by the attribute that names the thing. */
export function partsOf(
  owner: Owner,
  side: "was" | "is",
  [type, names]: readonly [type: string, names: string],
  { model }: Context,
): readonly Resource[] {
  const thing = owner[side];
  if (thing) return thing.companions(type, names);
  return model.resourcesIn(owner.stack, type).filter((part) => part.value(names).legible === owner.text);
}
