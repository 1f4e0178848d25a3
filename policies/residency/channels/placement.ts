import { resourceType, resourceTypes } from "../../catalogue/resource-type";
import type { Resource } from "../../model/resource";
import { type Channel, type Passage, type Surroundings } from "../channel";

/** What holds data anywhere but at its stack's place has left it, by being made there. */
export const placed: Channel = {
  title: "Placement",
  types: resourceTypes().filter((type) => resourceType(type)?.holds === "data"),
  moves: "bytes",
  what: "What holds data is made in the account and region of a provider, or in a region of its own",
  source:
    "https://developer.hashicorp.com/terraform/language/providers/configuration#alias-multiple-provider-configurations",
  claims: [],
  find: places,
};

function* places(resource: Resource, { atlas }: Surroundings): Generator<Passage> {
  const home = atlas.home(resource);
  if (!home) return;
  yield { from: atlas.place(home), to: atlas.store(resource), at: resource.root.at };
}
