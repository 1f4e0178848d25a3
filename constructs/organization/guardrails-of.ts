import type { Estate } from "../../config/estate";
import { anyDeployRoleArn, deployRoleArn, drainPath, monitorRoles } from "../../config/names";
import { enclavePlace, sitePlaces, type StackPlace } from "../../config/places";
import { policyDocument, type Statement } from "../iam/policy-document";
import type { Guardrail, GuardrailTarget } from "./guardrail";
import { accountDeny } from "./guardrails/account-deny";
import { auditDeny } from "./guardrails/audit-deny";
import { copyDeny } from "./guardrails/copy-deny";
import { drainDeny } from "./guardrails/drain-deny";
import { isolationDeny } from "./guardrails/isolation-deny";
import { regionDeny, type Replicator } from "./guardrails/region-deny";
import { sunsetFreeze } from "./guardrails/sunset-freeze";
import { packPolicies } from "./policy-packing";

const EVERY_MEMBER: readonly GuardrailTarget[] = [{ unit: "sites" }, { unit: "enclave" }];

/**
 * Every guardrail of an estate: what binds all of its accounts is attached to the units, what binds one to that
 * account, since units and accounts each have a quota of their own.
 */
export function guardrailsOf(estate: Estate): readonly Guardrail[] {
  return [...ofEveryMember(estate), ...ofRegions(estate), ...ofEnclave(estate)];
}

function ofEveryMember(estate: Estate): readonly Guardrail[] {
  const deployer = anyDeployRoleArn(estate);
  const enclave = enclavePlace(estate);
  const packs = packPolicies([
    ...accountDeny(),
    ...auditDeny(deployer),
    ...isolationDeny(deployer),
    ...copyDeny({
      deployRoleArn: deployer,
      retiringRoleArn: deployRoleArn(estate, enclave),
      exportingRoleArn: drainPath(estate).operatorRoleArn,
    }),
  ]);
  return packs.map((content, index) => ({
    name: `guardrails-${index + 1}`,
    description: `Guardrails, part ${index + 1} of ${packs.length}`,
    type: "SERVICE_CONTROL_POLICY",
    content,
    targets: EVERY_MEMBER,
  }));
}

function ofRegions(estate: Estate): readonly Guardrail[] {
  const { replicationRoleArn: roleArn, targetRegion } = drainPath(estate);
  const enclave = enclavePlace(estate);
  const places = [...sitePlaces(estate), enclave];
  return [...new Set(places.map(({ region }) => region))].sort().map((region) => {
    const replicator: Replicator | undefined = region === enclave.region ? { roleArn, targetRegion } : undefined;
    return serviceControl(
      `region-${region}`,
      `Nothing outside ${region}`,
      regionDeny(region, replicator),
      places.filter((place) => place.region === region),
    );
  });
}

function ofEnclave(estate: Estate): readonly Guardrail[] {
  const { sunset, phase } = estate.enclave;
  const { replicationRoleArn, operatorRoleArn } = drainPath(estate);
  const enclave = enclavePlace(estate);
  const drain = [replicationRoleArn, operatorRoleArn];
  const freeze = sunsetFreeze(sunset, [...drain, monitorRoles(estate, enclave).containmentRoleArn]);
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
