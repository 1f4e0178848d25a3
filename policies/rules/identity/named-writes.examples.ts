import type { Examples } from "../../examples";
import { boundary, serviceRole } from "./example-access";
import { policyJson } from "./example-trust";

const allow = (Action: unknown, Resource: unknown, Condition?: unknown) =>
  policyJson({ Effect: "Allow", Action, Resource, ...(Condition ? { Condition } : {}) });
const inline = (policy: string) => ({ aws_iam_role_policy: { one: { role: "${aws_iam_role.one.name}", policy } } });
const ROLE = serviceRole("lambda.amazonaws.com");
const attachment = {
  aws_iam_role_policy_attachment: { one: { role: "one", policy_arn: "${aws_iam_policy.one.arn}" } },
};

export const namedWritesExamples: Examples = {
  policy: "IDN-011",
  pass: {
    "it writes to a bucket that it names": { ...ROLE, ...inline(allow("s3:PutObject", "arn:aws:s3:::data/*")) },
    "it decrypts with a key that it names": {
      aws_kms_key: { own: {} },
      ...ROLE,
      ...inline(allow("kms:Decrypt", "${aws_kms_key.own.arn}")),
    },
    "it reads what is no secret": { ...ROLE, ...inline(allow("cloudwatch:PutMetricData", "*")) },
    "its boundary keeps it in the organization": {
      ...boundary(),
      ...serviceRole("lambda.amazonaws.com", { permissions_boundary: "${aws_iam_policy.boundary.arn}" }),
      ...inline(allow("s3:PutObject", "*")),
    },
  },
  fail: {
    "it administers everything": { ...ROLE, ...inline(allow("*", "*")) },
    "it writes to any bucket": { ...ROLE, ...inline(allow("s3:PutObject", "arn:aws:s3:::*/*")) },
    "it decrypts with any key": { ...ROLE, ...inline(allow("kms:Decrypt", "*")) },
    "it passes any role": {
      ...ROLE,
      ...inline(allow("iam:PassRole", "*", { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } })),
    },
    "it assumes any role": { ...ROLE, ...inline(allow("sts:AssumeRole", "arn:aws:iam::*:role/*")) },
    "it reads any secret": { ...ROLE, ...inline(allow("secretsmanager:Get*", "*")) },
    "it does everything but one thing": {
      ...ROLE,
      ...inline(policyJson({ Effect: "Allow", NotAction: "iam:*", Resource: "*" })),
    },
    "a policy that is attached does": {
      aws_iam_policy: { one: { name: "one", policy: allow("s3:*", "*") } },
      ...attachment,
    },
    "a block in the role does": serviceRole("lambda.amazonaws.com", {
      inline_policy: [{ name: "all", policy: allow("dynamodb:*", "*") }],
    }),
  },
  undecided: {
    "the resource comes from a variable": { ...ROLE, ...inline(allow("s3:PutObject", "${var.bucket}")) },
    "the actions do": { ...ROLE, ...inline(allow(["${var.action}"], "*")) },
    "the document comes from a data source": { ...ROLE, ...inline("${data.aws_iam_policy_document.one.json}") },
  },
  notApplicable: { "nobody holds it": { aws_iam_policy: { one: { name: "one", policy: allow("*", "*") } } } },
};
