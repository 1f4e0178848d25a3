import type { Examples } from "../../examples";
import { accessRole, serviceRole, STORE } from "./example-access";
import { PEOPLE_CONDITION } from "./example-people";
import { policyJson } from "./example-trust";

const { DateLessThanEquals } = PEOPLE_CONDITION;
const DOOR = { StringEquals: { "aws:SourceVpce": "${aws_vpc_endpoint.s3.id}" } };
const BUCKET = "${aws_s3_bucket.data.arn}";
const read = (over: Readonly<Record<string, unknown>> = {}) => ({
  Effect: "Allow",
  Action: ["s3:GetObject"],
  Resource: `${BUCKET}/*`,
  Condition: { ...DOOR, DateLessThanEquals },
  ...over,
});
const holds = (...statements: readonly unknown[]) => ({
  ...STORE,
  ...accessRole(),
  aws_iam_role_policy: { read: { role: "${aws_iam_role.people.name}", policy: policyJson(...statements) } },
});

export const accessPermissionsExamples: Examples = {
  policy: "IDN-005",
  pass: {
    "it reads its store through the endpoint until the last day": holds(read(), {
      ...read({ Action: "kms:Decrypt", Resource: "${aws_kms_key.own.arn}" }),
      Condition: { DateLessThanEquals },
    }),
    "it may do nothing at all": { ...STORE, ...accessRole() },
  },
  fail: {
    "it writes": holds(read({ Action: ["s3:GetObject", "s3:PutObject"] })),
    "it reads any store": holds(read({ Resource: "*" })),
    "it reads from anywhere": holds(read({ Condition: { DateLessThanEquals } })),
    "it has no end": holds(read({ Condition: DOOR })),
    "a policy is attached to it that reads everything": {
      ...holds(read()),
      aws_iam_policy: { all: { name: "all", policy: policyJson(read({ Action: "s3:*", Resource: "*" })) } },
      aws_iam_role_policy_attachment: {
        all: { role: "${aws_iam_role.people.name}", policy_arn: "${aws_iam_policy.all.arn}" },
      },
    },
    "an inline block of its own administers": {
      ...STORE,
      ...accessRole({
        inline_policy: [{ name: "all", policy: policyJson({ Effect: "Allow", Action: "*", Resource: "*" }) }],
      }),
    },
  },
  undecided: {
    "the store comes from a variable": holds(read({ Resource: "${var.bucket}/*" })),
    "a variable says which role a policy is for": {
      ...holds(read()),
      aws_iam_role_policy_attachment: { all: { role: "${var.role}", policy_arn: "${aws_iam_policy.all.arn}" } },
    },
    "a policy is attached whose document is not here": {
      ...holds(read()),
      aws_iam_role_policy_attachment: {
        all: { role: "${aws_iam_role.people.name}", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
      },
    },
  },
  notApplicable: { "no people may assume the role": serviceRole("events.amazonaws.com") },
};
