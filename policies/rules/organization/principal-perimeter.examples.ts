import type { Examples } from "../../examples";
import { ELSEWHERE, resourcesWith } from "./example-organization";

const DATA = ["dynamodb:*", "kms:*", "s3:*", "secretsmanager:*", "sqs:*"];
const VISITED = ["arn:aws:iam::*:role/clover-local-*-auditor", "arn:aws:iam::*:role/clover-local-*-containment"];
const AUDITOR = "arn:aws:iam::900000000009:role/auditor";
const isNoService = { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };
const strangers = { StringNotEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" }, ...isNoService };

const rcp = (Action: readonly string[], Condition: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource: "*",
  Condition,
  ...more,
});
const store = rcp(DATA, strangers);
const PIPELINE = ["arn:aws:iam::*:role/clover-local-plan", "arn:aws:iam::*:role/clover-deploy"];
const GITHUB = { StringNotEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } };
const token = rcp(["sts:AssumeRoleWithWebIdentity"], undefined, { Resource: undefined, NotResource: PIPELINE });
const github = rcp(["sts:AssumeRoleWithWebIdentity"], GITHUB);
const assume = rcp(["sts:AssumeRole", "sts:AssumeRoleWithSAML"], strangers, {
  Resource: undefined,
  NotResource: VISITED,
});
const visit = rcp(["sts:*"], { ArnNotEquals: { "aws:PrincipalArn": AUDITOR } }, { Resource: VISITED });
const services = rcp([...DATA, "sts:*"], {
  StringNotEquals: { "aws:SourceOrgID": "o-cloverlocal1" },
  Null: { "aws:SourceAccount": "false" },
  Bool: { "aws:PrincipalIsAWSService": "true" },
});
const tls = rcp(DATA, { BoolIfExists: { "aws:SecureTransport": "false" } });
const modern = rcp(["s3:*"], { NumericLessThan: { "s3:TlsVersion": "1.2" } });
const all = [store, assume, token, github, visit, services, tls, modern];
const without = (left: unknown) => resourcesWith(all.filter((each) => each !== left));

export const principalPerimeterExamples: Examples = {
  policy: "ORG-017",
  pass: { "strangers, strangers' services and bare connections are denied": resourcesWith(all) },
  fail: {
    "strangers reach stores": without(store),
    "strangers reach queues": resourcesWith([
      ...all.slice(1),
      rcp(
        DATA.filter((action) => action !== "sqs:*"),
        strangers,
      ),
    ]),
    "a caller of no organization passes": resourcesWith([
      ...all.slice(1),
      rcp(DATA, { ...strangers, Null: { "aws:PrincipalOrgID": "false" } }),
    ]),
    "a stranger takes on any role": without(assume),
    "another organization is let in": resourcesWith([
      ...all.slice(1),
      rcp(DATA, {
        StringNotEquals: { "aws:PrincipalOrgID": ["o-cloverlocal1", "o-somebodyelse"] },
        ...isNoService,
      }),
    ]),
    "a token opens any role": without(token),
    "a token of any provider is taken": without(github),
    "a token for anybody else is": resourcesWith([
      ...all.filter((each) => each !== github),
      rcp(["sts:AssumeRoleWithWebIdentity"], { Null: { "token.actions.githubusercontent.com:aud": "true" } }),
    ]),
    "services act for strangers": without(services),
    "a bare connection is taken": without(tls),
    "an old one is": without(modern),
    "it is a service control policy": resourcesWith(all, "SERVICE_CONTROL_POLICY"),
  },
  undecided: {
    "whose principals it lets in comes from a variable": resourcesWith([
      ...all.slice(1),
      rcp(DATA, { StringNotEquals: { "aws:PrincipalOrgID": "${var.organization}" }, ...isNoService }),
    ]),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
