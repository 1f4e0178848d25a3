import { resourceType } from "../../catalogue/resource-type";
import type { EachResource } from "../../policy";
import { fail, pass, undecided } from "../../verdict";

export const knownType: EachResource = {
  kind: "each",
  id: "ENC-001",
  title: "Every resource is of a known type, and builds nothing that the output does not show",
  severity: "high",
  controls: ["B10"],
  rationale:
    "What nobody has looked at may hold people's data in clear. A type that is not in the catalogue of resource types is never taken for harmless, and a resource that makes others out of sight can make anything.",
  remediation:
    "Use a type of the catalogue, or review the new one and add it to policies/catalogue; declare resources one by one instead of through a template.",
  sources: ["https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs"],
  types: [],

  check(resource) {
    const type = resourceType(resource.type);
    if (!type) return undecided(resource.root.at, `the type ${resource.type}`, "a type of the catalogue");
    if (type.holds === "unknown") {
      return fail(resource.root.at, `${resource.type}, which builds what is not shown`, "every resource in the output");
    }
    return pass(resource.root.at);
  },
};
