import { canonical, sha256 } from "../config/digest";
import type { Inputs } from "../policies/model/read";

/** SHA-256 of all that was read of one version, whichever folder it lay in: the same for a copy, and for nothing else. */
export function readDigest({ sources }: Pick<Inputs, "sources">): string {
  const read = sources.map(({ file: _file, ...source }) => source);
  return sha256(canonical(read.sort((one, other) => (one.stack < other.stack ? -1 : 1))));
}
