import type { Examples } from "../../examples";

const own = { region: "eu-west-1", allowed_account_ids: ["200000000002"] };
const provider = (
  more: Readonly<Record<string, unknown>>,
  ...others: readonly Readonly<Record<string, unknown>>[]
) => ({
  stacks: { dublin: { provider: { aws: [{ ...own, ...more }, ...others] } } },
});

export const providerPinnedExamples: Examples = {
  policy: "REG-001",
  pass: { "it is pinned to the declared account and region": provider({}) },
  fail: {
    "the stack has no provider": { stacks: { dublin: { provider: {} } } },
    "the region is another one": provider({ region: "us-east-1" }),
    "the region is the environment's": provider({ region: undefined }),
    "the account is another one": provider({ allowed_account_ids: ["300000000003"] }),
    "the account is not checked": provider({ allowed_account_ids: undefined }),
    "two accounts are allowed": provider({ allowed_account_ids: ["200000000002", "300000000003"] }),
    "an alias works elsewhere": provider({}, { ...own, alias: "replica", region: "eu-north-1" }),
    "the stack is not declared": { stacks: { other: { provider: { aws: [own] } } } },
  },
  undecided: {
    "the region comes from a variable": provider({ region: "${var.region}" }),
    "the region comes through a function": provider({ region: '${lower("EU-WEST-1")}' }),
    "the account comes from a data source": provider({
      allowed_account_ids: ["${data.aws_caller_identity.here.account_id}"],
    }),
  },
};
