import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import { AccountAlternateContact } from "@cdktf/provider-aws/lib/account-alternate-contact";
import { EbsSnapshotBlockPublicAccess } from "@cdktf/provider-aws/lib/ebs-snapshot-block-public-access";
import { Ec2ImageBlockPublicAccess } from "@cdktf/provider-aws/lib/ec2-image-block-public-access";
import { Ec2InstanceMetadataDefaults } from "@cdktf/provider-aws/lib/ec2-instance-metadata-defaults";
import { Ec2SerialConsoleAccess } from "@cdktf/provider-aws/lib/ec2-serial-console-access";
import { IamAccountPasswordPolicy } from "@cdktf/provider-aws/lib/iam-account-password-policy";
import { S3AccountPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-account-public-access-block";
import { SsmServiceSetting } from "@cdktf/provider-aws/lib/ssm-service-setting";
import { Construct } from "constructs";
import type { Organization } from "../../config/estate";
import { RegionLock } from "../region/region-lock";

/**
 * Whether Systems Manager documents may be shared with everybody; named by its ARN, as the provider reads it back.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
 */
const DOCUMENT_SHARING = "servicesetting/ssm/documents/console/public-sharing-permission";

/** A role that nobody has used for a quarter of a year is reported. */
const UNUSED_ACCESS_DAYS = 90;

export interface AccountBaselineProps {
  /** Whom AWS calls about security. */
  readonly securityContact: Organization["securityContact"];
}

/**
 * Guarantee: nothing in this account can be made public or shared with everybody, instances give
 * their credentials to nobody else, and access from outside or out of use is found.
 *
 * Emits the account-wide public access blocks of S3, snapshots, images and Systems Manager documents, instance metadata
 * defaults, the serial console's off switch, access analyzers, the password policy and the
 * security contact.
 * Controls: C24, C25, G51, H61.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/account-controls.html
 */
export class AccountBaseline extends Construct {
  constructor(scope: Construct, id: string, { securityContact }: AccountBaselineProps) {
    super(scope, id);
    this.blockPublicSharing();
    this.hardenInstances();
    this.findAccess();
    new IamAccountPasswordPolicy(this, "password-policy", {
      minimumPasswordLength: 16,
      requireLowercaseCharacters: true,
      requireUppercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      allowUsersToChangePassword: true,
      passwordReusePrevention: 24,
      maxPasswordAge: 90,
    });
    new AccountAlternateContact(this, "security-contact", {
      alternateContactType: "SECURITY",
      name: securityContact.name,
      title: securityContact.title,
      emailAddress: securityContact.email,
      phoneNumber: securityContact.phone,
    });
  }

  private blockPublicSharing(): void {
    new S3AccountPublicAccessBlock(this, "buckets", {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new EbsSnapshotBlockPublicAccess(this, "snapshots", { state: "block-all-sharing" });
    new Ec2ImageBlockPublicAccess(this, "images", { state: "block-new-sharing" });
    new SsmServiceSetting(this, "documents", {
      settingId: RegionLock.of(this).arn("ssm", DOCUMENT_SHARING),
      settingValue: "Disable",
    });
  }

  private hardenInstances(): void {
    new Ec2InstanceMetadataDefaults(this, "instance-metadata", {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
      instanceMetadataTags: "disabled",
    });
    new Ec2SerialConsoleAccess(this, "serial-console", { enabled: false });
  }

  private findAccess(): void {
    const lock = RegionLock.of(this);
    new AccessanalyzerAnalyzer(this, "external-access", {
      analyzerName: lock.name("external-access"),
      type: "ACCOUNT",
    });
    new AccessanalyzerAnalyzer(this, "unused-access", {
      analyzerName: lock.name("unused-access"),
      type: "ACCOUNT_UNUSED_ACCESS",
      configuration: { unusedAccess: { unusedAccessAge: UNUSED_ACCESS_DAYS } },
    });
  }
}
