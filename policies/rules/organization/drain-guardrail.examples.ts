import type { Example, Examples, StacksExample } from "../../examples";
import { deny, ELSEWHERE, organizationWith } from "./example-organization";

const WRITES = [
  ...["dynamodb:BatchWriteItem", "dynamodb:Create*", "dynamodb:Import*", "dynamodb:PartiQL*", "dynamodb:PutItem"],
  ...["dynamodb:Restore*", "dynamodb:UpdateItem", "ec2:CreateVolume", "ec2:RunInstances", "kinesis:Put*"],
  ...["rds:Create*", "s3:CreateBucket", "s3:PutObject", "s3:ReplicateObject", "s3:RestoreObject"],
  ...["secretsmanager:*", "sqs:SendMessage"],
];
const role = (name: string) => `arn:aws:iam::500000000005:role/clover-local-enclave-${name}`;
const but = (...roles: readonly string[]) => ({ ArnNotEquals: { "aws:PrincipalArn": roles } });
const draining = (example: Example, phase: "draining" | "retired" = "draining"): Example => ({
  ...(example as StacksExample),
  enclave: { phase },
});

export const drainGuardrailExamples: Examples = {
  policy: "ORG-013",
  pass: {
    "the drain alone writes": draining(organizationWith([deny(WRITES, but(role("drain"), role("drain-operator")))])),
    "the enclave is retired, and the drain alone could write": draining(
      organizationWith([deny(WRITES, but(role("drain"), role("drain-operator")))]),
      "retired",
    ),
  },
  fail: {
    "nothing is denied": draining(organizationWith([deny(["iam:CreateUser"])])),
    "objects may be written": draining(
      organizationWith([
        deny(
          WRITES.filter((action) => action !== "s3:PutObject"),
          but(role("drain"), role("drain-operator")),
        ),
      ]),
    ),
    "the deploy role may write": draining(
      organizationWith([
        deny(WRITES, but(role("drain"), role("drain-operator"), "arn:aws:iam::500000000005:role/clover-deploy")),
      ]),
    ),
    "the drain cannot write its export": draining(organizationWith([deny(WRITES)])),
    "it is denied from a day on": draining(
      organizationWith([
        deny(WRITES, {
          ...but(role("drain"), role("drain-operator")),
          DateGreaterThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" },
        }),
      ]),
    ),
  },
  undecided: {
    "whom it spares comes from a variable": draining(organizationWith([deny(WRITES, but("${var.role}"))])),
  },
  notApplicable: {
    "the enclave still serves": organizationWith([]),
    "the organization is not judged": draining(ELSEWHERE),
  },
};
