import type { Construct } from "constructs";
import { auditSinks, auditSources, canaries } from "../config/names";
import { monitorPlace } from "../config/places";
import { AlertBus } from "../constructs/audit/alert-bus";
import { AuditArchive } from "../constructs/audit/audit-archive";
import { CanaryAlarms } from "../constructs/audit/canary-alarms";
import { IncidentRecords } from "../constructs/audit/incident-records";
import { LogValidation } from "../constructs/audit/log-validation";
import { SilenceAlarms } from "../constructs/audit/silence-alarms";
import { TrailAlerts } from "../constructs/audit/trail-alerts";
import { SignedCode } from "../constructs/functions/signed-code";
import { AuditedStack, type EstateStackProps } from "./audited-stack";

/**
 * The independent monitor's account, deployed with the monitor's own credentials: a locked archive for each stack's audit
 * logs, an alarm on the silence of each, and the bus of their alerts, of which the gravest open incidents. What a trail
 * records where its account has no rules is told from its archive. Its own account is audited like the others.
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
    new SilenceAlarms(this, "silence", { estate: this.estate });
    const alerts = new AlertBus(this, "alerts", { sources, key: this.platformKey });
    const running = {
      estate: this.estate,
      code: new SignedCode(this, "functions", {
        key: this.platformKey,
        organizationId: this.estate.monitor.organizationId,
      }),
      key: this.platformKey,
    };
    new LogValidation(this, "log-validation", { ...running, bundle: this.functions("log-validation") });
    new IncidentRecords(this, "incidents", {
      ...running,
      bundle: this.functions("incident-record"),
      busName: alerts.busName,
    });
    new TrailAlerts(this, "trail-alerts", {
      ...running,
      bundle: this.functions("trail-alerts"),
      busName: alerts.busName,
    });
    new CanaryAlarms(this, "canaries", { canaries: canaries(this.estate), busName: alerts.busName });
    super.shipAuditLogs([...archives.flatMap(({ ready }) => ready), ...alerts.ready]);
  }

  protected override admitMonitor(): void {}
}
