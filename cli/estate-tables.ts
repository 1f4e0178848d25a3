import Table from "cli-table3";
import { daysBetween } from "../config/calendar";
import type { Estate, Placement } from "../config/estate";
import { findRegion } from "../config/geography";
import { enclavePlace, monitorPlace, organizationPlace, sitePlaces, type StackPlace } from "../config/places";

/** Plain borders and no colour: the tables go into tickets and evidence as well as onto terminals. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const built = new Table({ head: [...head], style: { head: [], border: [] } });
  built.push(...rows.map((row) => [...row]));
  return built.toString();
}

/** The estate as a person reads it: places, what a stand-in means, what expires when, flows and accesses. */
export function describeEstate(estate: Estate, today: string): string {
  return [
    `Estate ${estate.name}, on ${today}. Protected: ${estate.protectedJurisdictions.join(", ")}.`,
    places(estate, today),
    ...standIns(estate),
    table(
      ["What ends", "On", "In days"],
      endings(estate).map(([what, on]) => [what, on, String(daysBetween(today, on))]),
    ),
    table(
      ["Flow", "From", "To", "Data", "By", "Owner"],
      estate.flows.map((flow) => [flow.id, flow.from, flow.to, flow.dataClass, flow.mechanism, flow.owner]),
    ),
    table(
      ["Access", "At", "Role", "Works in", "Data", "Owner"],
      estate.accesses.map((access) => [
        access.id,
        access.at,
        access.role,
        access.countryOfWork,
        access.dataClasses.join(", "),
        access.owner,
      ]),
    ),
  ].join("\n");
}

function places(estate: Estate, today: string): string {
  const row = (
    { stack, account, region, country }: StackPlace,
    status: string,
    placement?: Placement,
    cidr = "",
  ): string[] => [stack, account, region, country, status, placement?.zones.join(" ") ?? "", cidr];
  const sites = sitePlaces(estate).map((place, index) => {
    const site = estate.sites[index]!;
    return row(place, site.status, site.placement, site.cidr);
  });
  const { enclave } = estate;
  const sunset = `${enclave.phase}, ${daysBetween(today, enclave.sunset)} days to sunset`;
  return table(
    ["Stack", "Account", "Region", "Data is in", "Status", "Zones", "Network"],
    [
      row(organizationPlace(estate), "no user data"),
      row(monitorPlace(estate), `audit only, staff in ${estate.monitor.staffCountry}`),
      ...sites,
      row(enclavePlace(estate), sunset, enclave.placement, enclave.cidr),
    ],
  );
}

/** A stand-in is told wherever the estate is told: the data is where the region is. */
function standIns({ sites }: Estate): readonly string[] {
  return sites
    .filter(({ placement }) => placement.standsInFor)
    .map(({ id, placement }) => {
      const country = findRegion(placement.region)!.country;
      return `Stand-in: ${id} is in ${placement.region}, so its data is in ${country} and not in ${placement.standsInFor}.`;
    });
}

function endings({ monitor, enclave, flows, accesses }: Estate): readonly (readonly [string, string])[] {
  const ends: (readonly [string, string])[] = [
    ["enclave: sunset", enclave.sunset],
    [`enclave: ${enclave.transferBasis.instrument}`, enclave.transferBasis.expires],
    ...(monitor.transferBasis
      ? [[`monitor: ${monitor.transferBasis.instrument}`, monitor.transferBasis.expires] as const]
      : []),
    ...flows.map((flow) => [`flow ${flow.id}`, flow.expires] as const),
    ...accesses.map((access) => [`access ${access.id}`, access.expires] as const),
  ];
  return ends.sort(([, a], [, b]) => (a < b ? -1 : 1));
}
