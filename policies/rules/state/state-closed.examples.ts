import type { Examples } from "../../examples";
import { butFor, DEPLOY, kept, PLAN, refusing } from "./example-state";

const OBJECTS = ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*"];
const closed = (condition?: object, actions: readonly string[] = OBJECTS) => kept([refusing(actions, condition)]);

export const stateClosedExamples: Examples = {
  policy: "STA-012",
  pass: {
    "two roles reach it": closed(butFor(DEPLOY, PLAN)),
    "each action is refused in a statement of its own": kept(
      OBJECTS.map((action) => refusing(action, butFor(DEPLOY, PLAN))),
    ),
    "fewer than the two reach it": closed(butFor(DEPLOY)),
  },
  fail: {
    "its policy says nothing of roles": kept([refusing("s3:*", { Bool: { "aws:SecureTransport": "false" } })]),
    "one more role reaches it": closed(butFor(DEPLOY, PLAN, "arn:aws:iam::200000000002:role/support")),
    "whatever role ends alike reaches it": closed({
      ArnNotLike: { "aws:PrincipalArn": [DEPLOY, PLAN, "arn:aws:iam::*:role/*-plan"] },
    }),
    "everybody reads it": closed(butFor(DEPLOY, PLAN), ["s3:PutObject*", "s3:DeleteObject*"]),
    "everybody reads the versions before": closed(butFor(DEPLOY, PLAN), [
      "s3:GetObject",
      "s3:PutObject*",
      "s3:DeleteObject*",
    ]),
    "everybody writes it": closed(butFor(DEPLOY, PLAN), ["s3:GetObject*", "s3:DeleteObject*"]),
    "everybody removes it": closed(butFor(DEPLOY, PLAN), ["s3:GetObject*", "s3:PutObject*"]),
    "who has signed in otherwise than as a role reaches it": closed({
      ...butFor(DEPLOY, PLAN),
      StringEquals: { "aws:PrincipalType": "AssumedRole" },
    }),
  },
  undecided: {
    "a variable names the roles": closed({ ArnNotEquals: { "aws:PrincipalArn": "${var.roles}" } }),
    "its policy comes from a function": kept([], {
      more: {
        aws_s3_bucket_policy: { state: { bucket: "${aws_s3_bucket.state.bucket}", policy: '${file("x.json")}' } },
      },
    }),
  },
  notApplicable: {
    "state is kept in files": { stacks: kept([]).stacks },
    "the stack that makes the bucket is not judged": { stacks: { dublin: {} }, state: kept([]).state! },
  },
};
