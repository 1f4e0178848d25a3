import type { Examples } from "../../examples";
import { accountTrailExamples } from "./account-trail.examples";
import { alertBusExamples } from "./alert-bus.examples";
import { alertForwardingExamples } from "./alert-forwarding.examples";
import { archiveAccessExamples } from "./archive-access.examples";
import { archiveDeliveriesExamples } from "./archive-deliveries.examples";
import { archiveKeyExamples } from "./archive-key.examples";
import { archiveLockExamples } from "./archive-lock.examples";
import { canaryExamples } from "./canary.examples";
import { canaryAlarmsExamples } from "./canary-alarms.examples";
import { configRecordingExamples } from "./config-recording.examples";
import { everyAlertExamples } from "./every-alert.examples";
import { firewallLogsExamples } from "./firewall-logs.examples";
import { functionLoadersExamples } from "./function-loaders.examples";
import { incidentRecordsExamples } from "./incident-records.examples";
import { independenceExamples } from "./independence.examples";
import { intakeReplicationExamples } from "./intake-replication.examples";
import { logValidationExamples } from "./log-validation.examples";
import { loudAlarmsExamples } from "./loud-alarms.examples";
import { madeLogsExamples } from "./made-logs.examples";
import { monitorFunctionsExamples } from "./monitor-functions.examples";
import { monitorKeepsExamples } from "./monitor-keeps.examples";
import { queueAlarmsExamples } from "./queue-alarms.examples";
import { silenceAlarmsExamples } from "./silence-alarms.examples";
import { sinkPinExamples } from "./sink-pin.examples";
import { threatDetectionExamples } from "./threat-detection.examples";
import { trailAlertsExamples } from "./trail-alerts.examples";
import { trailSelectorsExamples } from "./trail-selectors.examples";
import { vpcFlowLogExamples } from "./vpc-flow-log.examples";
import { vpcQueryLogExamples } from "./vpc-query-log.examples";

export const auditExamples: readonly Examples[] = [
  accountTrailExamples,
  trailSelectorsExamples,
  vpcFlowLogExamples,
  vpcQueryLogExamples,
  configRecordingExamples,
  threatDetectionExamples,
  firewallLogsExamples,
  alertForwardingExamples,
  sinkPinExamples,
  monitorKeepsExamples,
  archiveLockExamples,
  intakeReplicationExamples,
  archiveDeliveriesExamples,
  archiveAccessExamples,
  archiveKeyExamples,
  alertBusExamples,
  everyAlertExamples,
  independenceExamples,
  loudAlarmsExamples,
  silenceAlarmsExamples,
  canaryExamples,
  canaryAlarmsExamples,
  logValidationExamples,
  monitorFunctionsExamples,
  incidentRecordsExamples,
  functionLoadersExamples,
  queueAlarmsExamples,
  trailAlertsExamples,
  madeLogsExamples,
];
