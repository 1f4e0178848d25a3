import type { Examples, StacksExample } from "../../examples";

const plan = (before: unknown, value: unknown, change: object = {}): StacksExample => ({
  stacks: {},
  plans: {
    enclave: {
      planned_values: { outputs: { "enclave-phase": { value } } },
      output_changes: { "enclave-phase": { before, ...change } },
    },
  },
});

export const phasesGoOnExamples: Examples = {
  policy: "ENV-010",
  pass: {
    "it goes on serving": plan("serving", "serving"),
    "it begins to drain": plan("serving", "draining"),
    "it is retired once it drains": plan("draining", "retired"),
    "it begins": plan(null, "serving"),
    "it is recorded for the first time while it drains": plan(null, "draining"),
  },
  fail: {
    "it is retired without draining": plan("serving", "retired"),
    "it serves again": plan("draining", "serving"),
    "it drains again": plan("retired", "draining"),
    "it serves again once it was retired": plan("retired", "serving"),
    "it begins as retired": plan(null, "retired"),
  },
  undecided: {
    "the phase is known after the apply": plan("serving", undefined, { after_unknown: true }),
    "what is deployed is no phase": plan("sleeping", "serving"),
  },
  notApplicable: {
    "it is synthesized, not planned": { stacks: { enclave: { output: { "enclave-phase": { value: "retired" } } } } },
  },
};
