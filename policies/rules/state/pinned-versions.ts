import { isObject } from "../../model/data";
import type { Model } from "../../model/model";
import type { StackSource } from "../../model/source";
import type { Value } from "../../model/value";
import type { WholeEstate } from "../../policy";
import { all, fail, notApplicable, type Verdict } from "../../verdict";
import { settings } from "../settings";

const SOURCES = ["aws", "hashicorp/aws", "registry.terraform.io/hashicorp/aws"];
const EXACT = /^=?\s*\d+\.\d+\.\d+$/;
/** A least and a most: `>= 1.11.0, < 2.0.0`; `~>` is both. */
const LEAST = /(^|,)\s*(>=?|~>)\s*\d/;
const MOST = /(^|,)\s*(<=?|~>)\s*\d/;

export const pinnedVersions: WholeEstate = {
  kind: "whole",
  id: "STA-008",
  title: "Terraform and its provider are of versions that were judged",
  severity: "medium",
  controls: ["G55"],
  rationale:
    "The same configuration means another thing to another version, whose defaults may open what this one keeps closed.",
  remediation: "Build the stack on LockedStack, and pin the provider's bindings to one version.",
  sources: ["https://developer.hashicorp.com/terraform/language/expressions/version-constraints"],
  construct: "region/locked-stack",

  check({ model }) {
    return model.sources.map((source) => pinned(model, source));
  },
};

function pinned(model: Model, { stack, terraform }: StackSource): Verdict {
  const at = { stack, address: "stack", jsonPath: "terraform" };
  // A plan is of the versions that made it, whatever was asked for.
  if (terraform === undefined) return notApplicable(at);
  const block = settings(model, stack, "stack", { terraform });
  const aws = block.value("terraform.required_providers[0].aws");
  if (aws.isAbsent) return fail(at, "no required provider", "one exact version of hashicorp/aws");
  return all(
    aws.value("source").mustBe(...SOURCES),
    isObject(aws.data)
      ? aws.value("version").mustSatisfy("one exact version", matches(EXACT))
      : aws.mustSatisfy("a source and an exact version", matches(EXACT)),
    block.value("terraform.required_version").mustSatisfy("a least and a most version", matches(LEAST, MOST)),
  );
}

function matches(...patterns: readonly RegExp[]) {
  return ({ text = "" }: Value) => patterns.every((pattern) => pattern.test(text));
}
