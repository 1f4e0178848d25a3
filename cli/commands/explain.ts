import { Command } from "commander";
import { EXAMPLES } from "../../policies/all-examples";
import { POLICIES } from "../../policies/all-policies";
import { CONTROLS } from "../../policies/control-catalogue";
import type { Example, Examples } from "../../policies/examples";
import { requirementsOf } from "../../policies/packs";
import type { Policy } from "../../policies/policy";
import { Failure } from "../failure";

export function explainCommand(): Command {
  return new Command("explain")
    .description("print a policy: what it demands, why, and what passes and fails")
    .argument("<policy>", "a policy's id, e.g. ENC-003")
    .action((id: string) => {
      const policy = POLICIES.find((candidate) => candidate.id === id.toUpperCase());
      if (!policy)
        throw new Failure(`There is no policy ${id}: the ids are ${POLICIES.map((one) => one.id).join(", ")}.`);
      console.log(
        explained(
          policy,
          EXAMPLES.find((examples) => examples.policy === policy.id)!,
        ),
      );
    });
}

function explained(policy: Policy, examples: Examples): string {
  const titleOf = (id: string) => `${id} ${CONTROLS.find((control) => control.id === id)?.title}`;
  return [
    `${policy.id} (${policy.severity}): ${policy.title}`,
    "",
    policy.rationale,
    "",
    `To do:    ${policy.remediation}`,
    ...(policy.construct ? [`Built by: constructs/${policy.construct}.ts`] : []),
    ...policy.controls.map((id) => `Control:  ${titleOf(id)}`),
    ...requirementsOf(policy.controls).map((id) => `Serves:   ${id}`),
    ...policy.sources.map((url) => `Source:   ${url}`),
    ...group("Passes when", examples.pass),
    ...group("Fails when", examples.fail),
    ...group("Is undecided when", examples.undecided),
    ...group("Asks nothing when", examples.notApplicable ?? {}),
  ].join("\n");
}

function group(heading: string, examples: Readonly<Record<string, Example>>): readonly string[] {
  return Object.entries(examples).flatMap(([title, example]) => ["", `${heading} ${title}:`, indented(example)]);
}

function indented(example: Example): string {
  return JSON.stringify(example, null, 2).replace(/^/gm, "  ");
}
