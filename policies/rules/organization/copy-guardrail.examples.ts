import type { Examples } from "../../examples";
import { deny, DEPLOYER, ELSEWHERE, organizationWith } from "./example-organization";

const copies = [
  ...["appflow:*", "backup:*", "config:Put*", "datasync:*", "dlm:*", "dms:*", "dynamodb:*", "ec2:Copy*"],
  ...["ecr-public:*", "ecr:Put*", "elasticache:*", "elasticfilesystem:*", "fsx:*", "logs:CreateExportTask"],
  ...["memorydb:*", "oam:*", "rds:C*", "rds:S*", "redshift:*", "s3:Create*", "snowball:*", "storagegateway:*"],
  "transfer:*",
];
const secrets = ["secretsmanager:ReplicateSecretToRegions"];
const shares = [
  ...["ebs:*", "ec2:Create*", "ec2:Export*", "ec2:Modify*", "lambda:AddLayerVersionPermission", "rds:Modify*"],
  "ssm:ModifyDocumentPermission",
];
const replication = deny(["s3:PutReplicationConfiguration"], DEPLOYER);
const denied = (...actions: readonly string[]) => organizationWith([deny(actions), replication]);

const DRAIN_OPERATOR = {
  ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::500000000005:role/clover-local-enclave-drain-operator" },
};
const isNoExport = (action: string) => !["dynamodb:*", "s3:Create*"].includes(action);

export const copyGuardrailExamples: Examples = {
  policy: "ORG-008",
  pass: {
    "nobody copies or shares, and the deploy role replicates": denied(...copies, ...secrets, ...shares),
    "the enclave's drain exports": organizationWith([
      deny([...copies, ...secrets, ...shares], DRAIN_OPERATOR),
      ...[
        deny([
          ...copies.filter(isNoExport),
          "dynamodb:C*",
          "dynamodb:EnableK*",
          "dynamodb:UpdateGlobalTable",
          "s3:CreateMulti*",
        ]),
      ],
      deny([...secrets, ...shares]),
      replication,
    ]),
  },
  fail: {
    "secrets may be copied": denied(...copies, ...shares),
    "snapshots may be shared": denied(...copies, ...secrets, ...shares.filter((action) => action !== "ec2:Modify*")),
    "snapshots may be read block by block": denied(...copies, ...secrets, ...shares.slice(1)),
    "the deploy role exports": organizationWith([
      deny([
        ...copies.filter(isNoExport),
        "dynamodb:C*",
        "dynamodb:EnableK*",
        "dynamodb:UpdateGlobalTable",
        "s3:CreateMulti*",
      ]),
      deny([...secrets, ...shares]),
      deny(["dynamodb:Export*", "s3:CreateJob"], DEPLOYER),
      replication,
    ]),
    "anybody may configure replication": organizationWith([deny([...copies, ...secrets, ...shares])]),
    "the break-glass role may": organizationWith([
      deny([...copies, ...secrets, ...shares]),
      deny(["s3:PutReplicationConfiguration"], {
        ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::*:role/clover-break-glass" },
      }),
    ]),
  },
  undecided: {
    "what is denied comes from a variable": denied(...copies, ...secrets, ...shares.slice(1), "${var.ebs}"),
  },
  notApplicable: { "the organization is not judged": ELSEWHERE },
};
