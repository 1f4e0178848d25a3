import type { Examples, Resources } from "../../examples";
import { policyOf, type ExampleStatement } from "../example-policy";

const ARN = "arn:aws:sqs:eu-west-1:200000000002:jobs";
const CLEAR: ExampleStatement = {
  Effect: "Deny",
  Principal: "*",
  Action: "sqs:*",
  Resource: ARN,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const SENDING: ExampleStatement = {
  Effect: "Allow",
  Principal: { Service: "events.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: ARN,
};

const under = (policy: string, more: object = {}): Resources => ({
  aws_sqs_queue: { jobs: { name: "jobs" } },
  aws_sqs_queue_policy: { jobs: { queue_url: "${aws_sqs_queue.jobs.url}", policy, ...more } },
});
const denying = (changes: object) => under(policyOf(SENDING, { ...CLEAR, ...changes }));

export const queueTransportExamples: Examples = {
  policy: "ENC-016",
  pass: {
    "clear text is denied to everybody": under(policyOf(CLEAR)),
    "and somebody is let in otherwise": under(policyOf(SENDING, CLEAR)),
    "the policy stands on the queue itself": { aws_sqs_queue: { jobs: { name: "jobs", policy: policyOf(CLEAR) } } },
  },
  fail: {
    "it has no policy": { aws_sqs_queue: { jobs: { name: "jobs" } } },
    "nothing is denied": under(policyOf(SENDING)),
    "sending alone is denied": denying({ Action: "sqs:SendMessage" }),
    "another queue's is denied": denying({ Resource: `${ARN}-dead` }),
    "services are let through": denying({
      Condition: { Bool: { "aws:SecureTransport": "false", "aws:PrincipalIsAWSService": "false" } },
    }),
    "the denial is for one account": denying({ Principal: { AWS: "200000000002" } }),
  },
  undecided: {
    "the policy comes from a variable": under("${var.policy}"),
    "an expression decides whether it has a policy": under(policyOf(CLEAR), { count: "${var.policies}" }),
    "a variable decides what is clear": denying({ Condition: { Bool: { "aws:SecureTransport": "${var.clear}" } } }),
  },
};
