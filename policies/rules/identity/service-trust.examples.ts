import type { Examples } from "../../examples";
import { DUBLIN } from "./example-people";
import { trustJson } from "./example-trust";

const role = (assume_role_policy: string) => ({ aws_iam_role: { one: { name: "one", assume_role_policy } } });
const EVENTS = { Service: "events.amazonaws.com" };
const ofAccount = (account: string) => ({ StringEquals: { "aws:SourceAccount": account } });

export const serviceTrustExamples: Examples = {
  policy: "IDN-002",
  pass: {
    "it asks for its own account": role(trustJson(EVENTS, ofAccount(DUBLIN))),
    "it asks for a resource of its own account": role(
      trustJson(EVENTS, { ArnLike: { "aws:SourceArn": `arn:aws:events:eu-west-1:${DUBLIN}:rule/*` } }),
    ),
    "the service is not documented to say for whom it acts": role(trustJson({ Service: "s3.amazonaws.com" })),
    "no service is let in": role(trustJson({ AWS: DUBLIN })),
  },
  fail: {
    "a service is let in for whomever": role(trustJson(EVENTS)),
    "for another account": role(trustJson(EVENTS, ofAccount("666666666666"))),
    "for one account or another": role(trustJson(EVENTS, { StringLike: { "aws:SourceAccount": "*" } })),
    "only where it says for whom": role(trustJson(EVENTS, { StringEqualsIfExists: { "aws:SourceAccount": DUBLIN } })),
    "one of two services is": role(trustJson({ Service: ["s3.amazonaws.com", "glue.amazonaws.com"] })),
  },
  undecided: {
    "the account comes from a variable": role(trustJson(EVENTS, ofAccount("${var.account}"))),
    "the service does": role(trustJson({ Service: "${var.service}" })),
  },
};
