import type { Statement } from "../../iam/policy-document";
import { deny, exceptRole } from "./deny";

/**
 * An enclave that is draining, or retired, takes no new data: what is there goes home and nothing is added.
 * Controls: F46.
 *
 * @param drainRoleArns the roles of the drain, which write its exports and its replicas
 */
export function drainDeny(drainRoleArns: readonly string[]): readonly Statement[] {
  return [
    deny(
      "NothingNewWhileDraining",
      [
        "dynamodb:BatchWriteItem",
        "dynamodb:CreateTable",
        "dynamodb:ImportTable",
        "dynamodb:PartiQLInsert",
        "dynamodb:PartiQLUpdate",
        "dynamodb:PutItem",
        "dynamodb:RestoreTable*",
        "dynamodb:UpdateItem",
        "ec2:CreateVolume",
        "ec2:RunInstances",
        "kinesis:PutRecord*",
        "rds:Create*",
        "rds:Restore*",
        "s3:CreateBucket",
        "s3:PutObject",
        "s3:ReplicateObject",
        "s3:RestoreObject",
        "secretsmanager:CreateSecret",
        "secretsmanager:PutSecretValue",
        "sqs:SendMessage",
      ],
      exceptRole(drainRoleArns),
    ),
  ];
}
