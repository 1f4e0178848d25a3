import type { Finding } from "../../../policies/finding";
import { grouped, type Group } from "../../../policies/grouped";

/** A finding as the page tells it, with the id that links lead to. */
export interface Found extends Group {
  readonly id: string;
}

/** Leaks first. The same finding has the same id in the next report, unless another of that name comes before it. */
export function found(findings: readonly Finding[]): readonly Found[] {
  const used = new Map<string, number>();
  const leaks = findings.filter(({ verdict }) => verdict === "leaves");
  const others = findings.filter(({ verdict }) => verdict !== "leaves");
  return grouped([...leaks, ...others]).map((group) => {
    const { policy, stack, address, jsonPath } = group.finding;
    const words = [policy, stack, address, jsonPath].join("-").replace(/[^A-Za-z0-9_]+/g, "-");
    const name = `finding-${words.replace(/-$/, "")}`;
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return { ...group, id: count > 1 ? `${name}-${count}` : name };
  });
}
