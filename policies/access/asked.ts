import type { PrincipalSet, SourceSet } from "./principal";
import type { Bounds } from "./scope";

/** The requests that are asked about. */
export interface Asked extends Bounds {
  readonly principals: readonly PrincipalSet[];
  readonly sources?: readonly SourceSet[];
}

/** Everything that is named in asking. */
export function textsOf({ principals, sources, actions, resources, context, world }: Asked): readonly string[] {
  const ofSets = [...principals, ...(sources ?? [])].flatMap((set) =>
    Object.values(set).flatMap((value: string | readonly string[] | undefined) => value ?? []),
  );
  const ofContext = Object.entries(context ?? {}).flatMap(([key, values]) =>
    typeof values === "string" ? [key] : [key, ...values],
  );
  const ofWorld = [
    world.resourceAccount ?? [],
    world.resourceOrganization ?? [],
    world.managementAccounts ?? [],
  ].flat();
  return [...ofSets, ...actions, ...resources, ...ofContext, ...ofWorld];
}
