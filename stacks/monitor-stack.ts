import type { Construct } from "constructs";
import { auditSinks, auditSources } from "../config/names";
import { monitorPlace } from "../config/places";
import { AlertBus } from "../constructs/audit/alert-bus";
import { AuditArchive } from "../constructs/audit/audit-archive";
import { AuditedStack, type EstateStackProps } from "./audited-stack";

/**
 * The independent monitor's account: a locked archive for each stack's audit logs and the bus of
 * their alerts, deployed with the monitor's own credentials. Its own account is audited like the others.
 */
export class MonitorStack extends AuditedStack {
  constructor(scope: Construct, props: EstateStackProps) {
    super(scope, { ...props, place: monitorPlace(props.estate) });
  }

  protected override shipAuditLogs(): void {
    const sources = auditSources(this.estate);
    const archives = sources.map(
      (source) =>
        new AuditArchive(this, `${source.stack}-archive`, {
          source,
          sinks: auditSinks(this.estate, source.stack),
          retentionDays: this.estate.monitor.retentionDays,
          administratorArns: this.administratorArns,
        }),
    );
    const alerts = new AlertBus(this, "alerts", { sources, key: this.platformKey });
    super.shipAuditLogs([...archives.flatMap(({ ready }) => ready), ...alerts.ready]);
  }

  protected override admitMonitor(): void {}
}
