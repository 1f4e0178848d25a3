import { stateLocation, stateStack } from "../../../config/names";
import { declaredPlaces, judgedPlaces, type Context } from "../../context";
import type { WholeEstate } from "../../policy";
import { fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";

const EXPECTED = "the stack, with what it declares";

export const stacksPresent: WholeEstate = {
  kind: "whole",
  id: "STA-001",
  title: "Every declared stack is there and holds something",
  severity: "critical",
  controls: ["G55"],
  rationale:
    "What is not in the output is not judged: a site whose stack is missing would be told as safe as one without a fault.",
  remediation: "Run `npx cdktf synth` for the estate that is checked, and give the whole folder.",
  sources: ["https://developer.hashicorp.com/terraform/cdktf/concepts/stacks"],

  check(context) {
    const verdicts = expectedStacks(context).map((stack) => holdsSomething(stack, context));
    return verdicts.length > 0 ? verdicts : context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
  },
};

/** In a whole output all of them, else those that are judged. */
function expectedStacks(context: Context): readonly string[] {
  if (!context.whole) return judgedPlaces(context).map(({ stack }) => stack);
  const stacks = declaredPlaces(context.estate).map(({ stack }) => stack);
  return [...stacks, ...stacks.filter((stack) => stateLocation(context.estate, stack)).map(stateStack)];
}

function holdsSomething(stack: string, { model }: Context): Verdict {
  const resources = model.resources().filter((resource) => resource.stack === stack);
  if (resources.length === 0)
    return fail(stackAt(stack), model.stacks.includes(stack) ? "nothing" : "no stack", EXPECTED);
  if (resources.some(({ exists }) => exists === "yes")) return pass(stackAt(stack));
  return undecided(stackAt(stack), "nothing but what expressions decide the number of", EXPECTED);
}
