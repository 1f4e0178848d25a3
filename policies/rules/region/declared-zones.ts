import { findRegion, isZoneOf } from "../../../config/geography";
import { ENCLAVE } from "../../../config/places";
import type { Placement } from "../../../config/estate";
import { resourceType, resourceTypes } from "../../catalogue/resource-type";
import type { Context } from "../../context";
import type { Value } from "../../model/value";
import { valuesAt } from "../../model/values-at";
import type { EachResource } from "../../policy";
import { all, notApplicable, pass, undecided, type Verdict } from "../../verdict";

const isZone = (type: string) => (path: string) => resourceType(type)!.to[path] === "zone";
const zonePaths = (type: string) => Object.keys(resourceType(type)!.to).filter(isZone(type));
/** Words that mean the region itself. */
const THE_REGION = ["CLOUD", "region", "default"];

export const declaredZones: EachResource = {
  kind: "each",
  id: "REG-004",
  title: "A resource that chooses a building chooses one of its site's declared zones",
  severity: "critical",
  controls: ["A1", "C26"],
  rationale:
    "A zone's id is the building in which users' data is. A Local Zone or an Outpost is of the region by name, and may be in another country.",
  remediation: "Name zones by id, as the site's 'placement' does.",
  sources: ["https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html"],
  construct: "network/isolated-segment",
  types: resourceTypes().filter((type) => zonePaths(type).length > 0),

  check(resource, context) {
    const values = zonePaths(resource.type).flatMap((path) =>
      valuesAt(resource, path).flatMap((value) => value.items()),
    );
    const placement = placementOf(context, resource.stack);
    const zones = values.filter((value) => !value.isAbsent).map((value) => inZone(value, placement, resource.region));
    const [first, ...others] = zones;
    return first ? all(first, ...others) : notApplicable(resource.root.at);
  },
};

function placementOf({ estate }: Context, stack: string): Placement | undefined {
  if (stack === ENCLAVE) return estate.enclave.placement;
  return estate.sites.find(({ id }) => id === stack)?.placement;
}

function inZone(value: Value, placement: Placement | undefined, code: string): Verdict {
  const region = findRegion(code);
  const expected = placement ? `one of ${placement.zones.join(", ")}` : `a zone of ${code}`;
  const { text } = value;
  if (text === undefined || !region) return value.mustSatisfy(expected, () => "unknown");
  if (THE_REGION.includes(text)) return pass(value.at);
  if (placement?.zones.includes(text) ?? isZoneOf(text, region)) return pass(value.at);
  // Which building a name means, each account has decided for it.
  const isName = text.startsWith(code) && /^[a-z]$/.test(text.slice(code.length));
  if (!isName) return value.mustSatisfy(expected, () => value.is(...(placement?.zones ?? [])));
  const means = `${text}, which means another building in each account`;
  return placement ? undecided(value.at, means, expected) : pass(value.at);
}
