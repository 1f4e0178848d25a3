import type { WholeEstate } from "../../policy";
import { fail, pass, undecided } from "../../verdict";
import { stackAt } from "../in-account";
import { readsState } from "./unread";

const EXPECTED = "names and ARNs computed from the estate";

export const noForeignState: WholeEstate = {
  kind: "whole",
  id: "STA-007",
  title: "No stack reads the state of another one",
  severity: "high",
  controls: ["G54"],
  rationale:
    "A state tells everything about its segment, secrets included; whoever may read it for one value may read it whole.",
  remediation: "Compute the name with config/names.ts on both sides.",
  sources: ["https://developer.hashicorp.com/terraform/language/state/remote-state-data"],
  construct: "region/region-lock",

  check({ model }) {
    return model.sources.flatMap(({ stack, unread }) => {
      const readers = unread.filter(readsState).map(({ address, jsonPath }) => {
        return fail({ stack, address, jsonPath }, "a data source that reads a state", EXPECTED);
      });
      // What a module reads is not in this file.
      const modules = unread.filter(({ address }) => address.startsWith("module."));
      const unsure = modules.map(({ address }) => undecided({ stack, address, jsonPath: "" }, "a module", EXPECTED));
      const found = [...readers, ...unsure];
      return found.length > 0 ? found : [pass(stackAt(stack))];
    });
  },
};
