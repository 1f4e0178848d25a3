import { daysBetween } from "../config/calendar";
import type { Estate, Placement } from "../config/estate";
import { enclavePlace, monitorPlace, organizationPlace, sitePlaces, type StackPlace } from "../config/places";
import { standIns } from "../config/stand-ins";
import { sunsetWarnings } from "../config/sunset";
import { table } from "./table";

/** The estate as a person reads it: places, what a stand-in means, what expires when, flows and accesses. */
export function describeEstate(estate: Estate, today: string): string {
  return [
    `Estate ${estate.name}, on ${today}. Protected: ${estate.protectedJurisdictions.join(", ")}.`,
    places(estate, today),
    ...sunsetWarnings(estate, today),
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
