import type { Examples } from "../../examples";

const passwords = (more: Readonly<Record<string, unknown>>) => ({
  aws_iam_account_password_policy: {
    account: {
      minimum_password_length: 14,
      require_lowercase_characters: true,
      require_uppercase_characters: true,
      require_numbers: true,
      require_symbols: true,
      password_reuse_prevention: 24,
      max_password_age: 90,
      ...more,
    },
  },
});

export const passwordPolicyExamples: Examples = {
  policy: "ACC-008",
  pass: { "they are long, varied and new": passwords({}) },
  fail: {
    "AWS's default holds": {},
    "they are short": passwords({ minimum_password_length: 8 }),
    "they need no symbols": passwords({ require_symbols: false }),
    "old ones come back": passwords({ password_reuse_prevention: undefined }),
    "they never expire": passwords({ max_password_age: 0 }),
  },
  undecided: {
    "a variable holds the length": passwords({ minimum_password_length: "${var.length}" }),
    "a variable holds the age": passwords({ max_password_age: "${var.days}" }),
  },
};
