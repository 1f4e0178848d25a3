import type { Estate } from "./estate";
import { bucketArn, globalArn, regionalArn, type Place } from "./place";
import {
  ENCLAVE,
  MONITOR,
  ORGANIZATION,
  monitorPlace,
  operatorPlaces,
  organizationPlace,
  type StackPlace,
} from "./places";

/** Names are computed, so that no stack has to read another's state. */
export function resourceName(prefix: string, stack: string, purpose: string): string {
  return `${prefix}-${stack}-${purpose}`;
}

/** Bucket names are global: the account makes them the estate's own. At most 63 characters. */
export function bucketName(prefix: string, stack: string, purpose: string, account: string): string {
  return `${resourceName(prefix, stack, purpose)}-${account}`;
}

/** The role that deploys into an account: the monitor's own, or the one that every operator's account has. */
export function deployRoleArn(estate: Estate, place: Place): string {
  if (place.account === estate.monitor.account) return estate.monitor.deployRoleArn;
  const path = estate.organization.deployRoleArn.split(":role/")[1];
  return globalArn(place, "iam", `role/${path}`);
}

/**
 * The deploy role of whichever of the operator's accounts a guardrail binds. A guardrail is attached to the
 * estate's own accounts and judges their principals alone, so the account needs no name, and however
 * many there are, the guardrail stays within its quota.
 */
export function anyDeployRoleArn(estate: Estate): string {
  return deployRoleArn(estate, { ...organizationPlace(estate), account: "*" });
}

/**
 * Every role of the estate of some purpose, in whichever account: what a denial may be about, and never what one spares.
 *
 * @param name what stands behind the estate's prefix, e.g. `*-auditor`
 */
export function anyRoleArn(estate: Estate, name: string): string {
  const place = { ...organizationPlace(estate), account: "*" };
  return globalArn(place, "iam", `role/${estate.organization.prefix}-${name}`);
}

/** Every managed policy of the estate, in whichever account. */
export function anyPolicyArn(estate: Estate): string {
  return globalArn({ ...organizationPlace(estate), account: "*" }, "iam", `policy/${estate.organization.prefix}-*`);
}

/** Where one stack's audit logs go, as its producers must name it. */
export interface AuditSinks {
  readonly place: Place;
  /** This stack's alone, and locked: nothing in it can be changed or deleted before its retention ends. */
  readonly archiveBucket: string;
  readonly archiveBucketArn: string;
  /** For services that cannot deliver into a locked bucket; replicated to the archive. */
  readonly intakeBucket: string;
  readonly intakeBucketArn: string;
  readonly keyArn: string;
  readonly alertBusArn: string;
}

export const ALERT_BUS_PURPOSE = "alerts";

/** The monitor's one bus, which takes every account's alerts. */
export function alertBusArn(estate: Estate): string {
  const name = resourceName(estate.organization.prefix, MONITOR, ALERT_BUS_PURPOSE);
  return regionalArn(monitorPlace(estate), "events", `event-bus/${name}`);
}

/** Put onto the bus of a stack's account when what is deployed is no longer what is declared, and forwarded to the monitor's. */
export const DRIFT_EVENT = { source: "clover.drift", detailType: "Deployment differs from its declaration" } as const;

/** Put onto the monitor's bus when an incident opens, and when it is open for long. */
export const INCIDENT_EVENT = {
  source: "clover.incident",
  opened: "Incident Opened",
  stillOpen: "Incident Still Open",
} as const;

/**
 * Begins the name of each alarm that opens an incident in whichever account it is raised. It names no stack, so that one
 * pattern knows them all, however many there are.
 */
export function incidentAlarmPrefix(prefix: string): string {
  return `${prefix}-incident-alarm-`;
}

/** The alarm of a stack that opens an incident. */
export function incidentAlarmName(prefix: string, stack: string, purpose: string): string {
  return `${incidentAlarmPrefix(prefix)}${stack}-${purpose}`;
}

/** Those alarms of every account and region: what a guardrail denies, and never what one spares. */
export function anyIncidentAlarmArn(estate: Estate): string {
  const anyPlace = { ...organizationPlace(estate), account: "*", region: "*" };
  return regionalArn(anyPlace, "cloudwatch", `alarm:${incidentAlarmPrefix(estate.organization.prefix)}*`);
}

/** Last part of the names of what the monitor keeps for a stack. */
export const archivePurpose = (stack: string) => `${stack}-archive`;
export const intakePurpose = (stack: string) => `${stack}-intake`;

/** @throws Error when the stack has no archive, which a loaded estate excludes */
export function auditSinks(estate: Estate, stack: string): AuditSinks {
  const place = monitorPlace(estate);
  const { prefix } = estate.organization;
  const keyArn = estate.monitor.archiveKeyArns[stack];
  if (keyArn === undefined) throw new Error(`the estate declares no archive key for ${stack}; load the estate first`);
  const archiveBucket = bucketName(prefix, MONITOR, archivePurpose(stack), place.account);
  const intakeBucket = bucketName(prefix, MONITOR, intakePurpose(stack), place.account);
  return {
    place,
    archiveBucket,
    archiveBucketArn: bucketArn(place, archiveBucket),
    intakeBucket,
    intakeBucketArn: bucketArn(place, intakeBucket),
    keyArn,
    alertBusArn: alertBusArn(estate),
  };
}

