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
const speaking = (source: string) =>
  allow("events:PutEvents", BUS, {
    "ForAllValues:StringEquals": { "events:source": source },
    Null: { "events:source": "false" },
  });
const INCIDENTS = [allow("s3:PutObject", `${ARCHIVES}/incidents/*`), speaking("clover.incident")];
const TELLING = [
  allow("s3:GetObject", `${ARCHIVES}/*/AWSLogs/*/CloudTrail/*`),
  allow("kms:Decrypt", KEY, through("s3")),
  speaking("clover.trail"),
];
const VARIABLES = { PREFIX: "clover-local", ACCOUNT: "900000000009" };
const RECORDING = {
  ...VARIABLES,
  BUS: "clover-local-monitor-alerts",
  STACKS: "monitor,organization,dublin,ireland-2,norway,enclave",
};
const RECORD = { function_name: "clover-local-monitor-incident-record", environment: { variables: RECORDING } };
const TELL = {
  function_name: "clover-local-monitor-trail-alerts",
  environment: { variables: { ...RECORDING, BREAK_GLASS: "arn:aws:iam::100000000001:role/clover-break-glass" } },
};
const having = (more: object) => running(GOOD, { environment: { variables: { ...VARIABLES, ...more } } });

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
      validation: {
        function_name: "validation",
        role: "${aws_iam_role.validation.arn}",
        handler: "index.handler",
        runtime: "nodejs22.x",
        timeout: 900,
        environment: { variables: VARIABLES },
        ...lambda,
      },
    },
  });

export const monitorFunctionsExamples: Examples = {
  policy: "AUD-024",
  pass: {
    "it reads records and keeps verdicts": running(GOOD),
    "it keeps incidents and tells of them": running(INCIDENTS, RECORD),
    "it reads trails and tells of them": running(TELLING, TELL),
    "it may do nothing": running([]),
    "it runs once at once": running(GOOD, { reserved_concurrent_executions: 1 }),
    "nothing is reserved for it": running(GOOD, { reserved_concurrent_executions: -1 }),
  },
  fail: {
    "it writes where records are": running([...GOOD, allow("s3:PutObject", `${ARCHIVES}/*`)]),
    "it runs on another runtime": running(GOOD, { runtime: "provided.al2023" }),
    "it writes to any bucket": running([...GOOD, allow("s3:PutObject", "*")]),
    "it uses keys on its own": running([...GOOD, allow("kms:Decrypt", KEY)]),
    "it puts events on any bus": running([...GOOD, allow("events:PutEvents", "*")]),
    "what validates keeps incidents": running(INCIDENTS),
    "what keeps incidents keeps verdicts": running(GOOD, RECORD),
    "what tells of trails opens incidents": running([...TELLING, speaking("clover.incident")], TELL),
    "what tells of trails writes": running([...TELLING, allow("s3:PutObject", `${ARCHIVES}/incidents/*`)], TELL),
    "what tells of trails knows no role for emergencies": running(TELLING, {
      ...TELL,
      environment: { variables: { ...RECORDING, BREAK_GLASS: "arn:aws:iam::100000000001:role/other" } },
    }),
    "it tells in the name of others": running([allow("events:PutEvents", BUS)], RECORD),
    "it takes on other roles": running([...GOOD, allow("sts:AssumeRole", "*")]),
    "it writes another's log": running([...GOOD, allow("logs:*", "*")]),
    "Node.js loads other code first": having({ NODE_OPTIONS: "--import=data:text/javascript,fetch()" }),
    "it has a variable that it does not need": having({ STAGE: "production" }),
    "it looks at other archives": having({ PREFIX: "other" }),
    "it has no environment": running(GOOD, { environment: null }),
    "it looks at some stacks alone": running(INCIDENTS, {
      ...RECORD,
      environment: { variables: { ...RECORDING, STACKS: "monitor" } },
    }),
    "another of its exports runs": running(GOOD, { handler: "index.nothing" }),
    "a layer runs beside it": running(GOOD, { layers: ["arn:aws:lambda:eu-west-2:900000000009:layer:other:1"] }),
    "it is an image": running(GOOD, { image_uri: `monitor@sha256:${"0".repeat(64)}` }),
    "it never runs": running(GOOD, { reserved_concurrent_executions: 0 }),
    "it has a second": running(GOOD, { timeout: 1 }),
    "it has the three seconds that Lambda gives": running(GOOD, { timeout: null }),
  },
  undecided: {
    "its environment comes from a variable": running(GOOD, { environment: { variables: "${var.variables}" } }),
    "how often it runs at once comes from a variable": running(GOOD, {
      reserved_concurrent_executions: "${var.concurrency}",
    }),
    "what it may do comes from a variable": running("${var.policy}"),
    "its role is not in the output": running(GOOD, { role: "${var.role}" }),
  },
  notApplicable: {
    "the function is a site's": { aws_lambda_function: { one: { function_name: "one" } } },
  },
};
