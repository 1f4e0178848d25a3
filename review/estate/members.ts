import type { Access, Counterparty, Estate, Flow, Site } from "../../config/estate";
import { findRegion } from "../../config/geography";
import type { Change } from "../entry";

/** What it means that a list of the estate has one member more, or one less. */
interface Membership<Member> {
  readonly came: (member: Member) => Pick<Change, "verdict" | "what" | "controls">;
  readonly went: (member: Member) => Pick<Change, "verdict" | "what" | "controls">;
}

const countryOf = ({ placement }: Site) => findRegion(placement.region)?.country ?? placement.region;

const SITES: Membership<Site> = {
  came: (site) => ({
    verdict: site.status === "active" ? "opens" : "other",
    what: `a site ${site.id}, ${site.status}: its data is in ${countryOf(site)}`,
    controls: ["A5"],
  }),
  went: (site) => ({
    verdict: site.status === "active" ? "destroys" : "other",
    what: `no site ${site.id} any more; it was ${site.status}`,
    controls: ["G52"],
  }),
};

const describeFlow = ({ dataClass, from, to, mechanism, expires, owner }: Flow) =>
  `${dataClass} data from ${from} to ${to} by ${mechanism} until ${expires}, owned by ${owner}`;

const FLOWS: Membership<Flow> = {
  came: (flow) => ({ verdict: "opens", what: `a flow ${flow.id}: ${describeFlow(flow)}`, controls: ["A5"] }),
  went: (flow) => ({
    verdict: "stronger",
    what: `no flow ${flow.id} any more: ${describeFlow(flow)}`,
    controls: ["A5"],
  }),
};

const describeAccess = ({ role, countryOfWork, dataClasses, at, expires, owner }: Access) =>
  `${role} who work in ${countryOfWork} may reach ${dataClasses.join(", ")} data at ${at} until ${expires}, owned by ${owner}`;

const ACCESSES: Membership<Access> = {
  came: (access) => ({
    verdict: "opens",
    what: `an access ${access.id}: ${describeAccess(access)}`,
    controls: ["A5", "E40"],
  }),
  went: (access) => ({
    verdict: "stronger",
    what: `no access ${access.id} any more: ${describeAccess(access)}`,
    controls: ["E40"],
  }),
};

const COUNTERPARTIES: Membership<Counterparty> = {
  came: ({ id, country }) => ({ verdict: "other", what: `a counterparty ${id} in ${country}`, controls: ["A5"] }),
  went: ({ id }) => ({ verdict: "stronger", what: `no counterparty ${id} any more`, controls: ["A5"] }),
};

/** What came into the lists of the estate, and what went from them. */
export function memberChanges(base: Estate, head: Estate): readonly Change[] {
  return [
    ...changesOf("sites", SITES, base.sites, head.sites),
    ...changesOf("flows", FLOWS, base.flows, head.flows),
    ...changesOf("accesses", ACCESSES, base.accesses, head.accesses),
    ...changesOf("counterparties", COUNTERPARTIES, base.counterparties, head.counterparties),
  ];
}

function changesOf<Member extends { readonly id: string }>(
  list: string,
  { came, went }: Membership<Member>,
  before: readonly Member[],
  after: readonly Member[],
): readonly Change[] {
  const missing = (from: readonly Member[], others: readonly Member[]) =>
    from.filter(({ id }) => !others.some((other) => other.id === id));
  const change = (member: Member, meaning: Pick<Change, "verdict" | "what" | "controls">): Change => ({
    ...meaning,
    about: "estate",
    path: `${list}.${member.id}`,
    details: [],
    policies: [],
  });
  return [
    ...missing(after, before).map((member) => change(member, came(member))),
    ...missing(before, after).map((member) => change(member, went(member))),
  ];
}
