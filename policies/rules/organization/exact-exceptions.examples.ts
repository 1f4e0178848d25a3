import type { Examples } from "../../examples";
import { deny, DEPLOYER, organizationWith, RETIRING } from "./example-organization";

const spares = (arn: string, operator = "ArnNotEquals") => ({ [operator]: { "aws:PrincipalArn": arn } });
const BREAK_GLASS = "arn:aws:iam::100000000001:role/clover-break-glass";
const noSecondFactor = { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } };
const one = (condition: unknown) => organizationWith([deny(["iam:*"], condition)]);

export const exactExceptionsExamples: Examples = {
  policy: "ORG-010",
  pass: {
    "nobody is spared": one(undefined),
    "the deploy role of each account is": one(DEPLOYER),
    "the enclave's deploy role is": one(RETIRING),
    "the break-glass role is, and is denied without its second factor": organizationWith([
      deny(["iam:*"], spares(BREAK_GLASS)),
      deny(["iam:*"], { ArnEquals: spares(BREAK_GLASS)["ArnNotEquals"], ...noSecondFactor }),
    ]),
    "the root user is meant": one({ ArnLike: { "aws:PrincipalArn": "arn:*:iam::*:root" } }),
  },
  fail: {
    "every role of a name's beginning is spared": one(spares("arn:aws:iam::*:role/clover-*", "ArnNotLike")),
    "every role of that name in any path is": one(spares("arn:aws:iam::*:role/*/clover-deploy", "ArnNotLike")),
    "a role is that nobody declared": one(spares("arn:aws:iam::200000000002:role/helper")),
    "the break-glass role is, without a second factor": one(spares(BREAK_GLASS)),
    "whoever has a second factor is spared with it": one({ ...spares(BREAK_GLASS), ...noSecondFactor }),
    "whoever carries a tag is": one({ StringNotEquals: { "aws:PrincipalTag/exempt": "true" } }),
    "a whole account is": one({ StringNotEquals: { "aws:PrincipalAccount": "200000000002" } }),
  },
  undecided: {
    "whom it spares comes from a variable": one(spares("${var.role}")),
    "the content comes from a data source": organizationWith([], {
      aws_organizations_policy: { rails: { name: "rails", content: "${data.aws_iam_policy_document.rails.json}" } },
    }),
  },
};
