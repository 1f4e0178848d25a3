import type { Examples } from "../../examples";

const organization = (type: string, id: string) => ({
  stacks: { organization: { resource: { [type]: { adopted: {} } }, import: [{ to: `${type}.adopted`, id }] } },
});

export const declaredImportsExamples: Examples = {
  policy: "STA-009",
  pass: {
    "the account is declared": organization("aws_organizations_account", "200000000002"),
    "the organization is the declared one": organization("aws_organizations_organization", "o-cloverlocal1"),
  },
  fail: {
    "the account is nobody's": organization("aws_organizations_account", "999999999999"),
    "the organization is another one": organization("aws_organizations_organization", "o-somebodyelse1"),
    "a site takes over a bucket": {
      stacks: {
        dublin: {
          resource: { aws_s3_bucket: { old: { bucket: "old" } } },
          import: [{ to: "aws_s3_bucket.old", id: "old" }],
        },
      },
    },
  },
  undecided: { "a variable names the account": organization("aws_organizations_account", "${var.account}") },
  notApplicable: { "everything is created": { aws_s3_bucket: { own: { bucket: "own" } } } },
};
