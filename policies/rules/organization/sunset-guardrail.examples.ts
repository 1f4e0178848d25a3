import type { Examples } from "../../examples";
import { deny, ELSEWHERE, organizationWith } from "./example-organization";

const STILL = [
  ...["dynamodb:Delete*", "dynamodb:Describe*", "ec2:Delete*", "iam:Delete*", "kms:Decrypt", "kms:Describe*"],
  ...["kms:ScheduleKeyDeletion", "s3:Delete*", "s3:Get*", "s3:List*", "sts:*"],
];
const role = (name: string) => `arn:aws:iam::500000000005:role/clover-local-enclave-${name}`;
const DRAIN = [role("drain"), role("drain-operator"), role("drain-batch")];
const FROM = { "aws:CurrentTime": "2027-10-01T00:00:00Z" };

const frozen = (condition: unknown, still: readonly string[] = STILL) =>
  organizationWith([{ Effect: "Deny", NotAction: still, Resource: "*", Condition: condition }]);
const but = (...roles: readonly string[]) => ({ ArnNotEquals: { "aws:PrincipalArn": roles } });

export const sunsetGuardrailExamples: Examples = {
  policy: "ORG-012",
  pass: {
    "everything is denied from the day after the sunset on, but reading, deleting and the drain": frozen({
      DateGreaterThanEquals: FROM,
      ...but(...DRAIN),
    }),
    "the monitor may contain as well": frozen({
      DateGreaterThanEquals: FROM,
      ...but(...DRAIN, role("containment")),
    }),
    "it begins earlier": frozen({
      DateGreaterThanEquals: { "aws:CurrentTime": "2027-09-01T00:00:00Z" },
      ...but(...DRAIN),
    }),
  },
  fail: {
    "nothing is": organizationWith([deny(["iam:CreateUser"])]),
    "it begins a month later": frozen({
      DateGreaterThanEquals: { "aws:CurrentTime": "2027-10-31T00:00:00Z" },
      ...but(...DRAIN),
    }),
    "it ends where it should begin": frozen({ DateLessThanEquals: FROM, ...but(...DRAIN) }),
    "objects may still be written": frozen({ DateGreaterThanEquals: FROM, ...but(...DRAIN) }, [...STILL, "s3:Put*"]),
    "some actions are, and others are not thought of": organizationWith([
      deny(["s3:PutObject", "dynamodb:PutItem"], { DateGreaterThanEquals: FROM }),
    ]),
    "the deploy role is spared": frozen({
      DateGreaterThanEquals: FROM,
      ...but(...DRAIN, "arn:aws:iam::500000000005:role/clover-deploy"),
    }),
    "keys cannot be ended any more": frozen(
      { DateGreaterThanEquals: FROM, ...but(...DRAIN) },
      STILL.filter((action) => action !== "kms:ScheduleKeyDeletion"),
    ),
    "the drain is stopped too": frozen({ DateGreaterThanEquals: FROM }),
  },
  undecided: {
    "the day comes from a variable": frozen({
      DateGreaterThanEquals: { "aws:CurrentTime": "${var.sunset}" },
      ...but(...DRAIN),
    }),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
