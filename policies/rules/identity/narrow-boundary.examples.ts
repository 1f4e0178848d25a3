import type { Examples, Resources } from "../../examples";
import { boundary, serviceRole } from "./example-access";
import { policyJson } from "./example-trust";

const good = String(boundary()["aws_iam_policy"]?.["boundary"]?.["policy"]);
const written = (policy: string): Resources => ({ aws_iam_policy: { boundary: { name: "boundary", policy } } });
const wide = (action: string) => written(good.replace('"s3:GetObject"', `"s3:GetObject","${action}"`));
const interfaces = (Condition: object) =>
  written(
    good.replace(
      '"Statement":[',
      `"Statement":[${JSON.stringify({ Effect: "Allow", Action: ["ec2:CreateNetworkInterface"], Resource: "*", Condition })},`,
    ),
  );
const another = { name: "another", policy: policyJson({ Effect: "Allow", Action: "*", Resource: "*" }) };

export const narrowBoundaryExamples: Examples = {
  policy: "IDN-007",
  pass: {
    "it denies other regions, other organizations and the internet, and allows data alone": boundary(),
    "Lambda may give its functions an address": interfaces({ Null: { "lambda:SourceFunctionArn": "true" } }),
    "it is the one that a role carries": {
      ...serviceRole("lambda.amazonaws.com", { permissions_boundary: "${aws_iam_policy.boundary.arn}" }),
      aws_iam_policy: { ...boundary()["aws_iam_policy"], another },
    },
  },
  fail: {
    "there is none": {},
    "other regions stay open": boundary("Region"),
    "other organizations do": boundary("Organization"),
    "data is reached from outside any network": boundary("Network"),
    "a service that no list names shows data from outside any network": wide("es:ESHttpGet"),
    "it allows roles to be changed": wide("iam:*"),
    "it allows networks to be changed": wide("ec2:CreateRoute"),
    "a function's own code may give itself an address": interfaces({}),
    "it allows everything": { aws_iam_policy: { another } },
  },
  undecided: {
    "its region comes from a variable": written(good.replace('"eu-west-1"', '"${var.region}"')),
    "the document comes from a data source": written("${data.aws_iam_policy_document.boundary.json}"),
  },
  notApplicable: { "no stack is a segment": { stacks: { organization: {} } } },
};
