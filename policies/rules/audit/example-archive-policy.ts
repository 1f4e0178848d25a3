import type { Example } from "../../examples";
import { bucketWith, monitorWith, SAMPLE } from "./example-archive";

type Statements = Readonly<Record<string, object | undefined>>;

const ARN = `arn:aws:s3:::${SAMPLE.archive}`;
const everything = [ARN, `${ARN}/*`];
const ofAccount = { StringEquals: { "aws:SourceAccount": "200000000002" } };
const producer = (Service: string, look: string, Condition: object, under = "dublin/AWSLogs/200000000002/") => ({
  [`${Service}Look`]: { Effect: "Allow", Principal: { Service }, Action: look, Resource: ARN, Condition },
  [Service]: {
    Effect: "Allow",
    Principal: { Service },
    Action: "s3:PutObject",
    Resource: `${ARN}/${under}*`,
    Condition,
  },
});
/** @param Condition without one, whatever the request */
export const denial = (Action: string | readonly string[], Condition?: object) => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource: everything,
  ...(Condition ? { Condition } : {}),
});

/** What the policy of an archive says, by the name of each statement. */
const ARCHIVE_STATEMENTS: Readonly<Record<string, object>> = {
  ...producer("cloudtrail.amazonaws.com", "s3:GetBucketAcl", {
    StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:200000000002:trail/clover-local-dublin-audit" },
  }),
  ...producer("delivery.logs.amazonaws.com", "s3:GetBucketAcl", {
    ...ofAccount,
    ArnLike: { "aws:SourceArn": "arn:aws:logs:eu-west-1:200000000002:*" },
  }),
  ...producer(
    "guardduty.amazonaws.com",
    "s3:GetBucketLocation",
    { ...ofAccount, ArnLike: { "aws:SourceArn": "arn:aws:guardduty:eu-west-1:200000000002:detector/*" } },
    "",
  ),
  insecure: denial("s3:*", { Bool: { "aws:SecureTransport": "false" } }),
  deletions: denial(["s3:BypassGovernanceRetention", "s3:DeleteBucket", "s3:DeleteObject*"]),
  reads: denial("s3:GetObject*", {
    StringNotEquals: { "aws:PrincipalAccount": "900000000009" },
    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
  }),
  changes: {
    Effect: "Deny",
    Principal: "*",
    NotAction: ["s3:Get*", "s3:List*"],
    Resource: ARN,
    Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::900000000009:role/monitor-deploy" } },
  },
};

/** The statement with some of its elements replaced. */
export function changed(name: string, changes: object): Statements {
  return { [name]: { ...ARCHIVE_STATEMENTS[name], ...changes } };
}

/** An archive whose policy has some of its statements replaced, added or, where undefined, left out. */
export function archiveWith(statements: Statements = {}): Example {
  const Statement = Object.values({ ...ARCHIVE_STATEMENTS, ...statements }).filter(Boolean);
  return archiveUnder(JSON.stringify({ Version: "2012-10-17", Statement }));
}

export function archiveUnder(policy: string): Example {
  return monitorWith(bucketWith(SAMPLE.archive, { aws_s3_bucket_policy: { policy } }));
}
