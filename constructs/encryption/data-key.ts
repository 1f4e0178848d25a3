import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Lazy } from "cdktf";
import { Construct } from "constructs";
import { globalArn } from "../../config/place";
import { GuaranteeError } from "../guarantee-error";
import { policyDocument, type Conditions, type Statement } from "../iam/policy-document";
import { RegionLock } from "../region/region-lock";
import { administration, grantsThrough, readConfiguration, useThrough } from "./key-policy";

/** AWS accepts 90 to 2560. @see https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html */
const ROTATION_DAYS = 365;
/** The longest window that AWS offers. @see https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html */
const DELETION_WINDOW_DAYS = 30;

export interface DataKeyProps {
  /** What the key is for: its alias is `alias/<prefix>-<stack>-<purpose>`, and its tag `purpose` says it. */
  readonly purpose: string;
  /** What the key protects, shown in the console and in reports. */
  readonly description: string;
  /** Roles that may administer the key. None of them may use it. */
  readonly administratorArns: readonly string[];
  /** The ARN that the estate declares for this key, where other stacks rely on it. A key of another ARN fails its deployment. */
  readonly declaredArn?: string;
  /**
   * Keys are kept by default. A leaving one is scheduled for deletion, which ends what it encrypts, by the deployment
   * that no longer has it.
   */
  readonly leaving?: boolean;
}

/** A role of another account, that may come to exist after what names it. */
export interface ForeignRole {
  readonly account: string;
  readonly arn: string;
}

/**
 * Guarantee: a customer-managed key that stays in its region, rotates, cannot vanish in less than
 * thirty days, that those who administer it cannot use, and that nobody outside its account can use; who plans its
 * stack or audits its account (the monitor, AWS Config, Access Analyzer) can read how it is configured, and no more.
 *
 * Emits `aws_kms_key` and `aws_kms_alias`.
 * Controls: A4, B10, B11, B15, B16, B17, D30, E40, F48, G51.
 *
 * @throws key.no-administrator when nobody could ever change the key again
 * @throws key.foreign-administrator when an administrator is of another account
 * @throws policy.repeated-sid while synthesizing, when two statements were let in under one name
 * @throws key.unbound-service when a service is let in that nothing ties to an account
 * @throws region.missing-lock when its stack is locked to no region
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export class DataKey extends Construct {
  readonly arn: string;
  /** Computed, for what must name the key without reading its state. */
  readonly aliasArn: string;
  private readonly lock: RegionLock;
  private readonly services = new Set<string>();
  private readonly granting = new Set<string>();
  private readonly others: Statement[] = [];

  constructor(scope: Construct, id: string, props: DataKeyProps) {
    super(scope, id);
    this.lock = RegionLock.of(this);
    this.requireAdministrators(props.administratorArns);
    const alias = `alias/${this.lock.name(props.purpose)}`;
    const key = new KmsKey(this, "key", {
      description: props.description,
      multiRegion: false,
      enableKeyRotation: true,
      rotationPeriodInDays: ROTATION_DAYS,
      deletionWindowInDays: DELETION_WINDOW_DAYS,
      policy: Lazy.stringValue({ produce: () => policyDocument(this.statements(props), this.node.path) }),
      tags: { purpose: props.purpose },
      lifecycle: {
        preventDestroy: !props.leaving,
        ...(props.declaredArn ? { postcondition: [isDeclared(props.declaredArn)] } : {}),
      },
    });
    new KmsAlias(this, "alias", { name: alias, targetKeyId: key.keyId });
    this.arn = key.arn;
    this.aliasArn = this.lock.arn("kms", alias);
  }

  /**
   * Lets principals of the key's own account use it through one AWS service, and in no other way.
   *
   * @param service as in `kms:ViaService`, e.g. `s3`
   */
  allowUseThrough(service: string): void {
    this.services.add(this.lock.endpoint(service));
  }

  /** As `allowUseThrough`, for a service that goes on using the key after the call: it takes a grant for its own resource. */
  allowGrantsThrough(service: string): void {
    this.allowUseThrough(service);
    this.granting.add(this.lock.endpoint(service));
  }

  /**
   * Lets a service use the key on its own behalf: log delivery, for example, carries no `kms:ViaService`.
   *
   * @param conditions what ties the service to this account; without any, everybody's deputy could use the key
   */
  allowService(sid: string, service: string, actions: readonly string[], conditions: Conditions): void {
    if (Object.keys(conditions).length === 0) {
      throw new GuaranteeError(
        "key.unbound-service",
        this.node.path,
        `'conditions' must tie ${service} to an account, got none; name aws:SourceAccount or an encryption context`,
      );
    }
    this.others.push({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: actions,
      Resource: "*",
      Condition: conditions,
    });
  }

  /**
   * Lets one role of another account encrypt, and never decrypt, through one service of this region: a replica's writer.
   *
   * The condition names the role, which need not exist yet: KMS refuses a policy whose principal does not.
   */
  allowEncryptionBy(sid: string, role: ForeignRole, service: string): void {
    this.others.push({
      Sid: sid,
      Effect: "Allow",
      Principal: { AWS: globalArn({ ...this.lock.place, account: role.account }, "iam", "root") },
      Action: ["kms:Encrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: {
        ArnEquals: { "aws:PrincipalArn": role.arn },
        StringEquals: { "kms:ViaService": this.lock.endpoint(service) },
      },
    });
  }

  /**
   * Nothing new is encrypted through one service but by one role; what is there can still be read.
   *
   * Other services are left alone: DynamoDB archives a table whose key it cannot use.
   *
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
   */
  encryptsNothingNew(sid: string, service: string, exceptRoleArn: string): void {
    this.others.push({
      Sid: sid,
      Effect: "Deny",
      Principal: "*",
      Action: ["kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncryptTo"],
      Resource: "*",
      Condition: {
        ArnNotEquals: { "aws:PrincipalArn": exceptRoleArn },
        StringEquals: { "kms:ViaService": this.lock.endpoint(service) },
      },
    });
  }

  private requireAdministrators(arns: readonly string[]): void {
    if (arns.length === 0) {
      throw new GuaranteeError(
        "key.no-administrator",
        this.node.path,
        "'administratorArns' must name at least one role, got none; a key without one can never be changed",
      );
    }
    const foreign = arns.find((arn) => !arn.startsWith(this.lock.roleArn("")));
    if (foreign) {
      throw new GuaranteeError(
        "key.foreign-administrator",
        this.node.path,
        `'administratorArns' must be roles of account ${this.lock.place.account}, got ${foreign}; name a role of the key's own account`,
      );
    }
  }

  private statements(props: DataKeyProps): readonly Statement[] {
    const { place, planRoleArn, auditorArns } = this.lock;
    return [
      administration(props.administratorArns, props.leaving ?? false),
      readConfiguration(place, [planRoleArn, ...auditorArns]),
      ...useThrough([...this.services].sort(), place.account),
      ...grantsThrough([...this.granting].sort(), place.account),
      ...this.others,
    ];
  }
}

/** The key stays and is tagged with its purpose: writing its ARN into the estate lets the next run go on. */
function isDeclared(arn: string): { readonly condition: string; readonly errorMessage: string } {
  return {
    condition: `\${self.arn == "${arn}"}`,
    errorMessage: `The estate declares ${arn} for this key, but AWS named it \${self.arn}. Write that into the estate and deploy again.`,
  };
}
