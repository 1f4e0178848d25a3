import type { Answer } from "../../answer";
import { hasHole, piecesOf } from "../../model/symbolic";
import type { Value } from "../../model/value";

/**
 * Whether what stands there is the prefix list of a gateway endpoint of the output. A list that is named by its id may
 * be AWS's or anybody's.
 */
export function isEndpointPrefixList(value: Value): Answer {
  const { text } = value;
  if (text === undefined || hasHole(text)) return "unknown";
  const [piece, ...others] = piecesOf(text);
  if (piece?.kind === "identity" && others.length === 0) {
    return /\/aws_vpc_endpoint\.[^.]+\.prefix_list_id$/.test(piece.text) ? "yes" : "no";
  }
  return "unknown";
}
