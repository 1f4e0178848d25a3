import { describeChannels } from "../../policies/residency/describe-channels";
import { accessMatrixDocument } from "./access-matrix-document";
import { controlsDocument } from "./controls-document";

/** File name under docs/ → what belongs into it. */
export function generatedDocuments(): Readonly<Record<string, string>> {
  return {
    "access-matrix.md": accessMatrixDocument(),
    "channels.md": describeChannels(),
    "controls.md": controlsDocument(),
  };
}
