import type { Flow } from "../../config/estate";
import { ENCLAVE } from "../../config/places";
import type { Context } from "../context";
import { proofOf } from "./proof";

/** The declared flows of judged stacks that nothing which moves data uses. A retired enclave's are not asked about. */
export function unusedFlows(context: Context): readonly Flow[] {
  const { estate, model } = context;
  const moving = proofOf(context).judged.filter(({ edge }) => edge.channel.moves === "bytes");
  const used = new Set(moving.map(({ edge }) => edge.declaredBy));
  const isRetired = estate.enclave.phase === "retired";
  return estate.flows.filter(
    ({ id, from }) => model.stacks.includes(from) && !(from === ENCLAVE && isRetired) && !used.has(`flow ${id}`),
  );
}
