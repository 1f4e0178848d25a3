import type { Value } from "../../model/value";
import type { WholeEstate } from "../../policy";
import { all, fail } from "../../verdict";
import { expectedPlace } from "../expected-place";
import { ofEveryProvider } from "./provider-settings";

const hasOne = (accounts: Value) => accounts.items().length === 1;

export const providerPinned: WholeEstate = {
  kind: "whole",
  id: "REG-001",
  title: "A provider works in the one account and the one region that its stack is declared for",
  severity: "critical",
  controls: ["A1"],
  rationale:
    "The provider decides where everything of a stack is made. A region from a variable or an account that is not checked puts users' data wherever the deployment happens to run.",
  remediation: "Build the stack on LockedStack, whose RegionLock pins the provider.",
  sources: ["https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#argument-reference"],
  construct: "region/region-lock",

  check(context) {
    return ofEveryProvider(context, (provider) => {
      const place = expectedPlace(context, provider.stack);
      if (!place) return fail(provider.root.at, `the stack ${provider.stack}`, "a stack that the estate declares");
      return all(
        provider.value("region").mustBe(place.region),
        provider.value("allowed_account_ids").mustSatisfy("exactly one account", hasOne),
        provider.value("allowed_account_ids[0]").mustBe(place.account),
        provider.value("forbidden_account_ids").mustBeAbsent("one allowed account"),
      );
    });
  },
};
