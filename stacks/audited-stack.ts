import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { Estate } from "../config/estate";
import { auditSinks, type AuditSinks } from "../config/names";
import type { StackPlace } from "../config/places";
import { AccountBaseline } from "../constructs/account/account-baseline";
import { AlertForwarding } from "../constructs/audit/alert-forwarding";
import { AuditTrail } from "../constructs/audit/audit-trail";
import { AuditorRole } from "../constructs/audit/auditor-role";
import { ConfigRecording } from "../constructs/audit/config-recording";
import { ThreatDetection } from "../constructs/audit/threat-detection";
import { DataKey } from "../constructs/encryption/data-key";
import { EbsEncryption } from "../constructs/encryption/ebs-encryption";
import { LockedStack } from "../constructs/region/locked-stack";
import type { Functions } from "../functions/function-bundle";

/** What a stack is built from whose place the estate gives away. */
export interface EstateStackProps {
  readonly estate: Estate;
  /** Bundles the code of the functions that the stack asks for. */
  readonly functions: Functions;
}

export interface AuditedStackProps extends EstateStackProps {
  readonly place: StackPlace;
}

/**
 * What every account of the estate has, whatever else it is for: the account baseline, and
 * everything that the monitor must hear of.
 */
export abstract class AuditedStack extends LockedStack {
  protected readonly estate: Estate;
  protected readonly sinks: AuditSinks;
  protected readonly functions: Functions;
  /** Encrypts what the platform itself keeps: volumes, queues, firewall rules. Never user data. */
  protected readonly platformKey: DataKey;
  protected readonly administratorArns: readonly string[];

  constructor(scope: Construct, props: AuditedStackProps) {
    super(scope, props);
    this.estate = props.estate;
    this.functions = props.functions;
    this.sinks = auditSinks(props.estate, props.place.stack);
    this.administratorArns = [this.lock.deployRoleArn];
    this.platformKey = new DataKey(this, "platform-key", {
      purpose: "platform",
      description: `What the platform of ${props.place.stack} keeps: volumes, queues, firewall rules`,
      administratorArns: this.administratorArns,
    });

    new AccountBaseline(this, "account-baseline", { securityContact: props.estate.organization.securityContact });
    new EbsEncryption(this, "ebs-encryption", { key: this.platformKey });
    this.shipAuditLogs();
    this.admitMonitor();
  }

  /**
   * The monitor's own stack overrides this to build first what the logs go to.
   *
   * @param after what must exist before anything can be delivered
   */
  protected shipAuditLogs(after: readonly ITerraformDependable[] = []): void {
    const { sinks } = this;
    new AuditTrail(this, "audit-trail", { sinks, after });
    new ConfigRecording(this, "config-recording", { sinks, after });
    new ThreatDetection(this, "threat-detection", { sinks, after });
    new AlertForwarding(this, "alert-forwarding", { sinks, after, key: this.platformKey });
  }

  /** The monitor's own stack overrides this: nobody visits their own account. */
  protected admitMonitor(): void {
    new AuditorRole(this, "monitor-auditor", { monitor: this.estate.monitor });
  }
}