/** An account whose audit logs the monitor receives. */
export interface AuditSource extends StackPlace {
  /** The account's one trail. Its logs, and every other of the stack's, lie under `<stack>/` in the stack's archive. */
  readonly trailName: string;
  readonly trailArn: string;
  /** The role in which EventBridge forwards alerts. */
  readonly alertRoleArn: string;
}

/** Every account of the estate, the monitor's own among them: nobody is exempt. */
export function auditSources(estate: Estate): readonly AuditSource[] {
  return [monitorPlace(estate), ...operatorPlaces(estate)].map((place) => {
    const trailName = resourceName(estate.organization.prefix, place.stack, "audit");
    return {
      ...place,
      trailName,
      trailArn: regionalArn(place, "cloudtrail", `trail/${trailName}`),
      alertRoleArn: globalArn(
        place,
        "iam",
        `role/${resourceName(estate.organization.prefix, place.stack, "alert-forwarding")}`,
      ),
    };
  });
}

/** What verification itself writes into an archive, to see that it stays there. It is no record, and says so. */
export const VERIFICATION_PROBE = "verification/probe.txt";

/** What the monitor may assume in an account that it audits. */
export interface MonitorRoles {
  /** Reads configuration and audit logs, and no data. */
  readonly auditorRoleArn: string;
  /** Ends sessions and closes the gateway; nothing else. */
  readonly containmentRoleArn: string;
}

export const AUDITOR_PURPOSE = "auditor";
export const CONTAINMENT_PURPOSE = "containment";

/** The monitor's roles in the account of a stack. */
export function monitorRoles(estate: Estate, place: StackPlace): MonitorRoles {
  const roleArn = (purpose: string) =>
    globalArn(place, "iam", `role/${resourceName(estate.organization.prefix, place.stack, purpose)}`);
  return { auditorRoleArn: roleArn(AUDITOR_PURPOSE), containmentRoleArn: roleArn(CONTAINMENT_PURPOSE) };
}

/**
 * Who reads for the monitor how an account is configured: its role there, and in the monitor's own account its auditors.
 *
 * @throws Error when no stack is in the account, which a loaded estate excludes
 */
export function auditorArns(estate: Estate, { account }: Place): readonly string[] {
  if (account === estate.monitor.account) return estate.monitor.auditorPrincipals;
  const place = operatorPlaces(estate).find((candidate) => candidate.account === account);
  if (!place) throw new Error(`the estate has no account ${account}; load the estate first`);
  return [monitorRoles(estate, place).auditorRoleArn];
}

export const CANARY_PURPOSE = "canary";

/** An account whose records are proved to arrive: its canary calls AWS every hour, once allowed and once denied. */
export interface Canary extends StackPlace {
  readonly roleArn: string;
}

/** The canaries of an estate: one in every segment, the retired enclave's excepted. */
export function canaries(estate: Estate): readonly Canary[] {
  const places = operatorPlaces(estate).filter(
    ({ stack }) => stack !== ORGANIZATION && (stack !== ENCLAVE || estate.enclave.phase !== "retired"),
  );
  return places.map((place) => ({
    ...place,
    roleArn: globalArn(place, "iam", `role/${resourceName(estate.organization.prefix, place.stack, CANARY_PURPOSE)}`),
  }));
}

/** The output in which the enclave's stack records the phase that it is deployed in. */
export const PHASE_OUTPUT = "enclave-phase";

/** How the enclave's store and its drain target find each other. */
export interface DrainPath {
  readonly sourceBucketArn: string;
  readonly sourceAccount: string;
  /** The role in which S3 replicates, in the enclave's account. */
  readonly replicationRoleName: string;
  readonly replicationRoleArn: string;
  /** The role that starts the drain of what is there already: the table's export and the batch replication. */
  readonly operatorRoleName: string;
  readonly operatorRoleArn: string;
  /** The role in which S3 Batch Operations replicates what is there already. */
  readonly batchRoleName: string;
  readonly batchRoleArn: string;
  /** Where the table's export lies in the enclave's bucket, and so in the target's. */
  readonly exportPrefix: string;
  readonly targetBucketArn: string;
  readonly targetAccount: string;
  /** S3 takes an alias's ARN for a replica's key. */
  readonly targetKeyAliasArn: string;
  readonly targetRegion: string;
}

/** The role in which AWS Backup takes an account's backups: called the same in each, as the deploy role is. */
export function backupRoleName(prefix: string): string {
  return `${prefix}-backup`;
}

export function backupRoleArn({ organization }: Estate, place: Place): string {
  return globalArn(place, "iam", `role/${backupRoleName(organization.prefix)}`);
}

/** That of whichever account a guardrail binds, as `anyDeployRoleArn` is. */
export function anyBackupRoleArn(estate: Estate): string {
  return backupRoleArn(estate, { ...organizationPlace(estate), account: "*" });
}

