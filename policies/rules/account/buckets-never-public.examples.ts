import type { Examples } from "../../examples";

const block = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
const account = (more: Readonly<Record<string, unknown>>) => ({
  aws_s3_account_public_access_block: { account: { ...block, ...more } },
});

export const bucketsNeverPublicExamples: Examples = {
  policy: "ACC-001",
  pass: { "all four ways are blocked": account({}) },
  fail: {
    "the account has no block": {},
    "public policies are let through": account({ block_public_policy: false }),
    "one way is not spoken of": account({ restrict_public_buckets: undefined }),
    "the block is another account's": account({ account_id: "999999999999" }),
    "a second block undoes the first": {
      aws_s3_account_public_access_block: { account: block, other: { ...block, ignore_public_acls: false } },
    },
  },
  undecided: {
    "a variable decides": account({ block_public_acls: "${var.block}" }),
    "an expression decides whether there is a block": account({ count: "${var.blocks}" }),
  },
};
