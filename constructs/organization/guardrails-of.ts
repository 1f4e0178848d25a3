import type { Estate } from "../../config/estate";
import {
  alertBusArn,
  anyDeployRoleArn,
  anyIncidentAlarmArn,
  anyPipelineRoleArns,
  anyPolicyArn,
  anyBackupRoleArn,
  anyRoleArn,
  AUDITOR_PURPOSE,
  CONTAINMENT_PURPOSE,
  deployRoleArn,
  drainPath,
  monitorRoles,
} from "../../config/names";
import { enclavePlace, sitePlaces, type StackPlace } from "../../config/places";
import { managedPolicyArn } from "../iam/managed-policy";
import { policyDocument, type Statement } from "../iam/policy-document";
import type { Guardrail, GuardrailTarget } from "./guardrail";
import { accountDeny } from "./guardrails/account-deny";
import { auditDeny } from "./guardrails/audit-deny";
import { copyDeny } from "./guardrails/copy-deny";
import { drainDeny } from "./guardrails/drain-deny";
import { identityDeny } from "./guardrails/identity-deny";
import { isolationDeny } from "./guardrails/isolation-deny";
import { regionDeny, type Replicator } from "./guardrails/region-deny";
import { resourceControl } from "./guardrails/resource-control";
import { resourcePerimeterDeny } from "./guardrails/resource-perimeter-deny";
import { storeDeny } from "./guardrails/store-deny";
import { sunsetFreeze } from "./guardrails/sunset-freeze";
import { packPolicies } from "./policy-packing";
import type { PolicyType } from "./policy-type";

const EVERY_MEMBER: readonly GuardrailTarget[] = [{ unit: "sites" }, { unit: "enclave" }];

/**
 * Every guardrail of an estate: what binds all of its accounts is attached to the units, what binds one to that
 * account, since units and accounts each have a quota of their own.
 */
export function guardrailsOf(estate: Estate): readonly Guardrail[] {
  return [...ofEveryMember(estate), ...ofRegions(estate), ...ofEnclave(estate)];
}

function ofEveryMember(estate: Estate): readonly Guardrail[] {
  const { organization, monitor } = estate;
  const deployer = anyDeployRoleArn(estate);
  const statements = [
    ...accountDeny(),
    ...auditDeny(deployer, anyIncidentAlarmArn(estate)),
    ...identityDeny({
      deployRoleArn: deployer,
      roleArns: [deployer, anyRoleArn(estate, "*")],
      policyArns: [anyPolicyArn(estate)],
      peopleRoleArns: anyRoleArn(estate, "*-access-*"),
      denyAllPolicyArn: managedPolicyArn(enclavePlace(estate), "AWSDenyAll"),
    }),
    ...isolationDeny(deployer),
    ...copyDeny({
      retiringRoleArn: deployRoleArn(estate, enclavePlace(estate)),
      exportingRoleArn: drainPath(estate).operatorRoleArn,
    }),
    ...storeDeny({
      deployRoleArn: deployer,
      backupRoleArn: anyBackupRoleArn(estate),
      batchRoleArn: drainPath(estate).batchRoleArn,
    }),
    ...resourcePerimeterDeny(organization.id, monitor.organizationId),
  ];
  const resourceStatements = resourceControl({
    organizationId: organization.id,
    visitedRoleArns: [AUDITOR_PURPOSE, CONTAINMENT_PURPOSE].map((purpose) => anyRoleArn(estate, `*-${purpose}`)),
    auditorArns: monitor.auditorPrincipals,
    pipelineRoleArns: anyPipelineRoleArns(estate),
    breakGlassRoleArn: organization.breakGlassRoleArn,
    peopleRoleArn: organization.peopleRoleArn,
  });
  return [
    ...packed("SERVICE_CONTROL_POLICY", "guardrails", statements),
    ...packed("RESOURCE_CONTROL_POLICY", "resources", resourceStatements),
  ];
}

function packed(type: PolicyType, name: string, statements: readonly Statement[]): readonly Guardrail[] {
  const packs = packPolicies(statements, type);
  return packs.map((content, index) => ({
    name: `${name}-${index + 1}`,
    description: `Guardrails of ${type === "RESOURCE_CONTROL_POLICY" ? "resources" : "principals"}, part ${index + 1} of ${packs.length}`,
    type,
    content,
    targets: EVERY_MEMBER,
  }));
}

function ofRegions(estate: Estate): readonly Guardrail[] {
  const { replicationRoleArn: roleArn, targetRegion } = drainPath(estate);
  const enclave = enclavePlace(estate);
  const places = segmentPlaces(estate);
  return [...new Set(places.map(({ region }) => region))].sort().map((region) => {
    const replicator: Replicator | undefined = region === enclave.region ? { roleArn, targetRegion } : undefined;
    return serviceControl(
      `region-${region}`,
      `Nothing outside ${region}`,
      regionDeny(region, alertBusArn(estate), replicator),
      places.filter((place) => place.region === region),
    );
  });
}

/** Every account of a site, and the enclave's. */
function segmentPlaces(estate: Estate): readonly StackPlace[] {
  return [...sitePlaces(estate), enclavePlace(estate)];
}

function ofEnclave(estate: Estate): readonly Guardrail[] {
  const { sunset, phase } = estate.enclave;
  const { replicationRoleArn, operatorRoleArn, batchRoleArn } = drainPath(estate);
  const enclave = enclavePlace(estate);
  const drain = [replicationRoleArn, operatorRoleArn];
  const freeze = sunsetFreeze(sunset, [...drain, batchRoleArn, monitorRoles(estate, enclave).containmentRoleArn]);
  return [
    serviceControl("sunset", `Nothing new after ${sunset}`, freeze, [enclave]),
    ...(phase === "serving"
      ? []
      : [serviceControl("drain", "Nothing new while draining", drainDeny(drain), [enclave])]),
  ];
}

function serviceControl(
  name: string,
  description: string,
  statements: readonly Statement[],
  accounts: readonly StackPlace[],
): Guardrail {
  const targets = accounts.map(({ stack }) => ({ stack }));
  return { name, description, type: "SERVICE_CONTROL_POLICY", content: policyDocument(statements), targets };
}
