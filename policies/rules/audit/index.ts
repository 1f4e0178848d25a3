import type { Policy } from "../../policy";
import { accountTrail } from "./account-trail";
import { alertBus } from "./alert-bus";
import { alertForwarding } from "./alert-forwarding";
import { archiveAccess } from "./archive-access";
import { archiveDeliveries } from "./archive-deliveries";
import { archiveKey } from "./archive-key";
import { archiveLock } from "./archive-lock";
import { canary } from "./canary";
import { canaryAlarms } from "./canary-alarms";
import { configRecording } from "./config-recording";
import { everyAlert } from "./every-alert";
import { firewallLogs } from "./firewall-logs";
import { functionLoaders } from "./function-loaders";
import { incidentRecords } from "./incident-records";
import { independence } from "./independence";
import { intakeReplication } from "./intake-replication";
import { logValidation } from "./log-validation";
import { loudAlarms } from "./loud-alarms";
import { madeLogs } from "./made-logs";
import { monitorFunctions } from "./monitor-functions";
import { monitorKeeps } from "./monitor-keeps";
import { queueAlarms } from "./queue-alarms";
import { silenceAlarms } from "./silence-alarms";
import { sinkPin } from "./sink-pin";
import { threatDetection } from "./threat-detection";
import { trailAlerts } from "./trail-alerts";
import { trailSelectors } from "./trail-selectors";
import { vpcFlowLog } from "./vpc-flow-log";
import { vpcQueryLog } from "./vpc-query-log";

/** Every record of what happens reaches the independent monitor, whole, and stays there. */
export const audit: readonly Policy[] = [
  accountTrail,
  trailSelectors,
  vpcFlowLog,
  vpcQueryLog,
  configRecording,
  threatDetection,
  firewallLogs,
  alertForwarding,
  sinkPin,
  monitorKeeps,
  archiveLock,
  intakeReplication,
  archiveDeliveries,
  archiveAccess,
  archiveKey,
  alertBus,
  everyAlert,
  independence,
  loudAlarms,
  silenceAlarms,
  canary,
  canaryAlarms,
  logValidation,
  monitorFunctions,
  incidentRecords,
  functionLoaders,
  queueAlarms,
  trailAlerts,
  madeLogs,
];
