import type { Examples } from "../../examples";

const contact = (more: Readonly<Record<string, unknown>>) => ({
  aws_account_alternate_contact: {
    security: {
      alternate_contact_type: "SECURITY",
      name: "Security operations",
      title: "Security operations",
      email_address: "security@example.org",
      phone_number: "+35315550100",
      ...more,
    },
  },
});

export const securityContactExamples: Examples = {
  policy: "ACC-007",
  pass: { "it is the declared one": contact({}) },
  fail: {
    "there is none": {},
    "only accounting has a contact": contact({ alternate_contact_type: "BILLING" }),
    "the address is a stranger's": contact({ email_address: "somebody@example.com" }),
    "it is another account's": contact({ account_id: "999999999999" }),
  },
  undecided: { "a variable holds the number": contact({ phone_number: "${var.phone}" }) },
};
