import { dnsSuffix } from "../../../config/place";
import { deployRoleArn, drainPath, type DrainPath } from "../../../config/names";
import { ENCLAVE, enclavePlace, type StackPlace } from "../../../config/places";
import type { Principal } from "../../access/principal";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { arnOf } from "../arn-of";
import type { Permitted } from "../denial-of";
import { doorsTo, through } from "../identity/doors";
import { usingKey } from "../identity/using-key";
import type { Need } from "../identity/role-needs";
import { keyOf } from "../key-of";
import { ownPolicies } from "../own-policies";
import { throughService } from "../through-service";

/** Who may act in a role of the drain, what the role may do at most, and what it must be able to. */
export interface Duty {
  readonly arn: string;
  readonly actor: Principal;
  readonly actors: readonly Permitted[];
  readonly work: readonly Permitted[];
  readonly needs: readonly Need[];
}

const EXPORT = ["dynamodb:DescribeTable", "dynamodb:ExportTableToPointInTime", "dynamodb:ListExports"];
const SEE_EXPORT = ["dynamodb:DescribeExport"];
const WRITE = ["s3:AbortMultipartUpload", "s3:PutObject"];
const ENCRYPT = ["kms:Decrypt", "kms:GenerateDataKey"];
const FIND_OBJECTS = ["s3:GetReplicationConfiguration", "s3:PutInventoryConfiguration"];
const REPLICATE = ["s3:InitiateReplication"];

export function dutiesOf(context: Context): readonly Duty[] {
  const place = enclavePlace(context.estate);
  const batch = `batchoperations.s3.${dnsSuffix(place.partition)}`;
  const path = drainPath(context.estate);
  const bucket = context.model.resourcesIn(ENCLAVE, "aws_s3_bucket").find((one) => arnOf(one) === path.sourceBucketArn);
  return [startsIt(path, place, batch, bucket, context), replicates(path, batch, bucket)];
}

/** The deployer's role: it asks S3 and DynamoDB to begin. */
function startsIt(
  path: DrainPath,
  place: StackPlace,
  batch: string,
  bucket: Resource | undefined,
  context: Context,
): Duty {
  const tables = context.model.resourcesIn(ENCLAVE, "aws_dynamodb_table");
  const arn = deployRoleArn(context.estate, place);
  const throughS3 = { StringEquals: { "kms:ViaService": throughService("s3", place) } };
  const exported = `${path.sourceBucketArn}/${path.exportPrefix}`;
  return {
    arn: path.operatorRoleArn,
    actor: { kind: "role", arn },
    actors: [{ Principal: { AWS: arn } }],
    work: [
      { Action: ["s3:CreateJob", "s3:ListJobs"] },
      { Action: ["iam:PassRole"], Resource: [path.batchRoleArn] },
      { Action: EXPORT, Resource: tables.map(arnOf) },
      { Action: SEE_EXPORT, Resource: tables.map((table) => `${arnOf(table)}/export/*`) },
      { Action: WRITE, Resource: [`${exported}/*`] },
      { Action: ENCRYPT, Condition: throughS3 },
    ].filter(({ Resource }) => Resource?.length !== 0),
    needs: [
      { actions: ["s3:CreateJob", "s3:ListJobs"], resource: "*" },
      { actions: ["iam:PassRole"], resource: path.batchRoleArn, context: { "iam:PassedToService": [batch] } },
      ...tables.flatMap((table) => exporting(table, context)),
      ...(bucket ? writing(bucket, `${exported}/x`) : []),
    ],
  };
}

/** Through the segment's endpoint, where the table has its own. */
function exporting(table: Resource, context: Context): readonly Need[] {
  const [door] = doorsTo("dynamodb", ENCLAVE, context);
  const way = door ? through(door) : {};
  const arn = arnOf(table);
  return [
    { actions: EXPORT, resource: arn, guards: ownPolicies(table), ...way },
    { actions: SEE_EXPORT, resource: `${arn}/export/x`, ...way },
  ];
}

/** DynamoDB writes an export in the name of who asked for it, from its own network. */
function writing(bucket: Resource, resource: string): readonly Need[] {
  const key = keyOf(bucket);
  return [
    { actions: WRITE, resource, context: { "aws:ViaAWSService": ["true"] }, guards: ownPolicies(bucket) },
    ...(key ? [usingKey(ENCRYPT, key, "s3")] : []),
  ];
}

/** The role of S3 Batch Operations. */
function replicates(path: DrainPath, batch: string, bucket: Resource | undefined): Duty {
  const { sourceBucketArn } = path;
  const guards = bucket ? ownPolicies(bucket) : [];
  return {
    arn: path.batchRoleArn,
    actor: { kind: "service", service: batch },
    actors: [{ Principal: { Service: batch } }],
    work: [
      { Action: REPLICATE, Resource: [`${sourceBucketArn}/*`] },
      { Action: FIND_OBJECTS, Resource: [sourceBucketArn] },
    ],
    needs: [
      { actions: REPLICATE, resource: `${sourceBucketArn}/x`, guards },
      { actions: FIND_OBJECTS, resource: sourceBucketArn, guards },
    ],
  };
}
