import type { PolicyDocument } from "../access/document";
import type { Resource } from "../model/resource";
import { policiesOf } from "./policy-values";

/** Where the own policy of a type stands beside it: the resource that carries it, and the attribute that names whose it is. */
const CARRIERS: Readonly<Record<string, readonly [type: string, attribute: string]>> = {
  aws_dynamodb_table: ["aws_dynamodb_resource_policy", "resource_arn"],
  aws_kms_key: ["aws_kms_key_policy", "key_id"],
  aws_s3_bucket: ["aws_s3_bucket_policy", "bucket"],
};

/** The policies that a bucket, a table or a key carries itself, or in a resource beside it. */
export function ownPolicies(resource: Resource): readonly PolicyDocument[] {
  const [type, attribute] = CARRIERS[resource.type] ?? [];
  const carriers = type && attribute ? resource.companions(type, attribute) : [];
  return [resource, ...carriers].flatMap((carrier) => policiesOf(carrier, "resource")).map(({ document }) => document);
}
