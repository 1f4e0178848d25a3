import { ENCLAVE } from "../../../config/places";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { fail, pass, undecided, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";
import { enclaveResources, holdsUserData, ofEnclave } from "./of-enclave";

export const endsOnTime: WholeEstate = {
  kind: "whole",
  id: "ENV-001",
  title: "The enclave holds users' data until its sunset, and none once it is retired",
  severity: "critical",
  controls: ["F44"],
  rationale:
    "European users' data is in another country for a time alone. A date that passes unseen makes an exception the rule.",
  remediation: "Drain the enclave, then declare its phase 'retired'.",
  sources: [
    "https://www.edpb.europa.eu/our-work-tools/our-documents/recommendations/recommendations-012020-measures-supplement-transfer_en",
  ],
  construct: "enclave/enclave-store",

  check(context) {
    return ofEnclave(context, () => {
      const { phase, sunset } = context.estate.enclave;
      if (phase !== "retired" && context.today <= sunset) return [pass(stackAt(ENCLAVE))];
      const reason = phase === "retired" ? "in a retired enclave" : `after ${sunset}`;
      const left = enclaveResources(context)
        .filter(holdsUserData)
        .map((store) => mustBeGone(store, reason));
      return left.length > 0 ? left : [isRetired(context)];
    });
  },
};

function mustBeGone({ root, exists, type }: Resource, reason: string): Verdict {
  const say = exists === "yes" ? fail : undecided;
  return say(root.at, `a resource of type ${type} ${reason}`, "nothing that holds users' data");
}

function isRetired({ estate: { enclave } }: Context): Verdict {
  const at = stackAt(ENCLAVE);
  if (enclave.phase === "retired") return pass(at);
  return fail(at, `the phase ${enclave.phase} after ${enclave.sunset}`, "the phase retired");
}
