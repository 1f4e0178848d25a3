import { findRegion, jurisdictionOf } from "../../../config/geography";
import type { TransferBasis } from "../../../config/estate";
import type { StackPlace } from "../../../config/places";
import { judgedPlaces, type Context } from "../../context";
import { hasHole, legible } from "../../model/symbolic";
import type { WholeEstate } from "../../policy";
import { fail, notApplicable, pass, undecided, type Verdict } from "../../verdict";
import { stackAt } from "../in-account";
import { declaredKind } from "../declared-kind";

export const protectedJurisdictions: WholeEstate = {
  kind: "whole",
  id: "REG-005",
  title: "A site's region is in a protected jurisdiction, and what is outside rests on a declared ground",
  severity: "critical",
  controls: ["A1"],
  rationale:
    "Users were promised that their data is under European law. That is so where the region is, not where its name or the site's says.",
  remediation: "Move the site's 'placement' to a region of a protected jurisdiction.",
  sources: ["https://eur-lex.europa.eu/eli/reg/2016/679/oj"],
  construct: "region/region-lock",

  check(context) {
    const places = judgedPlaces(context);
    if (places.length === 0) return context.model.stacks.map((stack) => notApplicable(stackAt(stack)));
    return places.flatMap((place) => inJurisdiction(place, context));
  },
};

function inJurisdiction({ stack }: StackPlace, context: Context): readonly Verdict[] {
  const providers = context.model.providers.filter((provider) => provider.stack === stack);
  if (providers.length === 0) return [undecided(stackAt(stack), "no provider that says where it is", "a known region")];
  const expected = context.estate.protectedJurisdictions.join(" or ");
  return providers.map(({ address, place: { region } }) => {
    const at = { stack, address, jsonPath: "region" };
    if (hasHole(region)) return undecided(at, legible(region), expected);
    const country = findRegion(region)?.country;
    if (country === undefined) return fail(at, `${region}, which is in no known country`, expected);
    const jurisdiction = jurisdictionOf(country);
    if (jurisdiction && context.estate.protectedJurisdictions.includes(jurisdiction)) return pass(at);
    const basis = basisOf(context, stack);
    if (basis && basis.expires >= context.today && country === basis.country) return pass(at);
    const ground = basis ? `, on a ground that held until ${basis.expires} for ${basis.country}` : "";
    return fail(at, `${region}, in ${country}${ground}`, expected);
  });
}

/** The ground on which a stack may be outside, and the country that it is for. */
function basisOf(context: Context, stack: string): (TransferBasis & { readonly country: string }) | undefined {
  const { enclave, monitor } = context.estate;
  const kind = declaredKind(context, stack);
  if (kind === "enclave") return { ...enclave.transferBasis, country: enclave.country };
  const country = findRegion(monitor.region)?.country;
  const basis = kind === "monitor" ? monitor.transferBasis : undefined;
  return basis && country ? { ...basis, country } : undefined;
}
