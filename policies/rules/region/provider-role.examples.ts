import type { Examples } from "../../examples";

const own = {
  region: "eu-west-1",
  allowed_account_ids: ["200000000002"],
  assume_role: [{ role_arn: "arn:aws:iam::200000000002:role/clover-deploy" }],
};
const provider = (
  more: Readonly<Record<string, unknown>>,
  ...others: readonly Readonly<Record<string, unknown>>[]
) => ({
  stacks: { dublin: { provider: { aws: [{ ...own, ...more }, ...others] } } },
});

export const providerRoleExamples: Examples = {
  policy: "REG-006",
  pass: { "it assumes the declared role": provider({}) },
  fail: {
    "it assumes none": provider({ assume_role: undefined }),
    "the role is another account's": provider({
      assume_role: { role_arn: "arn:aws:iam::300000000003:role/clover-deploy" },
    }),
    "it assumes a second role from there": provider({
      assume_role: [...own.assume_role, { role_arn: "arn:aws:iam::900000000009:role/other" }],
    }),
    "credentials stand in it": provider({ access_key: "AKIAIOSFODNN7EXAMPLE", secret_key: "secret" }),
    "a profile chooses the credentials": provider({ profile: "somebody" }),
    "requests go to an endpoint of somebody's": provider({ endpoints: [{ s3: "https://s3.example.org" }] }),
    "the account is never asked for": provider({ skip_requesting_account_id: true }),
  },
  undecided: {
    "a variable names the role": provider({ assume_role: [{ role_arn: "${var.role}" }] }),
    "a variable decides whether the account is asked for": provider({ skip_requesting_account_id: "${var.offline}" }),
  },
};
