import type { Example, Examples } from "../../examples";
import { DUBLIN } from "./example-people";
import { trustJson } from "./example-trust";

const GITHUB = "token.actions.githubusercontent.com";
const provider = `arn:aws:iam::${DUBLIN}:oidc-provider/${GITHUB}`;
const role = (assume_role_policy: string) => ({ aws_iam_role: { one: { name: "one", assume_role_policy } } });
const token = (condition: unknown) =>
  role(trustJson({ Federated: provider }, condition, "sts:AssumeRoleWithWebIdentity"));
const aud = { [`${GITHUB}:aud`]: "sts.amazonaws.com" };
const sub = { [`${GITHUB}:sub`]: "repo:clover/estate:environment:production" };
const people = (assume_role_policy: string): Example => ({
  stacks: { organization: { resource: { aws_iam_role: { one: { name: "clover-people", assume_role_policy } } } } },
});
const saml = trustJson(
  { Federated: "arn:aws:iam::100000000001:saml-provider/people" },
  { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } },
  "sts:AssumeRoleWithSAML",
);

export const federatedTrustExamples: Examples = {
  policy: "IDN-003",
  pass: {
    "one exact subject and audience is demanded": token({ StringEquals: { ...aud, ...sub } }),
    "nobody is let in with a token": role(trustJson({ AWS: DUBLIN })),
    "the people's own role takes assertions for AWS's sign-in": people(saml),
  },
  fail: {
    "any subject will do": token({ StringEquals: aud }),
    "any audience will do": token({ StringEquals: sub }),
    "any branch of a repository will do": token({
      StringEquals: aud,
      StringLike: { [`${GITHUB}:sub`]: "repo:clover/estate:*" },
    }),
    "the subject only counts where there is one": token({ StringEquals: aud, StringEqualsIfExists: sub }),
    "no condition is set": token(undefined),
    "people come in beside the declared role": role(saml),
    "a role of its account acts in the people's role and tags its sessions": people(
      trustJson({ AWS: "arn:aws:iam::100000000001:role/helper" }, undefined, ["sts:AssumeRole", "sts:TagSession"]),
    ),
    "code acts in the people's role": people(trustJson({ Service: "ec2.amazonaws.com" })),
  },
  undecided: {
    "the subject comes from a variable": token({ StringEquals: { ...aud, [`${GITHUB}:sub`]: "${var.subject}" } }),
    "the document comes from a data source": role("${data.aws_iam_policy_document.trust.json}"),
  },
};
