import type { Examples } from "../../examples";
import { ELSEWHERE, resourcesWith } from "./example-organization";

const DATA = ["dynamodb:*", "kms:*", "s3:*", "secretsmanager:*", "sqs:*"];
const VISITED = ["arn:aws:iam::*:role/clover-local-*-auditor", "arn:aws:iam::*:role/clover-local-*-containment"];
const AUDITOR = "arn:aws:iam::900000000009:role/auditor";
const BREAK_GLASS = "arn:aws:iam::100000000001:role/clover-break-glass";
const PEOPLE = "arn:aws:iam::100000000001:role/clover-people";

const rcp = (Action: readonly string[], Condition: unknown, Resource: unknown = "*") => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource,
  Condition,
});
const but = (arn: string) => ({ ArnNotEquals: { "aws:PrincipalArn": arn } });
const visit = rcp(["sts:AssumeRole*"], but(AUDITOR), VISITED);
const factor = rcp([...DATA, "sts:AssumeRole"], {
  ArnEquals: { "aws:PrincipalArn": BREAK_GLASS },
  BoolIfExists: { "aws:MultiFactorAuthPresent": "false" },
});
const tags = (...keys: readonly string[]) =>
  rcp(["sts:TagSession"], { "ForAnyValue:StringEquals": { "aws:TagKeys": keys }, ...but(PEOPLE) });
const people = tags("country-of-work", "multi-factor", "role");

export const visitsGuardrailExamples: Examples = {
  policy: "ORG-018",
  pass: { "each is whose it is": resourcesWith([visit, factor, people]) },
  fail: {
    "the operator takes on the monitor's role": resourcesWith([factor, people]),
    "any role of the monitor's account does": resourcesWith([
      rcp(["sts:AssumeRole*"], { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::900000000009:role/*" } }, VISITED),
      factor,
      people,
    ]),
    "containment is anybody's": resourcesWith([
      rcp(["sts:AssumeRole*"], but(AUDITOR), VISITED.slice(0, 1)),
      factor,
      people,
    ]),
    "break-glass needs no second factor": resourcesWith([visit, people]),
    "a session that says nothing of its second factor passes": resourcesWith([
      visit,
      rcp([...DATA, "sts:AssumeRole"], {
        ArnEquals: { "aws:PrincipalArn": BREAK_GLASS },
        Bool: { "aws:MultiFactorAuthPresent": "false" },
      }),
      people,
    ]),
    "anybody says where they work": resourcesWith([visit, factor, tags("multi-factor", "role")]),
  },
  undecided: {
    "who the auditors are comes from a variable": resourcesWith([
      rcp(["sts:AssumeRole*"], but("${var.auditor}"), VISITED),
      factor,
      people,
    ]),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
