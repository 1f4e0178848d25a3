import type { Construct } from "constructs";
import type { Estate } from "../config/estate";
import { auditSources } from "../config/names";
import { monitorPlace } from "../config/places";
import { AlertBus } from "../constructs/audit/alert-bus";
import { AuditArchive } from "../constructs/audit/audit-archive";
import { AuditedStack } from "./audited-stack";

/**
 * The independent monitor's account: the locked archive of everyone's audit logs and the bus of
 * their alerts, deployed with the monitor's own credentials. Its own account is audited like the others.
 */
export class MonitorStack extends AuditedStack {
  constructor(scope: Construct, props: { readonly estate: Estate }) {
    super(scope, { estate: props.estate, place: monitorPlace(props.estate) });
  }

  protected override shipAuditLogs(): void {
    const sources = auditSources(this.estate);
    const archive = new AuditArchive(this, "archive", {
      sources,
      sinks: this.sinks,
      retentionDays: this.estate.monitor.retentionDays,
      administratorArns: this.administratorArns,
    });
    const alerts = new AlertBus(this, "alerts", { sources, key: this.platformKey });
    super.shipAuditLogs([...archive.ready, ...alerts.ready]);
  }
}
