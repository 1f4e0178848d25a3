import { findRegion } from "../../config/geography";

export interface ForeignRegion {
  /** Where it stands, e.g. `aws_s3_bucket.data.region`. */
  readonly path: string;
  readonly value: string;
}

/** Something of the form of a region code; geography tells which are. */
const REGION_CODE = /\b[a-z]{2,4}(?:-[a-z]+)+-\d\b/g;

/**
 * Every string under `node` that names a region other than `home`.
 *
 * IAM documents are left out: they say who and whence, not where, and the policies judge them.
 *
 * @param admitted exact strings that may stand although they name another region
 */
export function* foreignRegions(
  node: unknown,
  home: string,
  admitted: ReadonlySet<string>,
  path = "",
): Generator<ForeignRegion> {
  if (typeof node === "string") {
    if (admitted.has(node) || isPolicyDocument(node)) return;
    const foreign = node.match(REGION_CODE)?.find((code) => code !== home && findRegion(code));
    if (foreign) yield { path, value: node };
  } else if (node !== null && typeof node === "object") {
    for (const [key, child] of Object.entries(node)) {
      if (key === "//") continue;
      yield* foreignRegions(child, home, admitted, path ? `${path}.${key}` : key);
    }
  }
}

function isPolicyDocument(text: string): boolean {
  return text.startsWith('{"Version":"2012-10-17","Statement":');
}
