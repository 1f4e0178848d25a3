import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { backupRoleName, bucketName, incidentAlarmName, planRoleArn, resourceName } from "../../config/names";
import { bucketArn, dnsSuffix, globalArn, regionalArn, type Place } from "../../config/place";
import { GuaranteeError } from "../guarantee-error";
import { foreignRegions } from "./foreign-regions";

export interface RegionLockProps {
  readonly place: Place;
  /** First part of every name in the stack. */
  readonly prefix: string;
  /** Role that deploys; assumed by the provider. Its account must be the place's. */
  readonly deployRoleArn: string;
  /** Who reads for the monitor how the place's account is configured. */
  readonly auditorArns: readonly string[];
  /** Name of the estate, for the default tags. */
  readonly estate: string;
}

/**
 * Guarantee: everything in this stack is created in one region of one account, a mistaken
 * credential cannot create it anywhere else, and nothing in it names another region, but for the
 * exact destinations that the estate declares.
 *
 * Emits the stack's only AWS provider, with a literal region, one allowed account and the default tags.
 * Constructs that hold data ask `RegionLock.of(this)` where they are; without a lock they do not exist.
 *
 * Controls: A1, A5.
 *
 * @throws region.second-lock when the stack has one already
 * @throws region.foreign-deploy-role when the deploy role belongs to another account
 * @throws region.missing-lock from `of` when the stack has none
 * @throws region.foreign-region from `verify` when a resource names another region
 * @throws region.foreign-provider from `verify` when the stack has another AWS provider, or an alias
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#allowed_account_ids-1
 */
export class RegionLock extends Construct {
  private static readonly id = "region-lock";

  /** The lock of the stack that `scope` is in. */
  static of(scope: Construct): RegionLock {
    const lock = TerraformStack.of(scope).node.tryFindChild(RegionLock.id);
    if (lock instanceof RegionLock) return lock;
    throw new GuaranteeError(
      "region.missing-lock",
      scope.node.path,
      "its stack must be locked to a region first; add a RegionLock to the stack",
    );
  }

  readonly place: Place;
  readonly deployRoleArn: string;
  readonly auditorArns: readonly string[];
  /** The stack's id. */
  readonly stack: string;
  private readonly prefix: string;
  private readonly admitted = new Set<string>();

  constructor(stack: TerraformStack, props: RegionLockProps) {
    if (stack.node.tryFindChild(RegionLock.id)) {
      throw new GuaranteeError(
        "region.second-lock",
        stack.node.path,
        "a stack has exactly one RegionLock; put the other region's resources in a stack of their own",
      );
    }
    super(stack, RegionLock.id);
    if (!props.deployRoleArn.startsWith(globalArn(props.place, "iam", "role/"))) {
      throw new GuaranteeError(
        "region.foreign-deploy-role",
        this.node.path,
        `'deployRoleArn' must be a role of account ${props.place.account}, got ${props.deployRoleArn}; name that account's own deploy role`,
      );
    }
    this.place = props.place;
    this.deployRoleArn = props.deployRoleArn;
    this.auditorArns = props.auditorArns;
    this.stack = stack.node.id;
    this.prefix = props.prefix;

    new AwsProvider(this, "aws", {
      region: this.place.region,
      allowedAccountIds: [this.place.account],
      assumeRole: [{ roleArn: props.deployRoleArn }],
      defaultTags: [
        { tags: { project: props.prefix, estate: props.estate, stack: this.stack, country: this.place.country } },
      ],
    });
  }

  /** A name of this stack's: `name("audit")` is `clover-dublin-audit`. */
  name(purpose: string): string {
    return resourceName(this.prefix, this.stack, purpose);
  }

  /** The name of an alarm of this stack's that opens an incident at the monitor. */
  incidentAlarmName(purpose: string): string {
    return incidentAlarmName(this.prefix, this.stack, purpose);
  }

  /** As `name`, with the account, since bucket names are global. */
  bucketName(purpose: string): string {
    return bucketName(this.prefix, this.stack, purpose, this.place.account);
  }

  /**
   * The ARN of a regional resource in this place, computed, so that no stack has to read another's state.
   *
   * @param resource what follows the account, e.g. `key/*` or `trail/audit`
   */
  arn(service: string, resource: string): string {
    return regionalArn(this.place, service, resource);
  }

  /** The ARN of this account's role of that name. */
  roleArn(name: string): string {
    return globalArn(this.place, "iam", `role/${name}`);
  }

  /** What the role is called in which AWS Backup takes this account's backups. */
  get backupRoleName(): string {
    return backupRoleName(this.prefix);
  }

  /** The role in which this account's stacks are planned. */
  get planRoleArn(): string {
    return planRoleArn(this.prefix, this.place);
  }

  /** The ARN of a bucket, or of objects in it. */
  bucketArn(bucket: string, objects?: string): string {
    return bucketArn(this.place, bucket, objects);
  }

  /** The service's name in this place, as in `kms:ViaService`. */
  endpoint(service: string): string {
    return `${service}.${this.place.region}.${dnsSuffix(this.place.partition)}`;
  }

  /** Lets the stack name one exact destination of another region, that the estate declares: an ARN, never a region. */
  admit(destinationArn: string): void {
    this.admitted.add(destinationArn);
  }

  /**
   * Checks the whole stack as it is about to be written.
   *
   * @param terraform the stack's Terraform JSON, tokens resolved
   */
  verify(terraform: Readonly<Record<string, unknown>>): void {
    const providers = (terraform["provider"] as Record<string, unknown[]> | undefined)?.["aws"] ?? [];
    if (providers.length !== 1) {
      throw new GuaranteeError(
        "region.foreign-provider",
        this.stack,
        `a locked stack must have exactly one AWS provider, got ${providers.length}; put the other's resources in a stack of their own`,
      );
    }
    const [foreign] = foreignRegions(terraform["resource"], this.place.region, this.admitted);
    if (foreign) {
      throw new GuaranteeError(
        "region.foreign-region",
        this.stack,
        `'${foreign.path}' must stay in ${this.place.region}, got ${foreign.value}; keep it in the stack's region, or declare a flow to it`,
      );
    }
  }
}
