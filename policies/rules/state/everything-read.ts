import type { Unread } from "../../model/source";
import type { WholeEstate } from "../../policy";
import { fail, pass, undecided } from "../../verdict";
import { stackAt } from "../in-account";
import { readsState, runsCommands } from "./unread";

export const everythingRead: WholeEstate = {
  kind: "whole",
  id: "STA-002",
  title: "Everything that Terraform would read was read and understood",
  severity: "critical",
  controls: ["G55"],
  rationale: "A file or a module that nobody judged can undo every guarantee of what was judged.",
  remediation: "Put the stack's whole configuration into its cdk.tf.json, without modules, variables and other files.",
  sources: ["https://developer.hashicorp.com/terraform/language/files"],
  construct: "region/locked-stack",

  check({ model }) {
    return model.sources.flatMap(({ stack, unread }) => {
      const left = unread.filter((each) => !runsCommands(each) && !readsState(each));
      return left.length === 0 ? [pass(stackAt(stack))] : left.map((each) => verdictOf(stack, each));
    });
  },
};

function verdictOf(stack: string, { address, jsonPath, what, outcome }: Unread) {
  const say = outcome === "fail" ? fail : undecided;
  return say({ stack, address, jsonPath }, what, "nothing that is not judged");
}
