import type { Example, Examples } from "../../examples";
import { policyOf, type ExampleStatement } from "../example-policy";
import { bucketWith, deny } from "./example-bucket";

const OURS = { StringNotEquals: { "aws:PrincipalOrgID": "o-cloverlocal1" } };
const NO_SERVICE = { "aws:PrincipalIsAWSService": "false" };
const DATA = ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*", "s3:List*"];
const organization = deny({ ...OURS, BoolIfExists: NO_SERVICE });
const outside = (StringNotEquals: unknown, more: unknown = {}) =>
  deny({ StringNotEquals, BoolIfExists: { ...NO_SERVICE, "aws:ViaAWSService": "false" }, ...(more as object) }, DATA);
const doors = outside({ "aws:SourceVpce": "${aws_vpc_endpoint.s3.id}" });
const spared = (role: string) =>
  outside(
    { "aws:SourceVpce": "${aws_vpc_endpoint.s3.id}" },
    { ArnNotEquals: { "aws:PrincipalArn": `arn:aws:iam::200000000002:role/${role}` } },
  );

const segment = (service: string) => ({
  aws_vpc_endpoint: { s3: { service_name: "com.amazonaws.eu-west-1.s3" } },
  aws_iam_role: {
    backup: {
      name: "backup",
      assume_role_policy: policyOf({
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sts:AssumeRole",
      }),
    },
  },
});
const bucket = (...statements: readonly ExampleStatement[]): Example => ({
  ...segment("backup.amazonaws.com"),
  ...bucketWith(...statements),
});

export const perimeterExamples: Examples = {
  policy: "STO-004",
  pass: {
    "strangers and other ways in are denied": bucket(organization, doors),
    "the role in which AWS Backup reads comes by its own way": bucket(organization, spared("backup")),
    "what is not restricted is reached from anywhere in the organization": {
      ...bucketWith(organization),
      aws_s3_bucket: { data: { bucket: "data", tags: { "data-class": "aggregated" } } },
    },
  },
  fail: {
    "strangers are not denied": bucket(doors),
    "other ways in are not denied": bucket(organization),
    "a caller without an organization is let through": bucket(
      deny({
        StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-cloverlocal1" },
        Null: { "aws:PrincipalOrgID": "false" },
      }),
      doors,
    ),
    "the organization is another one": bucket(
      deny({ StringNotEquals: { "aws:PrincipalOrgID": "o-somebodyelse" }, BoolIfExists: NO_SERVICE }),
      doors,
    ),
    "any endpoint will do": bucket(
      organization,
      deny({ Null: { "aws:SourceVpce": "true" }, BoolIfExists: NO_SERVICE }, DATA),
    ),
    "a role that people assume is spared": bucket(organization, spared("engineer")),
    "the spared role is assumed by code": {
      ...segment("lambda.amazonaws.com"),
      ...bucketWith(organization, spared("backup")),
    },
    "a table has no policy": { aws_dynamodb_table: { people: { name: "people" } } },
  },
  undecided: {
    "the endpoint is written out, and may turn out to be the segment's": bucket(
      organization,
      outside({ "aws:SourceVpce": "vpce-0123456789abcdef0" }),
    ),
    "the organization comes from a variable": bucket(
      deny({ StringNotEquals: { "aws:PrincipalOrgID": "${var.organization}" }, BoolIfExists: NO_SERVICE }),
      doors,
    ),
  },
  notApplicable: {
    "it is a sink of the monitor, which is judged as one": {
      stacks: { monitor: { resource: bucketWith(organization) } },
    },
  },
};
