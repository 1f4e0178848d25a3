import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { all, notApplicable, type Verdict } from "../../verdict";
import { PROTECTED } from "../storage/protected-stores";
import { holdsUserData, isInEnclave } from "./of-enclave";

/** Where one of these is set, Terraform empties the store first. */
const EMPTIED = ["force_delete", "force_destroy"];

export const keptWhileServing: EachResource = {
  kind: "each",
  id: "ENV-007",
  title: "While the enclave serves, no deployment can destroy what holds users' data there",
  severity: "high",
  controls: ["F47", "G52"],
  rationale:
    "What has not come home yet exists once. Renaming a construct is enough for Terraform to replace its store, with everybody's data in it.",
  remediation: "Build the store with EnclaveStore, and declare the phase that the enclave is in.",
  sources: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy"],
  construct: "enclave/enclave-store",
  types: Object.keys(PROTECTED),

  check(resource, context) {
    const isKey = resource.type === "aws_kms_key";
    const isServing = context.estate.enclave.phase === "serving";
    const isAsked = isServing && isInEnclave(resource, context) && (isKey || holdsUserData(resource));
    if (!isAsked) return notApplicable(resource.root.at);
    // A plan carries no `lifecycle`: what that keeps, Terraform has refused to plan away.
    const source = context.model.sources.find(({ stack }) => stack === resource.stack);
    const kept = resource.value("lifecycle[0].prevent_destroy");
    return all(notEmptied(resource), ...(source?.kind === "plan" ? [] : [kept.mustBe(true)]));
  },
};

function notEmptied(resource: Resource): Verdict {
  const [first, ...others] = EMPTIED.map((path) => resource.value(path).mustNotBe(true));
  return all(first!, ...others);
}
