import type { Access } from "../../../config/estate";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { Permitted } from "../denial-of";
import { endOf } from "./access-trust";

const READ_BUCKET = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketVersions"];
const READ_OBJECTS = ["s3:GetObject", "s3:GetObjectAttributes", "s3:GetObjectTagging", "s3:GetObjectVersion"];
const READ_ITEMS = ["dynamodb:BatchGetItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:Query"];
/** A key is reached through the stores, which is the key's own policy to say. */
const USE_KEY = ["kms:Decrypt", "kms:DescribeKey"];
const SERVER_SIDE = "aws_s3_bucket_server_side_encryption_configuration";
const DEFAULT = "rule[0].apply_server_side_encryption_by_default[0].kms_master_key_id";

/** What the people of a declared access may do: read what is of its data classes, in its stack, through its endpoints. */
export function permittedReads(access: Access, { stack }: Resource, { model }: Context): readonly Permitted[] {
  const here = (...types: readonly string[]) => model.resourcesIn(stack, ...types);
  const stores = (type: string) => here(type).filter(({ dataClass }) => access.dataClasses.includes(dataClass));
  const buckets = stores("aws_s3_bucket");
  const tables = stores("aws_dynamodb_table");
  const keys = [
    ...buckets.flatMap((bucket) => bucket.companions(SERVER_SIDE, "bucket").map((each) => each.value(DEFAULT))),
    ...tables.map((table) => table.value("server_side_encryption[0].kms_key_arn")),
  ].flatMap(({ text }) => text ?? []);
  const until = { DateLessThanEquals: { "aws:CurrentTime": endOf(access) } };
  const doors = here("aws_vpc_endpoint").flatMap((endpoint) => textOf(endpoint.attribute("id")));
  const throughDoors = { ...until, StringEquals: { "aws:SourceVpce": doors } };
  const arns = (resources: readonly Resource[]) => resources.flatMap((each) => textOf(each.attribute("arn")));
  const tableArns = arns(tables);
  return [
    { Action: READ_BUCKET, Resource: arns(buckets), Condition: throughDoors },
    { Action: READ_OBJECTS, Resource: arns(buckets).map((arn) => `${arn}/*`), Condition: throughDoors },
    {
      Action: READ_ITEMS,
      Resource: [...tableArns, ...tableArns.map((arn) => `${arn}/index/*`)],
      Condition: throughDoors,
    },
    { Action: USE_KEY, Resource: [...new Set(keys)], Condition: until },
  ].filter(({ Resource, Condition }) => Resource.length > 0 && !Object.values(Condition).some(isEmpty));
}

function isEmpty(operator: Readonly<Record<string, string | readonly string[]>>): boolean {
  return Object.values(operator).some((values) => values.length === 0);
}

function textOf(value: unknown): readonly string[] {
  return typeof value === "string" ? [value] : [];
}
