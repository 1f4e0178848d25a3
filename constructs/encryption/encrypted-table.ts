import { DynamodbResourcePolicy } from "@cdktf/provider-aws/lib/dynamodb-resource-policy";
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { Construct } from "constructs";
import type { DataClass } from "../../config/estate";
import { accessPerimeter } from "../iam/access-perimeter";
import { policyDocument, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import type { DataKey } from "./data-key";
import type { Draining } from "./encrypted-bucket";

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
  /** Deletion protection is on by default. A temporary table has none: it has to end on its day. */
  readonly temporary?: boolean;
  /**
   * Tables are kept by default. A draining one takes no new items and is exported by the one role that drains it; the
   * deployment that no longer has it deletes it.
   */
  readonly draining?: Draining;
}

const EXPORT = "dynamodb:ExportTableToPointInTime";
/** What makes or changes an item. An item can still be deleted: somebody's right to that does not wait. */
const WRITES = [
  "dynamodb:BatchWriteItem",
  "dynamodb:PartiQLInsert",
  "dynamodb:PartiQLUpdate",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
];

const DATA_ACTIONS = [
  "dynamodb:BatchGetItem",
  "dynamodb:BatchWriteItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  EXPORT,
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
      lifecycle: { preventDestroy: !props.draining },
    });
    new DynamodbResourcePolicy(this, "policy", {
      resourceArn: table.arn,
      policy: policyDocument([...this.perimeter(props), ...(props.draining ? this.drains(props.draining) : [])]),
    });
  }

  /** The table and whatever index it has. */
  private get parts(): readonly string[] {
    return [this.arn, `${this.arn}/index/*`];
  }

  private perimeter({ organizationId, doors, draining }: EncryptedTableProps): readonly Statement[] {
    return accessPerimeter({
      arns: this.parts,
      allActions: "dynamodb:*",
      dataActions: draining ? DATA_ACTIONS.filter((action) => action !== EXPORT) : DATA_ACTIONS,
      organizationId,
      doors,
    });
  }

  /** The export begins outside the segment, in the one role that may begin it, and ends in the enclave's own bucket. */
  private drains({ exceptRoleArn }: Draining): readonly Statement[] {
    const deny = { Effect: "Deny", Principal: "*", Resource: this.parts } as const;
    const condition = { ArnNotEquals: { "aws:PrincipalArn": exceptRoleArn } };
    return [
      { ...deny, Sid: "Draining", Action: WRITES },
      { ...deny, Sid: "ExportedByDrain", Action: EXPORT, Condition: condition },
    ];
  }
}
