import { Construct } from "constructs";
import type { DataClass } from "../../config/estate";
import { globalArn } from "../../config/place";
import { accessPerimeter } from "../iam/access-perimeter";
import type { Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import type { DataKey, ForeignRole } from "./data-key";
import { HardenedBucket, type PassingObjects } from "./hardened-bucket";

/** How long a replaced or deleted version can still be restored. */
const RESTORE_DAYS = 90;

export interface EncryptedBucketProps {
  /** Last part of the bucket's name, before the account. */
  readonly purpose: string;
  readonly key: DataKey;
  readonly dataClass: DataClass;
  readonly organizationId: string;
  /** VPC endpoints through which alone objects are reached. Absent where there is no segment: the bucket of a state file. */
  readonly doors?: readonly string[];
  /** Roles that alone read, write and delete objects. Absent: whoever the account and the doors let. */
  readonly onlyRoleArns?: readonly string[];
  /** Roles of this account in which S3 or AWS Backup move objects; they come through no endpoint. */
  readonly serviceRoleArns?: readonly string[];
  /** The role of another account whose bucket replicates into this one. */
  readonly replicaWriter?: ForeignRole;
  /** What under a prefix expires, since it lies here only on its way elsewhere. Nothing by default. */
  readonly passing?: readonly PassingObjects[];
  /** Buckets are kept by default. A draining one takes no new objects, and the deployment that no longer has it destroys it. */
  readonly draining?: Draining;
}

/** What a store on its way out still takes. */
export interface Draining {
  /** The one role that still writes: it brings in what leaves by the bucket's replication. */
  readonly exceptRoleArn: string;
}

const DATA_ACTIONS = [
  "s3:AbortMultipartUpload",
  "s3:DeleteObject*",
  "s3:GetObject*",
  "s3:ListBucket",
  "s3:ListBucketVersions",
  "s3:ListMultipartUploadParts",
  "s3:PutObject*",
  "s3:RestoreObject",
];

/**
 * Guarantee: a hardened bucket whose objects only the organization can reach, and, where there is a
 * segment, only through its endpoints.
 *
 * Emits what `HardenedBucket` emits.
 * Controls: B10, B12, B13, B14, C22, E37, F47, G52, H58, H65.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html
 */
export class EncryptedBucket extends Construct {
  readonly hardened: HardenedBucket;
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptedBucketProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    this.arn = lock.bucketArn(lock.bucketName(props.purpose));
    this.hardened = new HardenedBucket(this, "hardened", {
      purpose: props.purpose,
      key: props.key,
      dataClass: props.dataClass,
      noncurrentDays: RESTORE_DAYS,
      passing: props.passing,
      leaving: props.draining !== undefined,
      statements: [
        ...accessPerimeter({
          arns: [this.arn, `${this.arn}/*`],
          allActions: "s3:*",
          dataActions: DATA_ACTIONS,
          organizationId: props.organizationId,
          doors: props.doors,
          serviceRoleArns: props.serviceRoleArns,
        }),
        props.draining ? this.takesNothingNew(props.draining) : this.mustStay(),
        ...(props.onlyRoleArns ? [this.isClosedButFor(props.onlyRoleArns)] : []),
        ...(props.replicaWriter ? this.takesReplicas(props.replicaWriter) : []),
      ],
    });
  }

  private mustStay(): Statement {
    return { Sid: "MustStay", Effect: "Deny", Principal: "*", Action: "s3:DeleteBucket", Resource: this.arn };
  }

  private isClosedButFor(roleArns: readonly string[]): Statement {
    return {
      Sid: "DeclaredRolesAlone",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:DeleteObject*", "s3:GetObject*", "s3:PutObject*"],
      Resource: `${this.arn}/*`,
      Condition: { ArnNotEquals: { "aws:PrincipalArn": roleArns } },
    };
  }

  private takesNothingNew({ exceptRoleArn }: Draining): Statement {
    return {
      Sid: "Draining",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:PutObject",
      Resource: `${this.arn}/*`,
      Condition: { ArnNotEquals: { "aws:PrincipalArn": exceptRoleArn } },
    };
  }

  /** Replicas and their tags, owned here; delete markers stay behind, so that a deletion over there loses nothing here. */
  private takesReplicas(writer: ForeignRole): readonly Statement[] {
    // S3 refuses a principal that does not exist, and the role may come later: the condition names it.
    const { place } = RegionLock.of(this);
    const principal = { AWS: globalArn({ ...place, account: writer.account }, "iam", "root") };
    const condition = { ArnEquals: { "aws:PrincipalArn": writer.arn } };
    return [
      {
        Sid: "Replicas",
        Effect: "Allow",
        Principal: principal,
        Action: ["s3:ObjectOwnerOverrideToBucketOwner", "s3:ReplicateObject", "s3:ReplicateTags"],
        Resource: `${this.arn}/*`,
        Condition: condition,
      },
      {
        Sid: "ReplicaBucket",
        Effect: "Allow",
        Principal: principal,
        Action: ["s3:GetBucketVersioning", "s3:ListBucket"],
        Resource: this.arn,
        Condition: condition,
      },
    ];
  }
}
