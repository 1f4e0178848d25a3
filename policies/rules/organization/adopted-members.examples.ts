import type { Examples } from "../../examples";
import { accounts, ELSEWHERE, organizationWith } from "./example-organization";

const only = (name: string, over: Readonly<Record<string, unknown>>) =>
  organizationWith([], {
    aws_organizations_account: accounts((account, each) => (each === name ? { ...account, ...over } : account)),
  });
const created = organizationWith([]);

export const adoptedMembersExamples: Examples = {
  policy: "ORG-001",
  pass: { "every declared account is imported into a unit and kept": organizationWith([]) },
  fail: {
    "an account is created and not imported": {
      stacks: { organization: { ...("stacks" in created ? created.stacks["organization"] : {}), import: [] } },
    },
    "an account is created that nobody declared": organizationWith([], {
      aws_organizations_account: { ...accounts(), another: { name: "another", email: "another@example.org" } },
    }),
    "an account is closed when it is removed": only("norway", { close_on_deletion: true }),
    "an account may be destroyed": only("norway", { lifecycle: { prevent_destroy: false } }),
    "an account has no parent": only("norway", { parent_id: null }),
  },
  undecided: {
    "the unit comes from a variable": only("norway", { parent_id: "${var.unit}" }),
    "a variable says whether it is closed": only("norway", { close_on_deletion: "${var.close}" }),
    "an expression decides whether it is there": only("norway", { count: "${var.count}" }),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
