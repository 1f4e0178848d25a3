import { z } from "zod";
import type { Estate } from "../../config/estate";
import type { Inputs } from "../../policies/model/read";
import { readDigest } from "../../review/read-digest";
import { Failure } from "../failure";
import { REVIEW_FORMAT } from "../report/review/json";

/** What is read of a review: what it is, and of what. */
const REVIEW = z.object({
  format: z.literal(REVIEW_FORMAT),
  entries: z.array(z.unknown()),
  head: z.object({ estate: z.string(), digest: z.string() }),
});

/**
 * Evidence holds a review of the very thing that it is of.
 *
 * @param text of the file
 * @throws Failure when it is no review that `clover review --format json` wrote, or is of another head than what is judged
 */
export function requireReviewOf(file: string, text: string, estate: Estate, judged: Inputs): void {
  const { data, error } = REVIEW.safeParse(parsed(text));
  if (!data) {
    const [first] = error.issues;
    const where = first?.path.length
      ? `'${first.path.map(String).join(".")}' ${first.message}`
      : "it is no JSON object";
    throw new Failure(`${file}: it is no review that this version of clover wrote: ${where}; ${HOW}.`);
  }
  if (data.head.estate !== estate.name) {
    throw new Failure(
      `${file}: its head is of the estate ${data.head.estate}, and the evidence of ${estate.name}; ${HOW}.`,
    );
  }
  if (data.head.digest !== readDigest(judged)) {
    throw new Failure(`${file}: its head is another than what the evidence is of; ${HOW}.`);
  }
}

const HOW = "write it with `clover review --base BASE --head FOLDER --format json --out FILE`, FOLDER being the same";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
