import { Command } from "commander";
import { EXAMPLES } from "../../policies/all-examples";
import { POLICIES } from "../../policies/all-policies";
import { CONTROLS } from "../../policies/control-catalogue";
import { requirementsOf } from "../../policies/packs";
import type { Metadata } from "../../policies/policy";
import { WAIVER_POLICY } from "../../policies/waivers/apply-waivers";
import { WAIVER_EXAMPLES } from "../../policies/waivers/waiver-examples";
import { Failure } from "../failure";
import { say } from "../say";

export function explainCommand(): Command {
  return new Command("explain")
    .description("print a policy: what it demands, why, and what passes and fails")
    .argument("<policy>", "a policy's id, e.g. ENC-003")
    .action((id: string) => {
      const policy = EXPLAINED.find((candidate) => candidate.id === id.trim().toUpperCase());
      if (!policy)
        throw new Failure(`There is no policy ${id}: the ids are ${EXPLAINED.map((one) => one.id).join(", ")}.`);
      say(explained(policy, examplesOf(policy)));
    });
}

/** Whatever a finding can be of: a waiver that excuses nothing is one too. */
const EXPLAINED: readonly Metadata[] = [...POLICIES, WAIVER_POLICY];

/** What passes, fails or is neither, by what makes it so: resources, or waivers. */
type Shown = Readonly<
  Partial<Record<"pass" | "fail" | "undecided" | "notApplicable", Readonly<Record<string, object>>>>
>;

function examplesOf({ id }: Metadata): Shown {
  return id === WAIVER_POLICY.id ? WAIVER_EXAMPLES : EXAMPLES.find(({ policy }) => policy === id)!;
}

function explained(policy: Metadata, examples: Shown): string {
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
    ...group("Asks nothing when", examples.notApplicable),
  ].join("\n");
}

function group(heading: string, examples: Readonly<Record<string, object>> = {}): readonly string[] {
  return Object.entries(examples).flatMap(([title, example]) => ["", `${heading} ${title}:`, indented(example)]);
}

function indented(example: object): string {
  return JSON.stringify(example, null, 2).replace(/^/gm, "  ");
}
