import type { Examples } from "../../examples";
import { monitorWith } from "./example-archive";

const document = (Principal: unknown, Action: string, Condition: object = {}) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal, Action, Resource: "*", Condition }],
  });
const queue = (policy: string) => monitorWith({ aws_sqs_queue: { own: { name: "own", policy } } });
const role = (Principal: unknown, Condition: object = {}) => {
  const statement = { Effect: "Allow", Principal, Action: "sts:AssumeRole", Condition };
  const assume_role_policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  return monitorWith({ aws_iam_role: { own: { name: "own", assume_role_policy } } });
};
const third = { AWS: "arn:aws:iam::700000000007:role/auditor" };

export const independenceExamples: Examples = {
  policy: "AUD-018",
  pass: {
    "the monitor's own role is let in": role({ AWS: "arn:aws:iam::900000000009:role/monitor-deploy" }),
    "an auditor of a third party sends an external id": role(third, { StringEquals: { "sts:ExternalId": "agreed" } }),
    "a service is let in": queue(
      document({ Service: "events.amazonaws.com" }, "sqs:SendMessage", {
        StringEquals: { "aws:SourceAccount": "900000000009" },
      }),
    ),
  },
  fail: {
    "a resource of the monitor's is in the operator's account": {
      stacks: {
        monitor: {
          provider: { aws: [{ region: "eu-west-2", allowed_account_ids: ["200000000002"] }] },
          resource: { aws_sns_topic: { own: {} } },
        },
      },
    },
    "the operator may assume a role": role({ AWS: "arn:aws:iam::200000000002:role/clover-deploy" }),
    "the operator may assume a role, with an external id": role(
      { AWS: "200000000002" },
      { StringEquals: { "sts:ExternalId": "agreed" } },
    ),
    "the operator's organization may assume a role": role(
      { AWS: "*" },
      { StringEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" } },
    ),
    "an auditor of a third party sends nothing": role(third),
    "the operator reads a queue": queue(document({ AWS: "100000000001" }, "sqs:ReceiveMessage")),
    "the operator is granted the use of a key": monitorWith({
      aws_kms_grant: {
        own: { key_id: "key", grantee_principal: "arn:aws:iam::200000000002:role/any", operations: ["Decrypt"] },
      },
    }),
    "everybody reads a queue": queue(document("*", "sqs:ReceiveMessage")),
  },
  undecided: {
    "who may assume a role comes from a variable": role({ AWS: "${var.auditor}" }),
    "who is granted the use of a key comes from a variable": monitorWith({
      aws_kms_grant: { own: { key_id: "key", grantee_principal: "${var.grantee}", operations: ["Decrypt"] } },
    }),
    "a queue's policy comes from a variable": queue("${var.policy}"),
  },
  notApplicable: {
    "the resource is not the monitor's": { aws_sqs_queue: { own: { name: "own" } } },
  },
};
