import { dnsSuffix } from "../../../config/place";
import { drainPath } from "../../../config/names";
import { ENCLAVE } from "../../../config/places";
import { allowsAny } from "../../access/evaluate";
import { grants } from "../../access/question";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { beyond } from "../beyond";
import { denialOf, type Permitted } from "../denial-of";
import { throughService } from "../through-service";
import { worldOf } from "../estate-world";
import { assumption, trustOf } from "../identity/access-trust";
import { heldPolicies } from "../identity/held-policies";
import { stackAt } from "../in-account";
import { nothingGranted } from "../nothing-granted";
import { ofEnclave } from "./of-enclave";

/** Who may act in a role of the drain, and what the role may do. */
interface Duty {
  readonly arn: string;
  readonly actors: readonly Permitted[];
  readonly work: readonly Permitted[];
}

export const drainRoles: WholeEstate = {
  kind: "whole",
  id: "ENV-011",
  title: "The roles of the drain are there while the enclave is draining, start it, and do nothing else",
  severity: "critical",
  controls: ["A5", "F46", "H62"],
  rationale:
    "The drain's roles are let past what everybody else is denied. One that could also read, or name another destination, would be a way out of the enclave.",
  remediation: "Build the roles with DrainRoles.",
  sources: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-policies.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html",
  ],
  construct: "enclave/drain-roles",

  check(context) {
    return ofEnclave(context, () => [
      pass(stackAt(ENCLAVE)),
      ...dutiesOf(context).flatMap((duty) => onlyItsDuty(duty, context)),
    ]);
  },
};

function onlyItsDuty(duty: Duty, context: Context): readonly Verdict[] {
  const roles = context.model.resources("aws_iam_role").filter((role) => role.attribute("arn") === duty.arn);
  const isDraining = context.estate.enclave.phase === "draining";
  if (roles.length === 0 && isDraining)
    return [fail(stackAt(ENCLAVE), `no role ${duty.arn}`, "the roles of the drain")];
  return roles.flatMap((role) => [assumedBy(role, duty, context), does(role, duty, context)]);
}

function assumedBy(role: Resource, { actors }: Duty, context: Context): Verdict {
  const found = grants(beyond(trustOf(role), actors), assumption(role, context, { principals: [{ kind: "anyone" }] }));
  return nothingGranted(role.value("assume_role_policy").at, found, "nobody but whom the drain is for");
}

function does(role: Resource, { arn, work }: Duty, context: Context): Verdict {
  const { written, unread } = heldPolicies(role, context);
  const found = allowsAny(
    { identity: [...written.map(({ document }) => document), denialOf(work)] },
    {
      principals: [{ kind: "principal", arn }],
      actions: ["*"],
      resources: ["*"],
      world: worldOf(context.estate, role.account),
    },
  );
  const expected = "what the drain needs and nothing else";
  return all(
    nothingGranted(written[0]?.value.at ?? role.root.at, [found], expected),
    ...unread.map((value) => undecided(value.at, `a policy that is not in the output: ${value.legible}`, expected)),
  );
}

function dutiesOf({ estate, model }: Context): readonly Duty[] {
  const path = drainPath(estate);
  const own = model.resourcesIn(ENCLAVE, "aws_dynamodb_table");
  const tables = own.map((table) => String(table.attribute("arn")));
  const region = estate.enclave.placement.region;
  const partition = path.sourceBucketArn.split(":")[1]!;
  const batch = `batchoperations.s3.${dnsSuffix(partition)}`;
  const deployer = estate.organization.deployRoleArn.replace(/:\d{12}:/, `:${path.sourceAccount}:`);
  const throughS3 = { StringEquals: { "kms:ViaService": throughService("s3", { region, partition }) } };
  return [
    {
      arn: path.operatorRoleArn,
      actors: [{ Principal: { AWS: deployer } }],
      work: [
        { Action: ["s3:CreateJob", "s3:ListJobs"] },
        { Action: ["iam:PassRole"], Resource: [path.batchRoleArn] },
        {
          Action: ["dynamodb:DescribeTable", "dynamodb:ExportTableToPointInTime", "dynamodb:ListExports"],
          Resource: tables,
        },
        { Action: ["dynamodb:DescribeExport"], Resource: tables.map((table) => `${table}/export/*`) },
        {
          Action: ["s3:AbortMultipartUpload", "s3:PutObject"],
          Resource: [`${path.sourceBucketArn}/${path.exportPrefix}/*`],
        },
        { Action: ["kms:Decrypt", "kms:GenerateDataKey"], Condition: throughS3 },
      ].filter(({ Resource }) => Resource?.length !== 0),
    },
    {
      arn: path.batchRoleArn,
      actors: [{ Principal: { Service: batch } }],
      work: [
        { Action: ["s3:InitiateReplication"], Resource: [`${path.sourceBucketArn}/*`] },
        {
          Action: ["s3:GetReplicationConfiguration", "s3:PutInventoryConfiguration"],
          Resource: [path.sourceBucketArn],
        },
      ],
    },
  ];
}
