import type { Examples } from "../../examples";
import { monitorWith } from "./example-archive";

const ARCHIVES = "arn:aws:s3:::clover-local-monitor-*-archive-900000000009";
const KEY = "arn:aws:kms:eu-west-2:900000000009:key/00000000-0000-4000-8000-000000000103";
const allow = (Action: string | readonly string[], Resource: string, Condition?: object) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});
const through = (service: string) => ({ StringEquals: { "kms:ViaService": `${service}.eu-west-2.amazonaws.com` } });
const GOOD = [
  allow("s3:ListBucket", ARCHIVES),
  allow("s3:GetObject", `${ARCHIVES}/*/AWSLogs/*`),
  allow("s3:PutObject", `${ARCHIVES}/validation/*`),
  allow(["kms:Decrypt", "kms:GenerateDataKey"], KEY, through("s3")),
  allow("cloudtrail:ListPublicKeys", "*"),
  allow("logs:PutLogEvents", "arn:aws:logs:eu-west-2:900000000009:log-group:validation:*"),
  allow("sqs:SendMessage", "arn:aws:sqs:eu-west-2:900000000009:validation-unhandled"),
];
const BUS = "arn:aws:events:eu-west-2:900000000009:event-bus/clover-local-monitor-alerts";
const INCIDENTS = [
  allow("s3:PutObject", `${ARCHIVES}/incidents/*`),
  allow("events:PutEvents", BUS, {
    "ForAllValues:StringEquals": { "events:source": "clover.incident" },
    Null: { "events:source": "false" },
  }),
];
const RECORD = { function_name: "clover-local-monitor-incident-record" };

const running = (statements: readonly object[] | string, lambda: object = {}) =>
  monitorWith({
    aws_iam_role: { validation: { name: "validation" } },
    aws_iam_role_policy: {
      validation: {
        role: "${aws_iam_role.validation.name}",
        policy: typeof statements === "string" ? statements : JSON.stringify({ Statement: statements }),
      },
    },
    aws_lambda_function: {
      validation: { function_name: "validation", role: "${aws_iam_role.validation.arn}", ...lambda },
    },
  });

export const monitorFunctionsExamples: Examples = {
  policy: "AUD-024",
  pass: {
    "it reads records and keeps verdicts": running(GOOD),
    "it keeps incidents and tells of them": running(INCIDENTS, RECORD),
    "it may do nothing": running([]),
  },
  fail: {
    "it writes where records are": running([...GOOD, allow("s3:PutObject", `${ARCHIVES}/*`)]),
    "it writes to any bucket": running([...GOOD, allow("s3:PutObject", "*")]),
    "it uses keys on its own": running([...GOOD, allow("kms:Decrypt", KEY)]),
    "it puts events on any bus": running([...GOOD, allow("events:PutEvents", "*")]),
    "what validates keeps incidents": running(INCIDENTS),
    "what keeps incidents keeps verdicts": running(GOOD, RECORD),
    "it tells in the name of others": running([allow("events:PutEvents", BUS)], RECORD),
    "it takes on other roles": running([...GOOD, allow("sts:AssumeRole", "*")]),
    "it writes another's log": running([...GOOD, allow("logs:*", "*")]),
  },
  undecided: {
    "what it may do comes from a variable": running("${var.policy}"),
    "its role is not in the output": running(GOOD, { role: "${var.role}" }),
  },
  notApplicable: {
    "the function is a site's": { aws_lambda_function: { one: { function_name: "one" } } },
  },
};
