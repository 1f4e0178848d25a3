import type { Data } from "../../policies/model/data";
import { legible } from "../../policies/model/symbolic";
import type { Change } from "../entry";
import { meant, type Comparable } from "./comparable";
import { differences, type Difference } from "./differences";
import { Renamed } from "./renamed";

/** What a stack says beside its resources, as one side has it. */
export type Part = Readonly<Record<string, unknown>>;

/** Where two parts differ. A comment says nothing to Terraform, and an order of these neither. */
export function differing(before: Part, after: Part, renamed: Renamed): readonly Difference[] {
  const said = ({ "//": _comment, ...part }: Part) =>
    Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Data;
  return differences(meant(said(before), renamed) ?? {}, meant(said(after), Renamed.nothing) ?? {}).filter(
    ({ isOrder }) => !isOrder,
  );
}

export function toldChange(
  where: NonNullable<Change["where"]>,
  { path, before, after }: Omit<Difference, "isOrder">,
  { verdict, controls }: Pick<Change, "verdict" | "controls">,
): Change {
  const became = before === undefined ? "is new" : after === undefined ? "is gone" : "is another";
  return {
    verdict,
    about: "setting",
    where,
    what: `${path} ${became}`,
    path,
    before: describeSide(before),
    after: describeSide(after),
    details: [],
    policies: [],
    controls,
  };
}

function describeSide(side: Comparable | undefined): string {
  if (side === undefined) return "nothing";
  return legible(typeof side === "string" ? side : JSON.stringify(side));
}
