import { z } from "zod";
import { canonical, sha256 } from "./digest";
import { account, date, identifier } from "./fields";

const DIGEST = /^sha256:[0-9a-f]{64}$/;

const count = z.int().min(0);
const digest = z.string().regex(DIGEST, { message: "be sha256: and 64 hexadecimal digits" });
const store = z.strictObject({ account, region: z.string(), bucket: z.string(), table: z.string() });
/** What was compared of each side: every version of every object, or every item. */
const objects = z.strictObject({ versions: count, bytes: count, digest });
const items = z.strictObject({ count, digest });

/** That everything the enclave held is in its drain target: what `clover enclave status --evidence` writes. */
export const drainEvidence = z.strictObject({
  format: z.literal("clover-drain-1"),
  estate: z.string(),
  sunset: date,
  /** The day on which the two were compared. */
  comparedOn: date,
  source: store,
  target: store.extend({ site: identifier }),
  objects: z.strictObject({ source: objects, target: objects }),
  items: z.strictObject({ source: items, target: items }),
  /** Keys that were deleted in the enclave, and how many of them are still current in the target: replication carries no deletion. */
  deletions: z.strictObject({ inSource: count, currentInTarget: count }),
  /** Of all the rest. It shows a change that nobody meant to make; against one that somebody did, there is the history. */
  digest,
});

export type DrainEvidence = z.infer<typeof drainEvidence>;

/** The digest that belongs to some evidence, whatever digest it carries. */
export function evidenceDigest(evidence: Omit<DrainEvidence, "digest">): string {
  const rest = Object.entries(evidence).filter(([name]) => name !== "digest");
  return digestOf(canonical(Object.fromEntries(rest)));
}

export function digestOf(text: string): string {
  return `sha256:${sha256(text)}`;
}
