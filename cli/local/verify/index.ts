import type { Estate, Site } from "../../../config/estate";
import { archivePurpose, auditSources, backupsPurpose, intakePurpose } from "../../../config/names";
import { enclavePlace, monitorPlace, operatorPlaces, sitePlaces } from "../../../config/places";
import { table } from "../../table";
import { say } from "../../say";
import { LIMITS } from "../limits";
import { accountChecks, guardrailChecks } from "./account";
import { auditChecks } from "./audit";
import { judge, type Check, type Checked } from "./check";
import { Cloud } from "../../aws/cloud";
import { monitorChecks } from "./monitor";
import { gatewayChecks, networkChecks } from "./network";
import { probeChecks } from "./probes";
import { queueChecks } from "./queues";
import { bucketChecks, keepingChecks, keyChecks, tableChecks } from "./storage";

/**
 * Everything that must hold of a deployed estate, restated from its declaration: no construct is asked.
 *
 * @param url of the emulator
 */
export function checksOf(estate: Estate, url: string): readonly Check[] {
  const cloud = new Cloud(estate, url);
  const { prefix } = estate.organization;
  const monitor = monitorPlace(estate);
  const enclave = enclavePlace(estate);
  const sites = sitePlaces(estate).map((place, index) => ({ place, site: estate.sites[index]! }));
  const stores = [
    ...sites.filter(({ site }) => site.status === "active").map(({ place }) => ({ place, kept: true })),
    ...(estate.enclave.phase === "retired" ? [] : [{ place: enclave, kept: false }]),
  ];
  const segments = [
    ...sites.map(({ place, site }) => ({ place, cidr: site.cidr })),
    { place: enclave, cidr: estate.enclave.cidr },
  ];
  return [
    ...[monitor, ...operatorPlaces(estate)].flatMap((place) => [
      ...accountChecks(cloud, estate, place),
      ...keyChecks(cloud, prefix, place, "platform"),
    ]),
    ...auditSources(estate).flatMap(({ stack }) => {
      const archived = { place: monitor, keyPurpose: archivePurpose(stack), dataClass: "audit" };
      return [
        ...keyChecks(cloud, prefix, monitor, archivePurpose(stack)),
        ...bucketChecks(cloud, prefix, { ...archived, purpose: archivePurpose(stack) }),
        ...bucketChecks(cloud, prefix, { ...archived, purpose: intakePurpose(stack) }),
      ];
    }),
    ...stores.flatMap(({ place, kept }) => [
      ...keyChecks(cloud, prefix, place, "user-data"),
      ...(kept ? keyChecks(cloud, prefix, place, backupsPurpose("user-data")) : []),
      ...bucketChecks(cloud, prefix, { place, purpose: "user-data", keyPurpose: "user-data", dataClass: "restricted" }),
      ...tableChecks(cloud, prefix, place, kept),
      ...keepingChecks(cloud, prefix, place, kept),
    ]),
    ...segments.flatMap(({ place, cidr }) => networkChecks(cloud, estate, place, cidr)),
    ...sites.filter(({ site }) => hasGateway(estate, site)).flatMap(({ place }) => gatewayChecks(cloud, estate, place)),
    ...auditChecks(cloud, estate),
    ...monitorChecks(cloud, estate),
    ...queueChecks(cloud, estate),
    ...[...sites.map(({ place }) => place), enclave].flatMap((member) => guardrailChecks(cloud, estate, member)),
    ...probeChecks(cloud, estate),
  ];
}

const hasGateway = (estate: Estate, site: Site) =>
  estate.flows.some(({ from, mechanism }) => from === site.id && mechanism === "privatelink");

/**
 * Reads back what must hold, and prints what was checked, what failed, and what cannot be held here.
 *
 * @returns whether everything held; nothing checked is not everything
 */
export async function verify(estate: Estate, url: string): Promise<boolean> {
  const checked: Checked[] = [];
  for (const check of checksOf(estate, url)) checked.push(await judge(check));
  say(report(checked));
  say(["What the emulator cannot hold:", ...LIMITS.map((limit) => `- ${limit}`)].join("\n"));
  return checked.length > 0 && checked.every(({ holds }) => holds);
}

/** The checks by stack and subject, each failure in full, and the counts. */
export function report(checked: readonly Checked[]): string {
  const groups = new Map<string, Checked[]>();
  for (const one of checked) {
    const key = `${one.check.stack}\u0000${one.check.name.split(":")[0]}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rows = [...groups].map(([key, group]) => {
    const held = group.filter(({ holds }) => holds).length;
    return [...key.split("\u0000"), ...[group.length, held, group.length - held].map(String)];
  });
  const failures = checked.filter(({ holds }) => !holds);
  return [
    table(["Stack", "What", "Checks", "Held", "Failed"], rows),
    ...failures.map(
      ({ check, observed }) =>
        `FAILED ${check.stack}: ${check.name} [${check.control}]\n  expected ${JSON.stringify(check.expected)}\n  observed ${JSON.stringify(observed)}`,
    ),
    `${checked.length} checks: ${checked.length - failures.length} held, ${failures.length} failed`,
  ].join("\n");
}
