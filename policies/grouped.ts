import type { Finding } from "./finding";
import { fingerprintOf } from "./fingerprint";

/** The same finding in several stacks, told once. */
export interface Group {
  readonly finding: Finding;
  readonly stacks: readonly string[];
}

/** Findings that differ in nothing but their stack, and in what of it is repeated in their texts, in the order in which they came. */
export function grouped(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, { finding: Finding; stacks: string[] }>();
  for (const finding of findings) {
    const key = finding.witness ? `${groups.size}` : fingerprintOf(finding);
    const group = groups.get(key);
    if (group) group.stacks.push(finding.stack);
    else groups.set(key, { finding, stacks: [finding.stack] });
  }
  return [...groups.values()];
}
