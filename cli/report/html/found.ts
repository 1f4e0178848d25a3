import type { Finding } from "../../../policies/finding";
import { grouped, type Group } from "../../../policies/grouped";
import { anchors } from "./anchors";

/** A finding as the page tells it, with the id that links lead to. */
export interface Found extends Group {
  readonly id: string;
}

/** Leaks first. */
export function found(findings: readonly Finding[]): readonly Found[] {
  const leaks = findings.filter(({ verdict }) => verdict === "leaves");
  const others = findings.filter(({ verdict }) => verdict !== "leaves");
  const groups = grouped([...leaks, ...others]);
  const ids = anchors(
    "finding",
    groups.map(({ finding: { policy, stack, address, jsonPath } }) => [policy, stack, address, jsonPath]),
  );
  return groups.map((group, index) => ({ ...group, id: ids[index]! }));
}
