import { Construct } from "constructs";
import { STATE_PURPOSE } from "../../config/names";
import { DataKey } from "../encryption/data-key";
import { EncryptedBucket } from "../encryption/encrypted-bucket";
import { RegionLock } from "../region/region-lock";

export interface StateBucketProps {
  readonly organizationId: string;
  readonly administratorArns: readonly string[];
  /** The ARN that the estate declares for the bucket's key. */
  readonly declaredKeyArn: string;
  /** The roles in which the stack is deployed and planned, in the bucket's account. */
  readonly roleArns: readonly string[];
}

/**
 * Guarantee: a stack's Terraform state, which tells everything about its segment, is versioned,
 * encrypted under a key of its own, cannot be destroyed by a deployment, and is reached in the roles
 * that plan and deploy the stack alone.
 *
 * Emits `DataKey` and `EncryptedBucket`. Terraform's lock file lies beside the state.
 * Controls: B10, G54.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export class StateBucket extends Construct {
  constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    const key = new DataKey(this, "key", {
      purpose: STATE_PURPOSE,
      description: `Terraform state: ${RegionLock.of(this).stack}`,
      administratorArns: props.administratorArns,
      declaredArn: props.declaredKeyArn,
    });
    new EncryptedBucket(this, "bucket", {
      purpose: STATE_PURPOSE,
      key,
      dataClass: "interoperable",
      organizationId: props.organizationId,
      onlyRoleArns: props.roleArns,
    });
  }
}
