import type { Examples } from "../../examples";
import { DUBLIN } from "./example-people";
import { AUDITOR, visit } from "./example-visit";
import { policyJson, trustJson } from "./example-trust";

const READS = [
  ...["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus", "cloudtrail:LookupEvents", "config:Describe*"],
  ...["ec2:DescribeVpcEndpoints", "guardduty:List*", "iam:GetRole", "iam:GetRolePolicy"],
  ...["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants"],
  "s3:GetBucketPolicy",
];
const reads = (...more: readonly string[]) => ({ Effect: "Allow", Action: [...READS, ...more], Resource: "*" });
const noData = {
  Effect: "Deny",
  Action: [
    ...["dynamodb:*Item", "dynamodb:Query", "dynamodb:Scan", "kms:Decrypt", "logs:FilterLogEvents"],
    ...["logs:GetLogEvents", "logs:StartQuery", "s3:GetObject*", "secretsmanager:GetSecretValue"],
    ...["sqs:ReceiveMessage", "ssm:GetParameter*"],
  ],
  Resource: "*",
};
const inline = (...statements: readonly object[]) => ({
  aws_iam_role_policy: {
    more: { name: "more", role: "${aws_iam_role.auditor.name}", policy: policyJson(...statements) },
  },
});
const AUDITOR_ROLE = `arn:aws:iam::${DUBLIN}:role/clover-local-dublin-auditor`;
/** A key whose policy lets one role be given what shows its configuration. */
const keyFor = (role: string) => ({
  aws_kms_key: {
    data: {
      policy: policyJson({
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${DUBLIN}:root` },
        Action: ["kms:DescribeKey", "kms:Get*", "kms:ListGrants"],
        Resource: "*",
        Condition: { ArnEquals: { "aws:PrincipalArn": role } },
      }),
    },
  },
});
const anything = { Effect: "Allow", Action: "*", Resource: "*" };

export const auditorRoleExamples: Examples = {
  policy: "IDN-013",
  pass: {
    "it reads configuration alone": visit("auditor", [reads(), noData]),
    "a key lets it read how it is configured": { ...visit("auditor", [reads(), noData]), ...keyFor(AUDITOR_ROLE) },
    "another policy adds nothing, for the boundary holds": {
      ...visit("auditor", [reads(), noData]),
      ...inline(anything),
    },
  },
  fail: {
    "there is none": {},
    "it reads objects": visit("auditor", [reads("s3:GetObject")]),
    "it reads items": visit("auditor", [reads("dynamodb:Get*")]),
    "it reads items through a cache, which no list of data names": visit("auditor", [reads("dax:GetItem"), noData]),
    "it lists people": visit("auditor", [reads("cognito-idp:ListUsers"), noData]),
    "a bucket's own policy could let it read": visit("auditor", [reads()]),
    "it uses keys": visit("auditor", [reads("kms:*")]),
    "it changes something": visit("auditor", [reads("iam:PutRolePolicy"), noData]),
    "it takes on other roles": visit("auditor", [reads("sts:AssumeRole"), noData]),
    "it does not see what happened": visit("auditor", [{ ...reads(), Action: READS.slice(3) }, noData]),
    "it has no boundary": visit("auditor", [reads(), noData], { permissions_boundary: undefined }),
    "its boundary is AWS's": visit("auditor", [reads(), noData], {
      permissions_boundary: "arn:aws:iam::aws:policy/ReadOnlyAccess",
    }),
    "the auditors show another external id": visit("auditor", [reads(), noData], {
      assume_role_policy: trustJson({ AWS: AUDITOR }, { StringEquals: { "sts:ExternalId": "another" } }),
    }),
    "the auditors are not let in": visit("auditor", [reads(), noData], {
      assume_role_policy: trustJson({ AWS: "200000000002" }),
    }),
    "a key's policy keeps it out, whatever its own allows": {
      ...visit("auditor", [reads(), noData]),
      ...keyFor(`arn:aws:iam::${DUBLIN}:role/clover-plan`),
    },
    "its own policy lets it see nothing of a key that would": {
      ...visit("auditor", [{ ...reads(), Action: READS.filter((action) => !action.startsWith("kms:")) }, noData]),
      ...keyFor(AUDITOR_ROLE),
    },
    "it has another name": visit("auditor", [reads(), noData], { name: "auditor" }),
  },
  undecided: {
    "who is let in comes from a variable": visit("auditor", [reads(), noData], { assume_role_policy: "${var.trust}" }),
    "an expression decides whether it exists": visit("auditor", [reads(), noData], { count: "${var.audited}" }),
    "what it may do comes from a data source": {
      ...visit("auditor", [reads()]),
      aws_iam_policy: {
        auditor: { name: "clover-local-dublin-auditor", policy: "${data.aws_iam_policy_document.audit.json}" },
      },
    },
  },
};
