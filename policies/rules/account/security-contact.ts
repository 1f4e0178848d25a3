import type { WholeEstate } from "../../policy";
import { all, fail, type Verdict } from "../../verdict";
import { inAccount, stackAt } from "../in-account";
import { ifItExists, inEveryAccount } from "./in-every-account";

const CONTACT = "aws_account_alternate_contact";

export const securityContact: WholeEstate = {
  kind: "whole",
  id: "ACC-007",
  title: "AWS reaches the declared security contact about every declared account",
  severity: "medium",
  controls: ["G51"],
  rationale:
    "When AWS sees users' data in danger it calls somebody; it must be the people who can act, and not a mailbox of the past.",
  remediation: "Declare 'organization.securityContact' and build every account's stack on AccountBaseline.",
  sources: ["https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html"],
  construct: "account/account-baseline",

  check(context) {
    const { name, title, email, phone } = context.estate.organization.securityContact;
    return inEveryAccount(context, (place): readonly Verdict[] => {
      const contacts = inAccount(context, place, CONTACT).filter(
        (contact) => contact.value("alternate_contact_type").is("SECURITY") !== "no",
      );
      if (contacts.length === 0) return [fail(stackAt(place.stack), "none", "a security contact")];
      return contacts.map((contact) =>
        ifItExists(
          contact,
          all(
            contact.value("alternate_contact_type").mustBe("SECURITY"),
            contact.value("name").mustBe(name),
            contact.value("title").mustBe(title),
            contact.value("email_address").mustBe(email),
            contact.value("phone_number").mustBe(phone),
            contact.value("account_id").mustBeAbsent("the account that it stands in"),
          ),
        ),
      );
    });
  },
};
