import type { Flow } from "../../config/estate";
import { ENCLAVE } from "../../config/places";
import type { Answer } from "../answer";
import type { Context } from "../context";
import { proofOf } from "./proof";

export interface FlowUse {
  readonly flow: Flow;
  /** Whether something moves data by it; unknown when an expression decides whether what does exists. */
  readonly isUsed: Answer;
  /** A retired enclave's flows are not asked about. */
  readonly isRetired: boolean;
}

/** What becomes of the flows that are declared from the judged stacks. */
export function flowUses(context: Context): readonly FlowUse[] {
  const { estate, model } = context;
  const uses = new Map<string | undefined, Answer>();
  for (const { edge } of proofOf(context).judged) {
    // Permissions and policies let a flow happen; what moves the data is what uses it.
    if (edge.channel.moves !== "bytes") continue;
    const isSure = model.resource(edge.at.stack, edge.at.address)?.exists === "yes";
    uses.set(edge.declaredBy, isSure || uses.get(edge.declaredBy) === "yes" ? "yes" : "unknown");
  }
  return estate.flows
    .filter(({ from }) => model.stacks.includes(from))
    .map((flow) => ({
      flow,
      isUsed: uses.get(`flow ${flow.id}`) ?? "no",
      isRetired: flow.from === ENCLAVE && estate.enclave.phase === "retired",
    }));
}
