import { LocalBackend, S3Backend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { Estate } from "../../config/estate";
import { auditorArns, deployRoleArn, stateLocation } from "../../config/names";
import type { StackPlace } from "../../config/places";
import { requireWithinQuotas } from "../iam/policy-quotas";
import { RegionLock } from "./region-lock";

/** Lock files for S3 state are stable from 1.11 on. @see https://developer.hashicorp.com/terraform/language/backend/s3 */
const REQUIRED_TERRAFORM = ">= 1.11.0, < 2.0.0";

export interface LockedStackProps {
  readonly estate: Estate;
  readonly place: StackPlace;
}

/**
 * Guarantee: a stack is locked to one place before it can contain anything, what it writes is
 * checked against the lock and AWS's quotas, and its state is where the estate declares it: encrypted and locked in S3,
 * in the stack's own region (the enclave's in the organization's), or in a local file.
 *
 * Controls: A1, G54.
 *
 * @throws region.foreign-region while synthesizing, when a resource names another region
 * @throws region.foreign-provider while synthesizing, when the stack has another AWS provider
 * @throws policy.too-large while synthesizing, when AWS would not take a document
 */
export abstract class LockedStack extends TerraformStack {
  protected readonly lock: RegionLock;

  constructor(scope: Construct, props: LockedStackProps) {
    super(scope, props.place.stack);
    const { estate, place } = props;
    this.addOverride("terraform.required_version", REQUIRED_TERRAFORM);
    const state = stateLocation(estate, place.stack);
    this.lock = new RegionLock(this, {
      place,
      prefix: estate.organization.prefix,
      deployRoleArn: deployRoleArn(estate, place),
      auditorArns: auditorArns(estate, place),
      estate: estate.name,
    });
    if (state) {
      const backend = new S3Backend(this, {
        bucket: state.bucket,
        key: `${place.stack}.tfstate`,
        region: state.place.region,
        encrypt: true,
        kmsKeyId: state.keyArn,
        assumeRole: { roleArn: state.roleArn },
      });
      // cdktf 0.21 has no property for Terraform's own lock file.
      backend.addOverride("use_lockfile", true);
    } else {
      // Relative to the stack's folder, so that the output is the same wherever the project lies.
      new LocalBackend(this, { path: `../../../.terraform-state/${estate.name}/${place.stack}.tfstate` });
    }
  }

  /** Terraform's JSON of this stack, verified against its lock. */
  override toTerraform(): Record<string, unknown> {
    const terraform = super.toTerraform() as Record<string, unknown>;
    this.lock.verify(terraform);
    requireWithinQuotas(this.node.id, terraform);
    return terraform;
  }
}
