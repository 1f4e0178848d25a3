import { S3BucketNotification } from "@cdktf/provider-aws/lib/s3-bucket-notification";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { Token, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { archivePurpose, intakePurpose, type AuditSinks, type AuditSource } from "../../config/names";
import { HardenedBucket } from "../encryption/hardened-bucket";
import { GuaranteeError } from "../guarantee-error";
import type { Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { ArchiveKey } from "./archive-key";
import { IntakeReplication } from "./intake-replication";
import { archiveDeliveries, intakeDeliveries } from "./producer-statements";

const LEAST_RETENTION_DAYS = 365;
/** Long enough to notice and repair a replication that has stopped. */
const INTAKE_DAYS = 30;

export interface AuditArchiveProps {
  /** The account that delivers. */
  readonly source: AuditSource;
  /** What the source was told. */
  readonly sinks: AuditSinks;
  /** A year at least; nobody can shorten it afterwards for what has been delivered. */
  readonly retentionDays: number;
  /** The monitor's own deploy role, and nobody of those it watches. */
  readonly administratorArns: readonly string[];
}

/**
 * Guarantee: what one declared account's log services deliver is encrypted with the monitor's key, cannot
 * be changed or deleted by anybody before its retention ends, and can be read by the monitor alone. No
 * account can write where another's records are: each has an archive and a key of its own, which also
 * keeps the policies far from S3's 20 KB and KMS's 32 KB however many sites there are.
 *
 * Emits the archive (Object Lock in compliance mode), the intake for services that cannot deliver into
 * a locked bucket, the replication from one to the other, the monitor's key, and an event for everything that arrives.
 * Controls: B12, D27, D28, D29, D30, D31, D32, D34, F49.
 *
 * @throws archive.retention when the retention is shorter than a year
 * @throws archive.foreign-sink when the source was told of another archive
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export class AuditArchive extends Construct {
  /** What must exist before anything can be delivered. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: AuditArchiveProps) {
    super(scope, id);
    this.requireRetention(props.retentionDays);
    const { source, sinks, administratorArns } = props;
    const { key } = new ArchiveKey(this, "key", { source, administratorArns, declaredArn: sinks.keyArn });
    const shared = { key, dataClass: "audit" } as const;
    const archive = new HardenedBucket(this, "archive", {
      ...shared,
      purpose: archivePurpose(source.stack),
      objectLock: true,
      noncurrentDays: props.retentionDays,
      statements: [
        ...archiveDeliveries(sinks.archiveBucketArn, source),
        ...protection(sinks.archiveBucketArn, administratorArns, RegionLock.of(this).place.account),
      ],
    });
    const intake = new HardenedBucket(this, "intake", {
      ...shared,
      purpose: intakePurpose(source.stack),
      noncurrentDays: INTAKE_DAYS,
      expireDays: INTAKE_DAYS,
      statements: [
        ...intakeDeliveries(sinks.intakeBucketArn, source),
        ...protection(sinks.intakeBucketArn, administratorArns, RegionLock.of(this).place.account),
      ],
    });
    this.requireSinks(sinks, archive, intake);
    const lock = new S3BucketObjectLockConfigurationA(this, "lock", {
      bucket: archive.bucket.bucket,
      rule: { defaultRetention: { mode: "COMPLIANCE", days: props.retentionDays } },
      dependsOn: [archive.versioning],
    });
    for (const [id, { bucket }] of Object.entries({ archive, intake })) {
      new S3BucketNotification(this, `${id}-arrivals`, { bucket: bucket.bucket, eventbridge: true });
    }
    new IntakeReplication(this, "replication", { source, intake, archive, key, after: [lock] });
    this.ready = [archive.policy, intake.policy, lock];
  }

  private requireRetention(days: number): void {
    if (Token.isUnresolved(days) || days >= LEAST_RETENTION_DAYS) return;
    throw new GuaranteeError(
      "archive.retention",
      this.node.path,
      `'retentionDays' must be at least ${LEAST_RETENTION_DAYS}, got ${days}; raise it: evidence outlives the year it is about`,
    );
  }

  private requireSinks(sinks: AuditSinks, archive: HardenedBucket, intake: HardenedBucket): void {
    if (sinks.archiveBucketArn === archive.arn && sinks.intakeBucketArn === intake.arn) return;
    throw new GuaranteeError(
      "archive.foreign-sink",
      this.node.path,
      `'sinks' must name ${archive.arn} and ${intake.arn}, got ${sinks.archiveBucketArn} and ${sinks.intakeBucketArn}; compute them from this estate`,
    );
  }
}

/**
 * Nobody deletes, nobody but the monitor reads, and only its administrators change the bucket itself: whatever is asked of
 * it, and not of its objects, that does not merely look. No list of what changes it would be complete. (An access point is
 * made without asking the bucket, and lets nobody in whom the bucket's policy does not.)
 */
function protection(bucketArn: string, administratorArns: readonly string[], account: string): readonly Statement[] {
  const deny = (Sid: string, Action: readonly string[], Condition?: Statement["Condition"]): Statement => ({
    Sid,
    Effect: "Deny",
    Principal: "*",
    Action,
    Resource: [bucketArn, `${bucketArn}/*`],
    ...(Condition ? { Condition } : {}),
  });
  return [
    deny("NobodyDeletes", [
      "s3:BypassGovernanceRetention",
      "s3:DeleteBucket",
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
    ]),
    deny("MonitorReads", ["s3:GetObject*"], {
      StringNotEquals: { "aws:PrincipalAccount": account },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    }),
    {
      Sid: "AdministratorsChange",
      Effect: "Deny",
      Principal: "*",
      NotAction: ["s3:Get*", "s3:List*"],
      Resource: bucketArn,
      Condition: { ArnNotEquals: { "aws:PrincipalArn": administratorArns } },
    },
  ];
}
