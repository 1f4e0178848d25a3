import type { Examples } from "../../examples";
import { deny, ELSEWHERE, organizationWith } from "./example-organization";

const OURS = "o-cloverlocal1";
const MONITORS = "o-monitorlocal1";
const TAKES_DATA = [
  ...["dynamodb:*", "ecr:*", "events:*", "firehose:*", "kinesis:*", "kms:*", "lambda:*", "s3:*"],
  ...["secretsmanager:*", "sns:*", "sqs:*", "sts:*"],
];
const not = (...organizations: readonly string[]) => ({ StringNotEquals: { "aws:ResourceOrgID": organizations } });
const perimeter = deny(TAKES_DATA, not(OURS, MONITORS));
const toMonitor = (...allowed: readonly string[]) => ({
  Effect: "Deny",
  NotAction: allowed,
  Resource: "*",
  Condition: { StringEquals: { "aws:ResourceOrgID": MONITORS } },
});

export const resourcePerimeterExamples: Examples = {
  policy: "ORG-016",
  pass: { "the monitor's bus alone is outside": organizationWith([perimeter, toMonitor("events:PutEvents")]) },
  fail: {
    "nothing is denied": organizationWith([]),
    "buckets of anybody may be written to": organizationWith([
      deny(
        TAKES_DATA.filter((action) => action !== "s3:*"),
        not(OURS, MONITORS),
      ),
      toMonitor("events:PutEvents"),
    ]),
    "what is of no organization passes": organizationWith([
      deny(TAKES_DATA, { ...not(OURS, MONITORS), Null: { "aws:ResourceOrgID": "false" } }),
      toMonitor("events:PutEvents"),
    ]),
    "a third organization is let in": organizationWith([
      deny(TAKES_DATA, not(OURS, MONITORS, "o-somebodyelse")),
      toMonitor("events:PutEvents"),
    ]),
    "the monitor's buckets may be touched": organizationWith([perimeter, toMonitor("events:PutEvents", "s3:*")]),
    "anything of the monitor's may be": organizationWith([perimeter]),
  },
  undecided: {
    "whose resources it is about comes from a variable": organizationWith([
      deny(TAKES_DATA, not("${var.organization}")),
      toMonitor("events:PutEvents"),
    ]),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
