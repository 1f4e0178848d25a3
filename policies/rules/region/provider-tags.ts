import type { WholeEstate } from "../../policy";
import { all, fail } from "../../verdict";
import { expectedPlace } from "../expected-place";
import { ofEveryProvider } from "./provider-settings";

export const providerTags: WholeEstate = {
  kind: "whole",
  id: "REG-007",
  title: "Everything says by its tags which estate, stack and country it is of",
  severity: "medium",
  controls: ["A1"],
  rationale:
    "Whoever finds a resource must see whose it is and where it may be; a wrong country on it sends users' data and its guardians astray.",
  remediation: "Build the stack on LockedStack.",
  sources: ["https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#default_tags"],
  construct: "region/region-lock",

  check(context) {
    const { estate } = context;
    return ofEveryProvider(context, (provider) => {
      const place = expectedPlace(context, provider.stack);
      if (!place) return fail(provider.root.at, `the stack ${provider.stack}`, "a stack that the estate declares");
      const tags = provider.value("default_tags[0].tags");
      return all(
        tags.value("country").mustBe(place.country),
        tags.value("estate").mustBe(estate.name),
        tags.value("stack").mustBe(provider.stack),
        tags.value("project").mustBe(estate.organization.prefix),
        // What a store holds it says itself: untagged, it counts as restricted.
        tags.value("data-class").mustBeAbsent("each resource's own"),
        provider.value("ignore_tags").mustBeAbsent(),
      );
    });
  },
};
