import type { Examples } from "../../examples";
import { PEOPLE, PEOPLE_CONDITION } from "./example-people";
import { trustJson } from "./example-trust";

const role = (assume_role_policy: string, more = {}) => ({
  aws_iam_role: { one: { name: "one", assume_role_policy, tags: { access: "dublin-support" }, ...more } },
});
const trust = trustJson({ AWS: PEOPLE }, PEOPLE_CONDITION);

export const declaredAccessRolesExamples: Examples = {
  policy: "IDN-004",
  pass: { "a role lets its people in": role(trust) },
  fail: {
    "there is none": {},
    "the role lets in people of another country": role(trust.replace('"IE"', '"SE"')),
    "it ends before the last day": role(trust.replace("2027-06-30", "2027-06-29")),
    "it lets in somebody else": role(trustJson({ AWS: "arn:aws:iam::100000000001:role/other" }, PEOPLE_CONDITION)),
  },
  undecided: {
    "whom it lets in comes from a variable": role(trustJson({ AWS: "${var.people}" }, PEOPLE_CONDITION)),
    "an expression decides whether it exists": role(trust, { count: "${var.count}" }),
  },
  notApplicable: { "the stack has no declared access": { stacks: { organization: {} } } },
};
