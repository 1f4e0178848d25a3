import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, notApplicable, pass, type Verdict } from "../../verdict";
import { declaredKind } from "../declared-kind";
import { mustBeClosed } from "../closed-attributes";
import { PROTECTED } from "./protected-stores";

export const permanence: EachResource = {
  kind: "each",
  id: "STO-010",
  title: "No deployment can destroy what keeps restricted data, the enclave's excepted, nor any key",
  severity: "high",
  controls: ["G52"],
  rationale:
    "Renaming a construct is enough for Terraform to replace a store, with everybody's data in it. Each protection is one more thing that somebody has to take away on purpose first.",
  remediation:
    "Build stores with UserDataStore: they carry prevent_destroy, deletion protection where the service has it, and never force_destroy.",
  sources: [
    "https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html",
  ],
  construct: "storage/user-data-store",
  types: Object.keys(PROTECTED),

  check(resource, context) {
    if (declaredKind(context, resource.stack) === "enclave") return notApplicable(resource.root.at);
    if (resource.type !== "aws_kms_key" && resource.dataClass !== "restricted") return notApplicable(resource.root.at);
    return all(preventsDestruction(resource, context), mustBeClosed(resource, PROTECTED, "nothing that destroys it"));
  },
};

/**
 * A plan carries no `lifecycle`: what it would destroy, Terraform has already refused or allowed. There the attributes
 * alone are judged, and the configuration that the plan was made from is judged for the rest.
 */
function preventsDestruction(resource: Resource, { model }: Context): Verdict {
  const source = model.sources.find(({ stack }) => stack === resource.stack);
  if (source?.kind === "plan") return pass(resource.root.at);
  return resource.value("lifecycle[0].prevent_destroy").mustBe(true);
}
