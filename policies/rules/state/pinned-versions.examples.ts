import type { Examples } from "../../examples";

const terraform = (version: string, required_version?: string, source = "hashicorp/aws") => ({
  stacks: { dublin: { terraform: { required_providers: { aws: { source, version } }, required_version } } },
});

export const pinnedVersionsExamples: Examples = {
  policy: "STA-008",
  pass: {
    "the provider is of one version and Terraform within bounds": terraform("5.100.0", ">= 1.11.0, < 2.0.0"),
    "Terraform's bounds are written as one": terraform("= 5.100.0", "~> 1.11"),
  },
  fail: {
    "no version is asked for": { stacks: { dublin: {} } },
    "any later provider will do": terraform(">= 5.0.0", "~> 1.11"),
    "any later Terraform will do": terraform("5.100.0", ">= 1.11.0"),
    "any Terraform will do": terraform("5.100.0"),
    "the provider is somebody else's": terraform("5.100.0", "~> 1.11", "example/aws"),
  },
  undecided: { "an expression holds the version": terraform("${var.version}", "~> 1.11") },
};
