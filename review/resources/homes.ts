import type { Touched } from "./owners";

/** Of what something is a part, by its stack and address: a policy says the same of it in whichever part it is written. */
export class Homes {
  private readonly homes = new Map<string, string>();
  private readonly within = new Map<string, readonly string[]>();

  /** @param inline where a thing of a type has such parts in itself */
  constructor(touched: readonly Touched[], inline: (type: string) => readonly string[]) {
    for (const { owner, parts } of touched) {
      const home = [owner.type, owner.stack, owner.text].join(" ");
      const things = [owner.was, owner.is].flatMap((thing) => thing ?? []);
      for (const thing of things) this.within.set(keyOf(thing), inline(owner.type));
      for (const part of [...parts, ...things]) this.homes.set(keyOf(part), home);
    }
  }

  /** @returns nothing where it is told of the thing for something else */
  of(finding: { readonly stack: string; readonly address: string; readonly jsonPath: string }): string | undefined {
    const within = this.within.get(keyOf(finding));
    const isPart =
      !within || finding.jsonPath === "" || within.some((path) => finding.jsonPath.startsWith(path.split(".")[0]!));
    return isPart ? this.homes.get(keyOf(finding)) : undefined;
  }
}

const keyOf = ({ stack, address }: { readonly stack: string; readonly address: string }): string =>
  `${stack}/${address}`;
