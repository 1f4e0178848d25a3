import { DynamodbResourcePolicy } from "@cdktf/provider-aws/lib/dynamodb-resource-policy";
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { Construct } from "constructs";
import type { DataClass } from "../../config/estate";
import { accessPerimeter } from "../iam/access-perimeter";
import { policyDocument } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import type { DataKey } from "./data-key";

export interface EncryptedTableProps {
  /** Last part of the table's name. */
  readonly purpose: string;
  readonly key: DataKey;
  readonly dataClass: DataClass;
  readonly organizationId: string;
  /** VPC endpoints through which alone items are reached. */
  readonly doors: readonly string[];
  /** Name of the text attribute that items are spread by. */
  readonly partitionKey: string;
  /** Name of the text attribute that items of one partition are ordered by. */
  readonly sortKey: string;
  /** Tables cannot be deleted by default. A temporary one can. */
  readonly temporary?: boolean;
}

const DATA_ACTIONS = [
  "dynamodb:BatchGetItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:ExportTableToPointInTime",
  "dynamodb:GetItem",
  "dynamodb:PartiQLDelete",
  "dynamodb:PartiQLInsert",
  "dynamodb:PartiQLSelect",
  "dynamodb:PartiQLUpdate",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:UpdateItem",
];

/**
 * Guarantee: every item is encrypted with the given key, can be restored to any second of the last
 * 35 days, is in one region only, and is reached by the organization through its endpoints alone.
 *
 * Emits `aws_dynamodb_table` and `aws_dynamodb_resource_policy`.
 * Controls: A5, B10, C22, E37, F47, G52, H63.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html
 */
export class EncryptedTable extends Construct {
  /** Computed. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptedTableProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    const name = lock.name(props.purpose);
    this.arn = lock.arn("dynamodb", `table/${name}`);
    props.key.allowGrantsThrough("dynamodb");

    const table = new DynamodbTable(this, "table", {
      name,
      billingMode: "PAY_PER_REQUEST",
      hashKey: props.partitionKey,
      rangeKey: props.sortKey,
      attribute: [props.partitionKey, props.sortKey].map((attribute) => ({ name: attribute, type: "S" })),
      serverSideEncryption: { enabled: true, kmsKeyArn: props.key.arn },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: !props.temporary,
      tags: { "data-class": props.dataClass },
      lifecycle: { preventDestroy: !props.temporary },
    });
    new DynamodbResourcePolicy(this, "policy", {
      resourceArn: table.arn,
      policy: policyDocument(
        accessPerimeter({
          arns: [this.arn, `${this.arn}/index/*`],
          allActions: "dynamodb:*",
          dataActions: DATA_ACTIONS,
          organizationId: props.organizationId,
          doors: props.doors,
        }),
      ),
    });
  }
}
