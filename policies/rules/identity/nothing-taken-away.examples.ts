import type { Examples } from "../../examples";
import { policyJson } from "./example-trust";

const policy = policyJson({ Effect: "Allow", Action: "events:PutEvents", Resource: "*" });
const role = (changes: object = {}, more: object = {}) => ({
  aws_iam_role: { one: { name: "one", assume_role_policy: policyJson(), ...changes } },
  ...more,
});
const INLINE = { aws_iam_role_policy: { one: { name: "one", role: "${aws_iam_role.one.name}", policy } } };
const MANAGED = {
  aws_iam_policy: { own: { name: "own", policy } },
  aws_iam_role_policy_attachment: {
    one: { role: "${aws_iam_role.one.name}", policy_arn: "${aws_iam_policy.own.arn}" },
  },
};
const exclusive = (more: object) => ({
  aws_iam_role_policies_exclusive: { one: { role_name: "one", policy_names: [], ...more } },
});

export const nothingTakenAwayExamples: Examples = {
  policy: "IDN-015",
  pass: {
    "policies are given one by one": role({}, { ...INLINE, ...MANAGED }),
    "a role lists all that it has, and nothing else gives it any": role({ inline_policy: [{ name: "one", policy }] }),
    "a role lists no block": role({ inline_policy: [] }, INLINE),
  },
  fail: {
    "another resource lists none": role({}, { ...INLINE, ...exclusive({}) }),
    "another resource lists what the role has": role({}, { ...INLINE, ...exclusive({ policy_names: ["one"] }) }),
    "another resource lists managed policies": role(
      {},
      { aws_iam_role_policy_attachments_exclusive: { one: { role_name: "one", policy_arns: [] } } },
    ),
    "a managed policy is for some roles alone": {
      aws_iam_policy_attachment: { one: { name: "one", policy_arn: "${aws_iam_policy.own.arn}", roles: ["other"] } },
    },
    "the role itself lists no inline policy": role({ inline_policy: [{}] }, INLINE),
    "the role itself lists no managed policy": role({ managed_policy_arns: [] }, MANAGED),
  },
  undecided: {
    "an expression decides whether there is a list": role({}, { ...INLINE, ...exclusive({ count: "${var.lists}" }) }),
    "what the role lists comes from a variable": role({ managed_policy_arns: "${var.policies}" }, MANAGED),
  },
};
