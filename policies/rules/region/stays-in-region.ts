import { auditSinks, drainPath } from "../../../config/names";
import { ENCLAVE } from "../../../config/places";
import { resourceType } from "../../catalogue/resource-type";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { valuesAt } from "../../model/values-at";
import type { EachResource } from "../../policy";
import { all, fail, pass, undecided, type Verdict } from "../../verdict";
import { expectedPlace } from "../expected-place";
import { regionsNamed } from "./named-regions";
import { textsOf } from "./texts";

/** Words for people, what Terraform itself reads, and what a rule listens for: nothing in them is a place where data goes. */
const NO_PLACES = ["description", "tags", "tags_all", "lifecycle", "depends_on", "provider", "event_pattern"];

export const staysInRegion: EachResource = {
  kind: "each",
  id: "REG-002",
  title: "A resource is in its stack's region and names no other one but the declared sinks of its audit logs",
  severity: "critical",
  controls: ["A1", "A5"],
  rationale:
    "Replicas, aliases, targets and copies take users' data along to wherever their ARN or region says, in silence and for good.",
  remediation: "Keep it in the stack's region, or declare a flow that the constructs admit.",
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"],
  construct: "region/region-lock",
  types: [],

  check(resource, context) {
    const home = expectedPlace(context, resource.stack)?.region ?? resource.region;
    return all(isAt(resource, home), ...destinations(resource), ...namedElsewhere(resource, home, context));
  },
};

function isAt(resource: Resource, home: string): Verdict {
  const { at } = resource.value("region");
  if (hasHole(resource.region)) return undecided(at, "a region that cannot be known before deployment", home);
  return resource.region === home ? pass(at) : fail(at, resource.region, home);
}

function namedElsewhere(resource: Resource, home: string, { estate }: Context): readonly Verdict[] {
  const isForeign = (text: string) => regionsNamed(text).some((region) => region !== home);
  return textsOf(resource, leftOutOf(resource), isForeign)
    .filter(({ data }) => !admittedBy({ estate }, resource.stack).includes(data as string))
    .map((value) => fail(value.at, value.legible, `nothing outside ${home}`));
}

/** Exact texts that name another region and may: sinks of audit logs, and the drain's way home. */
function admittedBy({ estate }: Pick<Context, "estate">, stack: string): readonly string[] {
  if (!Object.hasOwn(estate.monitor.archiveKeyArns, stack)) return [];
  const { keyArn, alertBusArn } = auditSinks(estate, stack);
  return [keyArn, alertBusArn, ...(stack === ENCLAVE ? [drainPath(estate).targetKeyAliasArn] : [])];
}

/** IAM documents say who and whence, not where; they are judged by evaluation. */
function leftOutOf({ type }: Resource): ReadonlySet<string> {
  return new Set([...NO_PLACES, ...Object.keys(resourceType(type)?.policies ?? {})]);
}

/** Where it sends something, the region must be known. */
function destinations(resource: Resource): readonly Verdict[] {
  const kinds = Object.entries(resourceType(resource.type)?.to ?? {});
  return kinds.flatMap(([path, kind]) => {
    if (kind !== "region" && kind !== "arn") return [];
    return valuesAt(resource, path)
      .filter((value) => !value.isAbsent && typeof value.data === "string" && hidesRegion(value, kind))
      .map((value) => undecided(value.at, `cannot be known before deployment: ${value.legible}`, "a literal region"));
  });
}

function hidesRegion({ data }: Value, kind: "region" | "arn"): boolean {
  const text = data as string;
  return hasHole(kind === "region" || !text.startsWith("arn:") ? text : text.split(":").slice(0, 4).join(":"));
}
