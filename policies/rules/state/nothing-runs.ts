import type { WholeEstate } from "../../policy";
import { fail, pass, undecided, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";
import { runsCommands } from "./unread";

/** Calls a function of the account while Terraform works. */
const CALLS = ["aws_lambda_invocation"];

export const nothingRuns: WholeEstate = {
  kind: "whole",
  id: "STA-004",
  title: "A deployment runs no program",
  severity: "high",
  controls: ["G55"],
  rationale:
    "A program that runs with the deployment's credentials can copy users' data anywhere, and nothing of it is in the output.",
  remediation: "Remove the provisioner, or declare what it does as resources.",
  sources: ["https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax"],

  check({ model }) {
    const calls = model.resources(...CALLS).map(({ root, exists, type }): Verdict => {
      const say = exists === "yes" ? fail : undecided;
      return say(root.at, `a resource of type ${type}`, "no call of a function");
    });
    return model.sources.flatMap(({ stack, unread }) => {
      const programs = unread
        .filter(runsCommands)
        .map(({ address, jsonPath, what }) => fail({ stack, address, jsonPath }, what, "no program"));
      const found = [...programs, ...calls.filter(({ at }) => at.stack === stack)];
      return found.length > 0 ? found : [pass(stackAt(stack))];
    });
  },
};
