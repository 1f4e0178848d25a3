import { z } from "zod";
import { canonical, sha256 } from "./digest";
import { account, date, identifier } from "./fields";

const DIGEST = /^sha256:[0-9a-f]{64}$/;

const count = z.int().min(0);
const digest = z.string().regex(DIGEST, { message: "be sha256: and 64 hexadecimal digits" });
const store = z.strictObject({ account, region: z.string(), bucket: z.string(), table: z.string() });
/** What is the same on both sides, as one of them has it: every version of every object, or every item. */
const objects = z.strictObject({ versions: count, bytes: count, digest });
const items = z.strictObject({ count, digest });
/** All that the enclave holds: it is at home, or came home and was replaced or erased there since. */
const compared = <Sum extends z.ZodType>(sum: Sum) =>
  z.strictObject({ held: count, source: sum, target: sum, newerAtHome: count, erasedAtHome: count });
/** What was deleted in the enclave, and how much of it is current in the target all the same: no deletion is replicated. */
const deleted = z.strictObject({ inSource: count, currentInTarget: count });

/** That everything the enclave held has come home into its drain target: what `clover enclave status --evidence` writes. */
export const drainEvidence = z.strictObject({
  format: z.literal("clover-drain-2"),
  estate: z.string(),
  sunset: date,
  /** The day on which the two were compared. */
  comparedOn: date,
  source: store,
  target: store.extend({ site: identifier }),
  objects: compared(objects),
  items: compared(items),
  /** Keys of objects whose current version is a delete marker, and items that an export held and the table does no more. */
  deletions: z.strictObject({ objects: deleted, items: deleted }),
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
