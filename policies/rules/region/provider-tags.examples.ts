import type { Examples } from "../../examples";

const own = { region: "eu-west-1", allowed_account_ids: ["200000000002"] };
const provider = (
  more: Readonly<Record<string, unknown>>,
  ...others: readonly Readonly<Record<string, unknown>>[]
) => ({
  stacks: { dublin: { provider: { aws: [{ ...own, ...more }, ...others] } } },
});
const tags = (more: Readonly<Record<string, unknown>>) =>
  provider({
    default_tags: [{ tags: { country: "IE", estate: "local", stack: "dublin", project: "clover-local", ...more } }],
  });

export const providerTagsExamples: Examples = {
  policy: "REG-007",
  pass: { "every tag is right": tags({}) },
  fail: {
    "there is none": provider({}),
    "the country is another one": tags({ country: "US" }),
    "the stack is another one": tags({ stack: "norway" }),
    "one is missing": tags({ estate: undefined }),
    "everything is said to hold little": tags({ "data-class": "aggregated" }),
    "tags of what data is are left to others": provider({
      default_tags: [{ tags: { country: "IE", estate: "local", stack: "dublin", project: "clover-local" } }],
      ignore_tags: [{ keys: ["data-class"] }],
    }),
  },
  undecided: { "a variable names the country": tags({ country: "${var.country}" }) },
};
