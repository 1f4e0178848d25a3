import type { Examples } from "../../examples";
import { deny, DEPLOYER, ELSEWHERE, organizationWith } from "./example-organization";

const STORES = ["backup:*", "dynamodb:*Policy", "dynamodb:UpdateC*", "kms:*", "s3:Create*", "s3:Delete*", "s3:Put*"];
const SECRETS = ["secretsmanager:*"];
const ACCOUNT = ["ec2:Disable*", "ec2:Enable*", "ec2:Modify*", "ec2:Reset*", "ssm:*ServiceSetting"];
const STREAMS = ["firehose:*", "logs:Put*"];
const only = (actions: readonly string[]) => organizationWith([deny(actions, DEPLOYER)]);

export const storeGuardrailExamples: Examples = {
  policy: "ORG-015",
  pass: {
    "the deploy role alone does": only([...STORES, ...SECRETS, ...ACCOUNT, ...STREAMS]),
    "nobody does": organizationWith([deny([...STORES, ...SECRETS, ...ACCOUNT, ...STREAMS])]),
  },
  fail: {
    "a bucket's policy may be rewritten": only([
      ...STORES.filter((action) => action !== "s3:Put*"),
      ...SECRETS,
      ...ACCOUNT,
      ...STREAMS,
    ]),
    "a secret may be shared": only([...STORES, ...ACCOUNT, ...STREAMS]),
    "volumes may be made unencrypted": only([...STORES, ...SECRETS, ...ACCOUNT.slice(1), ...STREAMS]),
    "logs may be sent elsewhere": only([...STORES, ...SECRETS, ...ACCOUNT, "firehose:*"]),
    "the break-glass role of each account is spared as well": organizationWith([
      deny([...STORES, ...SECRETS, ...ACCOUNT, ...STREAMS], {
        ArnNotEquals: {
          "aws:PrincipalArn": ["arn:aws:iam::*:role/clover-deploy", "arn:aws:iam::*:role/clover-break-glass"],
        },
      }),
    ]),
  },
  undecided: {
    "what is denied comes from a variable": only([...STORES, ...SECRETS, ...ACCOUNT, "${var.streams}"]),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