export const USER_DATA_PURPOSE = "user-data";
/** What is encrypted with the key of a store's backups. */
export const backupsPurpose = (purpose: string) => `${purpose}-backups`;
export const WORKLOAD_LOGS_PURPOSE = "workloads";

/** @throws Error when the drain target is no site, which a loaded estate excludes */
export function drainPath(estate: Estate): DrainPath {
  const { prefix } = estate.organization;
  const places = operatorPlaces(estate);
  const source = places.find((place) => place.stack === ENCLAVE)!;
  const target = places.find((place) => place.stack === estate.enclave.drainTarget);
  if (!target) throw new Error(`the drain target ${estate.enclave.drainTarget} is no site; load the estate first`);
  const replicationRoleName = resourceName(prefix, source.stack, "drain");
  const operatorRoleName = resourceName(prefix, source.stack, "drain-operator");
  const batchRoleName = resourceName(prefix, source.stack, "drain-batch");
  return {
    sourceBucketArn: bucketArn(source, bucketName(prefix, source.stack, USER_DATA_PURPOSE, source.account)),
    sourceAccount: source.account,
    replicationRoleName,
    replicationRoleArn: globalArn(source, "iam", `role/${replicationRoleName}`),
    operatorRoleName,
    operatorRoleArn: globalArn(source, "iam", `role/${operatorRoleName}`),
    batchRoleName,
    exportPrefix: "enclave-table",
    batchRoleArn: globalArn(source, "iam", `role/${batchRoleName}`),
    targetBucketArn: bucketArn(target, bucketName(prefix, target.stack, USER_DATA_PURPOSE, target.account)),
    targetAccount: target.account,
    targetKeyAliasArn: regionalArn(target, "kms", `alias/${resourceName(prefix, target.stack, USER_DATA_PURPOSE)}`),
    targetRegion: target.region,
  };
}

/** Where a stack's Terraform state is kept. */
export interface StateLocation {
  readonly place: Place;
  readonly bucket: string;
  readonly keyArn: string;
  /** The role that reads and writes the state, in the bucket's account. */
  readonly roleArn: string;
  /** The role that only reads it, for a plan; in the bucket's account too. */
  readonly planRoleArn: string;
}

export const STATE_PURPOSE = "terraform";
const PLAN_PURPOSE = "plan";

/** The stack that makes the bucket in which `stack` keeps its state. */
export function stateStack(stack: string): string {
  return `state-${stack}`;
}

/**
 * Where the estate proper's stack keeps its state, or nothing when that is a local file.
 *
 * The enclave's is in Europe, in the organization's account: whoever deploys the enclave reaches it in a role made for
 * that alone, and never in the one that deploys the organization.
 */
export function stateLocation(estate: Estate, stack: string): StateLocation | undefined {
  if (estate.state.backend === "local") return undefined;
  const keyArn = estate.state.keyArns[stack];
  const places = [monitorPlace(estate), ...operatorPlaces(estate)];
  const place = stack === ENCLAVE ? organizationPlace(estate) : places.find((candidate) => candidate.stack === stack);
  if (!keyArn || !place) return undefined;
  const bucket = bucketName(estate.organization.prefix, stateStack(stack), STATE_PURPOSE, place.account);
  const { prefix } = estate.organization;
  const own = (purpose: string) => globalArn(place, "iam", `role/${resourceName(prefix, stack, purpose)}`);
  const [roleArn, forPlans] =
    stack === ENCLAVE ? [own("state"), own(PLAN_PURPOSE)] : [deployRoleArn(estate, place), planRoleArn(prefix, place)];
  return { place, bucket, keyArn, roleArn, planRoleArn: forPlans };
}

/** In what a stack is planned: both read, and neither reaches data. */
export interface PlanRoles {
  /** Reads what is deployed, in the stack's account. */
  readonly roleArn: string;
  /** Reads the stack's state, in the account where that lies; the same role but for the enclave's. */
  readonly stateRoleArn?: string;
}

/** The plan role has one name in every account, as the deploy role has; beside the enclave's state, the stack tells it apart. */
export function planRoles(estate: Estate, place: StackPlace): PlanRoles {
  const roleArn = planRoleArn(estate.organization.prefix, place);
  const location = stateLocation(estate, place.stack);
  return location ? { roleArn, stateRoleArn: location.planRoleArn } : { roleArn };
}

/** In what an account's own stacks are planned. */
export function planRoleArn(prefix: string, place: Place): string {
  return globalArn(place, "iam", `role/${prefix}-${PLAN_PURPOSE}`);
}

/**
 * The roles that the pipeline takes on with its own token, in whichever of the operator's accounts a guardrail binds:
 * in one it plans, in the other it deploys. Names without a wildcard, and as few however many accounts there are.
 */
export function anyPipelineRoleArns(estate: Estate): readonly string[] {
  const anyPlace = { ...organizationPlace(estate), account: "*" };
  return [planRoleArn(estate.organization.prefix, anyPlace), anyDeployRoleArn(estate)];
}
