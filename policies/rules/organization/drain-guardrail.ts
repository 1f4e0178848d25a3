import { drainPath } from "../../../config/names";
import type { WholeEstate } from "../../policy";
import { notApplicable } from "../../verdict";
import { deniedToMembers, exceptRole } from "./denied-to-members";
import { leftToMember } from "./left-to-member";
import { isEnclave, organizationAt } from "./members";

const WRITES = [
  ...["dynamodb:BatchWriteItem", "dynamodb:CreateTable", "dynamodb:ImportTable", "dynamodb:PartiQLInsert"],
  ...["dynamodb:PartiQLUpdate", "dynamodb:PutItem", "dynamodb:RestoreTableFromBackup"],
  ...["dynamodb:RestoreTableToPointInTime", "dynamodb:UpdateItem", "ec2:CreateVolume", "ec2:RunInstances"],
  ...["kinesis:PutRecord", "kinesis:PutRecords", "rds:CreateDBCluster", "rds:CreateDBInstance", "s3:CreateBucket"],
  ...["s3:PutObject", "s3:ReplicateObject", "s3:RestoreObject", "secretsmanager:CreateSecret"],
  ...["secretsmanager:PutSecretValue", "sqs:SendMessage"],
];

export const drainGuardrail: WholeEstate = {
  kind: "whole",
  id: "ORG-013",
  title: "An enclave that is draining, or retired, takes no new data",
  severity: "critical",
  controls: ["F46"],
  rationale: "Data that still arrives while the rest goes home is what is left behind when the enclave ends.",
  remediation: "Attach drainDeny to the enclave's account as soon as its phase is no longer serving.",
  sources: ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html"],
  construct: "organization/guardrails/drain-deny",

  check(context) {
    const { enclave } = context.estate;
    if (enclave.phase === "serving") {
      return [notApplicable({ ...organizationAt, stack: context.model.stacks[0] ?? organizationAt.stack })];
    }
    const { replicationRoleArn, operatorRoleArn } = drainPath(context.estate);
    const denial = {
      expected: `nothing is written while the enclave is ${enclave.phase}`,
      actions: WRITES,
      except: [replicationRoleArn, operatorRoleArn].flatMap(exceptRole),
    };
    return [
      ...deniedToMembers(context, () => [denial], isEnclave),
      ...leftToMember(context, operatorRoleArn, ["s3:PutObject"], { "aws:CurrentTime": ["2020-01-01T00:00:00Z"] }),
    ];
  },
};
