import type { Examples } from "../../examples";
import { accessRole, boundary, serviceRole } from "./example-access";

const carried = { permissions_boundary: "${aws_iam_policy.boundary.arn}" };

export const boundedRolesExamples: Examples = {
  policy: "IDN-008",
  pass: {
    "people's role carries it": { ...boundary(), ...accessRole(carried) },
    "a function's role carries it": { ...boundary(), ...serviceRole("lambda.amazonaws.com", carried) },
  },
  fail: {
    "people's role has none": { ...boundary(), ...accessRole() },
    "a function's role has none": { ...boundary(), ...serviceRole("lambda.amazonaws.com") },
    "its boundary is one of AWS's own": {
      ...boundary(),
      ...accessRole({ permissions_boundary: "arn:aws:iam::aws:policy/AdministratorAccess" }),
    },
  },
  undecided: {
    "the boundary comes from a variable": {
      ...boundary(),
      ...accessRole({ permissions_boundary: "${var.boundary}" }),
    },
  },
  notApplicable: {
    "a service acts in it that runs nobody's code": serviceRole("events.amazonaws.com"),
    "the role is in no segment": { stacks: { organization: { resource: serviceRole("lambda.amazonaws.com") } } },
  },
};
