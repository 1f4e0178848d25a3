import type { Statement } from "../iam/policy-document";

/**
 * What Lambda does, in a function's role, to give the function an address in a network. Calls of the function's own code
 * carry the function's ARN, and are not let through.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
export const LAMBDA_NETWORK_INTERFACES: Statement = {
  Sid: "LambdaNetworkInterfaces",
  Effect: "Allow",
  Action: [
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:UnassignPrivateIpAddresses",
  ],
  Resource: "*",
  Condition: { Null: { "lambda:SourceFunctionArn": "true" } },
};
