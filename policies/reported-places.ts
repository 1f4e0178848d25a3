import type { Estate } from "../config/estate";
import { jurisdictionOf } from "../config/geography";
import { enclavePlace, monitorPlace, organizationPlace, sitePlaces, type StackPlace } from "../config/places";
import type { ReportedPlace } from "./report";

/** Every place of the estate and every counterparty, for a report: the operator's first, in the order of the estate. */
export function reportedPlaces(estate: Estate): readonly ReportedPlace[] {
  const { monitor, sites, enclave, counterparties } = estate;
  const standing = (country: string) => {
    const jurisdiction = jurisdictionOf(country);
    const isProtected = jurisdiction !== undefined && estate.protectedJurisdictions.includes(jurisdiction);
    return { country, ...(jurisdiction && { jurisdiction }), isProtected };
  };
  const of = ({ stack, account, region, country }: StackPlace) => ({
    id: stack,
    account,
    region,
    ...standing(country),
  });
  return [
    { ...of(organizationPlace(estate)), kind: "organization", title: "Organization", status: "no user data" },
    ...sitePlaces(estate).map((place, index): ReportedPlace => {
      const { title, status, cidr, placement } = sites[index]!;
      const { standsInFor } = placement;
      return { ...of(place), kind: "site", title, status, cidr, ...(standsInFor && { standsInFor }) };
    }),
    {
      ...of(monitorPlace(estate)),
      kind: "monitor",
      title: monitor.name,
      status: `audit only, staff in ${monitor.staffCountry}`,
    },
    {
      ...of(enclavePlace(estate)),
      kind: "enclave",
      title: enclave.title,
      status: `${enclave.phase}, sunset ${enclave.sunset}`,
      cidr: enclave.cidr,
    },
    ...counterparties.map(({ id, title, account, country }): ReportedPlace => ({
      id,
      kind: "counterparty",
      title,
      account,
      ...standing(country),
    })),
  ];
}
