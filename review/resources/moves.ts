import type { Change } from "../entry";
import { whereIs } from "../where";
import { lossControls, lossUntilAgain, protectionOf } from "./fate";
import type { Pair } from "./pairing";

/** A construct that has another path, or a resource that has another address, with all that it took along. */
interface Move {
  readonly from: string;
  readonly to: string;
  readonly moved: Pair["moved"];
  readonly pairs: readonly Pair[];
}

/**
 * What has another address. A construct's id is in the address of everything that it builds, so that one rename moves
 * them all; Terraform keeps only those of which a `moved` block says where they went.
 *
 * @see https://developer.hashicorp.com/terraform/language/moved
 */
export function moveChanges(pairs: readonly Pair[]): readonly Change[] {
  return movesIn(pairs).map(moveChange);
}

function movesIn(pairs: readonly Pair[]): readonly Move[] {
  const moves = new Map<string, Move & { readonly pairs: Pair[] }>();
  for (const pair of pairs) {
    const { base, head, moved } = pair;
    const [from, to] = ends(base.constructPath ?? base.address, head.constructPath ?? head.address);
    const key = [head.stack, from, to, moved].join("\n");
    const known = moves.get(key);
    if (known) known.pairs.push(pair);
    else moves.set(key, { from, to, moved, pairs: [pair] });
  }
  return [...moves.values()];
}

/** Two paths without what they end with alike: `user-data` and `store` of `dublin/user-data/key` and `dublin/store/key`. */
function ends(one: string, other: string): readonly [string, string] {
  const [from, to] = [one, other].map((path) => path.split("/")) as [string[], string[]];
  while (from.length > 1 && to.length > 1 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  const within = (steps: readonly string[]) => (steps.length > 1 ? steps.slice(1) : steps).join("/");
  return [within(from), within(to)];
}

function moveChange({ from, to, moved, pairs }: Move): Change {
  const lost = moved === "undeclared" ? pairs.filter(({ base }) => lossUntilAgain(base) !== undefined) : [];
  const { head } = lost[0] ?? pairs[0]!;
  return {
    verdict: lost.length > 0 ? "destroys" : "other",
    about: "resource",
    where: whereIs(head),
    what: toldMove(moved, pairs.length, lost.length),
    path: "",
    before: from,
    after: to,
    details: [
      ...lost.map(({ base }) => `destroyed: ${base.address}, ${lossUntilAgain(base)}`),
      ...(lost.length > 0 ? ['to keep each, give it a moved block: resource.moveFromId("its old address")'] : []),
      ...new Set(lost.flatMap(({ base }) => protectionOf(base))),
    ],
    policies: [],
    controls: [...new Set(lost.flatMap(({ base }) => lossControls(base)))],
  };
}

function toldMove(moved: Pair["moved"], count: number, lost: number): string {
  const resources = count === 1 ? "1 resource has" : `${count} resources have`;
  if (moved === "declared") return `${resources} another address, and a moved block that keeps what is there`;
  const loss = lost === 0 ? "" : lost === 1 ? ", one of which holds something" : `, ${lost} of which hold something`;
  return `${resources} another address and no moved block: destroyed and created again${loss}`;
}
