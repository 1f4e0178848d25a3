import { createHash } from "node:crypto";
import type { Finding } from "./finding";

const DIGITS = 16;

/**
 * Tells a finding from every other of its policy: what was found, where in the resource, how it was judged, and on which
 * path. The same in each stack that has it alike.
 */
export function fingerprintOf(finding: Finding): string {
  const { policy, outcome, address, jsonPath, actual, expected, stack, witness = [] } = finding;
  const own = (text: string) => (stack ? text.replaceAll(stack, "‹stack›") : text);
  const path = witness.map((hop) => [hop.stack, hop.address, hop.jsonPath, hop.mechanism, hop.from, hop.to]);
  const told = JSON.stringify([policy, outcome, address, jsonPath, own(actual), own(expected), path]);
  return createHash("sha256").update(told).digest("hex").slice(0, DIGITS);
}
