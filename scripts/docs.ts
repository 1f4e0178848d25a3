/**
 * Writes the documents that are generated: what is enforced and how it is proved.
 *
 *     npm run docs
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../config/root";
import { describeChannels } from "../policies/residency/describe-channels";
import { accessMatrixDocument } from "./docs/access-matrix-document";
import { controlsDocument } from "./docs/controls-document";

const DOCS = join(ROOT, "docs");

/** File name under docs/ → what belongs into it. */
export function generatedDocuments(): Readonly<Record<string, string>> {
  return {
    "access-matrix.md": accessMatrixDocument(),
    "channels.md": describeChannels(),
    "controls.md": controlsDocument(),
  };
}

if (require.main === module) {
  for (const [file, content] of Object.entries(generatedDocuments())) writeFileSync(join(DOCS, file), content);
}
