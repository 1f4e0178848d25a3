import { hasPassed } from "../calendar";
import type { Declared, Draft } from "../draft";
import type { Access, Flow } from "../estate";
import { findRegion } from "../geography";
import type { Path, Problem } from "../problem";
import { expired } from "./monitor";
import { isProtected } from "./places";

/** Flows and accesses: what may move and who may reach it, dated, and never restricted data out of protection. */
export function* permissionsHold(draft: Draft, today: string): Generator<Problem> {
  for (const flow of draft.flows) yield* flowHolds(draft, flow, today);
  for (const access of draft.accesses) yield* accessHolds(draft, access, today);
}

/** Whether a place that is not found may be one that is not well-formed. */
const isIncomplete = ({ incomplete }: Draft) => incomplete.has("sites") || incomplete.has("counterparties");

/** The country that data is in at an end of a flow. */
function countryOf(draft: Draft, id: string): string | undefined {
  if (id === "monitor") return draft.monitor && findRegion(draft.monitor.region)?.country;
  if (id === "enclave") return draft.enclave && findRegion(draft.enclave.placement.region)?.country;
  const site = draft.sites.find(({ value }) => value.id === id);
  if (site) return findRegion(site.value.placement.region)?.country;
  return draft.counterparties.find(({ value }) => value.id === id)?.value.country;
}

function* flowHolds(draft: Draft, { value: flow, path }: Declared<Flow>, today: string): Generator<Problem> {
  const sources = [...draft.sites.map(({ value }) => value.id), "enclave"];
  const unknown = (id: string, places: readonly string[]) => !isIncomplete(draft) && !places.includes(id);
  const destinations = [...draft.sites, ...draft.counterparties].map(({ value }) => value.id);
  if (flow.to === "enclave") {
    yield refusal(
      "estate.flow-into-enclave",
      [...path, "to"],
      flow.to,
      "not be the enclave",
      "data only leaves it; send it to a site",
    );
  } else if (unknown(flow.to, destinations) || flow.to === flow.from) {
    yield refusal(
      "estate.unknown-place",
      [...path, "to"],
      flow.to,
      "be another site or a counterparty",
      `they are ${destinations.join(", ")}`,
    );
  }
  if (unknown(flow.from, sources)) {
    yield refusal(
      "estate.unknown-place",
      [...path, "from"],
      flow.from,
      "be a site or the enclave",
      `they are ${sources.join(", ")}`,
    );
  }
  const country = countryOf(draft, flow.to);
  if (
    flow.dataClass === "restricted" &&
    flow.to !== "enclave" &&
    draft.protectedJurisdictions !== undefined &&
    country !== undefined &&
    !isProtected(draft, country)
  ) {
    yield refusal(
      "estate.restricted-data-leaves",
      [...path, "dataClass"],
      flow.dataClass,
      `not be restricted, since ${flow.to} is in ${country}`,
      "send aggregated data, or to a place inside the protected jurisdictions",
    );
  }
  const isDrain = flow.from === "enclave" && flow.to === draft.enclave?.drainTarget;
  if (draft.enclave && (flow.mechanism === "s3-replication") !== isDrain) {
    yield refusal(
      "estate.unfit-mechanism",
      [...path, "mechanism"],
      flow.mechanism,
      isDrain ? "be s3-replication" : "be privatelink",
      "replication drains the enclave and nothing else; every other flow goes through a site's gateway",
    );
  }
  if (hasPassed(flow.expires, today)) yield expired("estate.expired-flow", [...path, "expires"], flow.expires, today);
}

function* accessHolds(draft: Draft, { value: access, path }: Declared<Access>, today: string): Generator<Problem> {
  const places = [...draft.sites.map(({ value }) => value.id), "enclave"];
  if (!isIncomplete(draft) && !places.includes(access.at)) {
    yield refusal(
      "estate.unknown-place",
      [...path, "at"],
      access.at,
      "be a site or the enclave",
      `they are ${places.join(", ")}`,
    );
  }
  const outside = draft.protectedJurisdictions !== undefined && !isProtected(draft, access.countryOfWork);
  if (access.dataClasses.includes("restricted") && outside) {
    yield refusal(
      "estate.access-from-outside",
      [...path, "countryOfWork"],
      access.countryOfWork,
      `be in ${draft.protectedJurisdictions.join(" or ")} where data is restricted`,
      "access from another country is a transfer: let people there reach aggregated data",
    );
  }
  if (hasPassed(access.expires, today))
    yield expired("estate.expired-access", [...path, "expires"], access.expires, today);
}

const refusal = (code: string, path: Path, value: unknown, rule: string, fix: string): Problem => ({
  code,
  path,
  value,
  rule,
  fix,
});
