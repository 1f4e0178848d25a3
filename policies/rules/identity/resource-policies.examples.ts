import type { Examples } from "../../examples";
import { DUBLIN } from "./example-people";
import { policyJson } from "./example-trust";

const allow = (Principal: unknown, Condition?: unknown, more = {}) =>
  policyJson({ Effect: "Allow", Principal, Action: "*", Resource: "*", ...(Condition ? { Condition } : {}), ...more });
const queue = (policy: string) => ({ aws_sqs_queue_policy: { one: { queue_url: "one", policy } } });
const EVENTS = { Service: "events.amazonaws.com" };
const DRAIN = "arn:aws:iam::500000000005:role/clover-local-enclave-drain";
const lambda = (more: Readonly<Record<string, unknown>>) => ({
  aws_lambda_permission: { one: { function_name: "one", action: "lambda:InvokeFunction", ...more } },
});

export const resourcePoliciesExamples: Examples = {
  policy: "IDN-012",
  pass: {
    "its own account is let in": queue(allow({ AWS: `arn:aws:iam::${DUBLIN}:root` })),
    "everybody is, who is of its own account": queue(allow("*", { StringEquals: { "aws:PrincipalAccount": DUBLIN } })),
    "a service is, for its own account": queue(allow(EVENTS, { StringEquals: { "aws:SourceAccount": DUBLIN } })),
    "a service is, for a resource of its own account": queue(
      allow(EVENTS, { ArnLike: { "aws:SourceArn": `arn:aws:events:*:${DUBLIN}:rule/*` } }),
    ),
    "CloudWatch Logs is, for a log group of its own account": {
      aws_kms_key: {
        one: {
          policy: allow(
            { Service: "logs.eu-west-1.amazonaws.com" },
            { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-west-1:${DUBLIN}:log-group:one` } },
            { Action: "kms:Decrypt" },
          ),
        },
      },
    },
    "the enclave drains into its declared target": {
      aws_s3_bucket_policy: {
        one: {
          bucket: "one",
          policy: policyJson({
            Effect: "Allow",
            Principal: { AWS: DRAIN },
            Action: "s3:ReplicateObject",
            Resource: `arn:aws:s3:::clover-local-dublin-user-data-${DUBLIN}/*`,
          }),
        },
      },
    },
    "a function is invoked by a rule of its own account": lambda({
      principal: "events.amazonaws.com",
      source_arn: `arn:aws:events:eu-west-1:${DUBLIN}:rule/one`,
    }),
  },
  fail: {
    "anybody is let in": queue(allow("*")),
    "anybody of the organization is": queue(allow("*", { StringEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" } })),
    "another account is": { aws_sns_topic_policy: { one: { arn: "one", policy: allow({ AWS: "666666666666" }) } } },
    "a service is, for whomever": { aws_ecr_repository_policy: { one: { repository: "one", policy: allow(EVENTS) } } },
    "a service is, for the whole organization": queue(
      allow(EVENTS, { StringEquals: { "aws:SourceOrgID": "o-cloverlocal1" } }),
    ),
    "everybody but one account is": queue(
      policyJson({ Effect: "Allow", NotPrincipal: { AWS: DUBLIN }, Action: "*", Resource: "*" }),
    ),
    "whoever comes from some address is": queue(allow("*", { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } })),
    "the enclave may delete at its drain target": {
      aws_s3_bucket_policy: { one: { bucket: "one", policy: allow({ AWS: DRAIN }, undefined, { Action: "s3:*" }) } },
    },
    "a bucket's own block lets anybody in": { aws_s3_bucket: { one: { bucket: "one", policy: allow("*") } } },
    "a function is invoked by a service for whomever": lambda({ principal: "s3.amazonaws.com" }),
    "a function is invoked by anybody": lambda({ principal: "*" }),
    "another account sends events": {
      aws_cloudwatch_event_permission: { one: { principal: "666666666666", statement_id: "one" } },
    },
  },
  undecided: {
    "whom it lets in comes from a variable": queue(allow({ AWS: "${var.who}" })),
    "the document comes from a data source": queue("${data.aws_iam_policy_document.one.json}"),
    "the account comes through a function": queue(
      allow(EVENTS, { StringEquals: { "aws:SourceAccount": '${trimspace("200000000002")}' } }),
    ),
    "it names an owner by a canonical id": queue(allow({ CanonicalUser: "79a59df900b949e55d96a1e698fbaced" })),
  },
  notApplicable: { "the key has no policy": { aws_kms_key: { one: {} } } },
};
