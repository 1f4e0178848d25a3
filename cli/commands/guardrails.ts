import { Command } from "commander";
import { ORGANIZATION } from "../../config/places";
import { Model } from "../../policies/model/model";
import { estateOption } from "../estate-option";
import { Failure } from "../failure";
import { describeGuardrails } from "../guardrail-tables";
import { inputsAt, judgingEstate, unlessUnreadable } from "../judging";
import { SYNTHESIZED } from "../project";
import { say } from "../say";

export function guardrailsCommand(): Command {
  return new Command("guardrails")
    .description("print what the organization denies its accounts, and what that takes of AWS's quotas")
    .argument("[path...]", "as for check", [SYNTHESIZED])
    .addOption(estateOption())
    .action((paths: readonly string[], { estate }: { readonly estate?: string }) => {
      say(unlessUnreadable(() => guardrailsAt(paths, estate)));
    });
}

/** @throws Failure when the organization's stack is not among what is read */
function guardrailsAt(paths: readonly string[], named: string | undefined): string {
  const judging = judgingEstate(named);
  const { sources, whole } = inputsAt(paths, judging);
  const model = new Model(sources);
  if (!model.stacks.includes(ORGANIZATION)) {
    throw new Failure(
      `There is no stack ${ORGANIZATION} in ${paths.join(", ")}: it holds ${model.stacks.join(", ") || "none"}.`,
    );
  }
  return describeGuardrails({ model, whole, estate: judging.estate, today: judging.today });
}
