import ipaddr from "ipaddr.js";
import type { Estate } from "../../config/estate";

/**
 * What must hold of any estate that is accepted, restated: nothing here is imported from the loader's
 * own rules or tables, so that one mistake cannot hide itself.
 */

const EEA = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" ");

/** Regions that the generated estates use, and one for each trap. */
const COUNTRY: Readonly<Record<string, string>> = {
  "eu-west-1": "IE",
  "eu-west-2": "GB",
  "eu-west-3": "FR",
  "eu-central-1": "DE",
  "eu-central-2": "CH",
  "eu-north-1": "SE",
  "us-east-1": "US",
  "us-west-2": "US",
  "eusc-de-east-1": "DE",
};
const HARMLESS =
  "access-analyzer cloudtrail config guardduty health reporting.trustedadvisor servicequotas sso tagpolicies.tag".split(
    " ",
  );
const SOVEREIGN = ["eusc-de-east-1"];

const jurisdictionOf = (country: string) => (EEA.includes(country) ? "EEA" : country);

/** What an accepted estate breaks; empty when everything holds. */
export function violations(estate: Estate, today: string): readonly string[] {
  const broken: string[] = [];
  const must = (holds: boolean, what: string) => void (holds || broken.push(what));
  const safe = (country: string | undefined) =>
    country !== undefined && (estate.protectedJurisdictions as readonly string[]).includes(jurisdictionOf(country));
  const { organization, monitor, enclave, sites, counterparties } = estate;

  const accounts = [
    organization.managementAccount,
    monitor.account,
    enclave.account,
    ...sites.map((s) => s.account),
    ...counterparties.map((c) => c.account),
  ];
  must(new Set(accounts).size === accounts.length, "accounts are distinct");
  must(
    accounts.every((account) => /^\d{12}$/.test(account)),
    "accounts have twelve digits",
  );

  must(estate.approvals.audit === "monitor", "what weakens audit is approved by the monitor");

  const networks = [...sites, enclave].map(({ cidr }) => ipaddr.parseCIDR(cidr) as [ipaddr.IPv4, number]);
  networks.forEach(([a, aBits], i) =>
    networks.slice(i + 1).forEach(([b, bBits]) => must(!a.match(b, Math.min(aBits, bBits)), "networks are disjoint")),
  );

  for (const { country, placement } of [...sites, enclave]) {
    const actual = COUNTRY[placement.region];
    must(actual !== undefined, "the region is known");
    must(
      actual === country ? placement.standsInFor === undefined : placement.standsInFor === country,
      "a stand-in is declared, and no other",
    );
  }
  const zones = sites.flatMap(({ placement }) => placement.zones);
  must(new Set(zones).size === zones.length, "sites share no zone");

  for (const { country, placement } of sites)
    must(safe(country) && safe(COUNTRY[placement.region]), "sites are inside");
  must(!safe(COUNTRY[enclave.placement.region]), "the enclave is outside");
  const regions = [organization.homeRegion, monitor.region, ...[...sites, enclave].map((p) => p.placement.region)];
  must(new Set(regions.map((region) => SOVEREIGN.includes(region))).size === 1, "everything is in one partition");
  const { trustedServices } = organization;
  must(new Set(trustedServices).size === trustedServices.length, "a service is trusted once");
  must(
    trustedServices.every((service) => HARMLESS.includes(service.replace(/\.amazonaws\.com$/, ""))),
    "no trusted service changes accounts",
  );
  must(monitor.organizationId !== organization.id, "the monitor has its own organization");
  if (!safe(monitor.staffCountry) || !safe(COUNTRY[monitor.region])) {
    must(
      monitor.transferBasis !== undefined && monitor.transferBasis.expires >= today,
      "a monitor abroad has a valid basis",
    );
  }
  must(
    sites.some(({ status }) => status === "active"),
    "a site is active",
  );
  must(
    sites.some(({ id, status }) => id === enclave.drainTarget && status === "active"),
    "the drain target is active",
  );
  must(!Number.isNaN(Date.parse(enclave.sunset)), "the sunset is a date");
  must(enclave.phase === "retired" || enclave.sunset >= today, "the sunset has not passed");

  const countryAt = (id: string) => {
    const place = [
      ...sites.map((s) => ({ id: s.id, region: s.placement.region })),
      { id: "enclave", region: enclave.placement.region },
    ].find((p) => p.id === id);
    return place ? COUNTRY[place.region] : counterparties.find((c) => c.id === id)?.country;
  };
  for (const flow of estate.flows) {
    must(flow.to !== "enclave", "nothing flows into the enclave");
    must(flow.expires >= today, "flows have not expired");
    must(countryAt(flow.from) !== undefined && countryAt(flow.to) !== undefined, "flows join declared places");
    must(flow.dataClass !== "restricted" || safe(countryAt(flow.to)), "restricted data stays inside");
  }
  for (const access of estate.accesses) {
    must(access.expires >= today, "accesses have not expired");
    must(
      !access.dataClasses.includes("restricted") || safe(access.countryOfWork),
      "restricted data is reached from inside",
    );
  }
  return broken;
}
