import type { WholeEstate } from "../../policy";
import { deployRoleArn } from "../../../config/names";
import { all, fail } from "../../verdict";
import { expectedPlace } from "../expected-place";
import { nothingDiverted } from "../nothing-diverted";
import { ofEveryProvider } from "./provider-settings";

export const providerRole: WholeEstate = {
  kind: "whole",
  id: "REG-006",
  title: "A provider acts in the declared deploy role and in no other",
  severity: "high",
  controls: ["A1", "H61"],
  rationale:
    "Credentials in the configuration can be anybody's, and an endpoint of somebody else's takes every request with what it carries: users' data among it.",
  remediation: "Build the stack on LockedStack, and leave credentials to the environment.",
  sources: ["https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#assuming-an-iam-role"],
  construct: "region/region-lock",

  check(context) {
    return ofEveryProvider(context, (provider) => {
      const place = expectedPlace(context, provider.stack);
      if (!place) return fail(provider.root.at, `the stack ${provider.stack}`, "a stack that the estate declares");
      const role = provider.value("assume_role");
      return all(
        role.mustSatisfy("exactly one role", ({ isAbsent }) => !isAbsent && role.items().length === 1),
        provider.value("assume_role[0].role_arn").mustBe(deployRoleArn(context.estate, place)),
        ...nothingDiverted(provider),
      );
    });
  },
};
