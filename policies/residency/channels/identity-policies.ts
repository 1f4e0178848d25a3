import { resourceType } from "../../catalogue/resource-type";
import { drainPath } from "../../../config/names";
import { ENCLAVE } from "../../../config/places";
import { hasHole } from "../../model/symbolic";
import type { Resource } from "../../model/resource";
import { policiesOf, typesWithPolicies } from "../../rules/policy-values";
import { parseArn } from "../arn";
import { at, type Channel, type Passage, type Surroundings } from "../channel";
import type { Node } from "../node";

const TYPES = typesWithPolicies("identity");

/** Permissions on resources of another account or region: one half of a way there; the other is the resource's policy. */
export const identityPolicies: readonly Channel[] = [
  {
    title: "Permission on a resource elsewhere",
    types: TYPES,
    moves: "access",
    what: "A principal may act on a resource of another account or region that its policy names",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html",
    claims: [...new Set(TYPES.flatMap((type) => Object.keys(resourceType(type)!.policies)))],
    find: elsewhere,
  },
];

function* elsewhere(resource: Resource, around: Surroundings): Generator<Passage> {
  const from = around.atlas.place(resource);
  for (const { value, document } of policiesOf(resource, "identity")) {
    const seen = new Set<string>();
    for (const statement of document.statements.filter(({ effect }) => effect === "Allow")) {
      for (const arn of statement.resources ?? []) {
        const to = placeNamed(arn, resource, around);
        if (!to || to.place === from.id || seen.has(to.id)) continue;
        seen.add(to.id);
        const declaredBy = declaration(arn, resource, around);
        const passage: Passage = { from, to, at: at(value, `.Statement[${statement.index}]`), supports: true };
        yield declaredBy === undefined ? passage : { ...passage, declaredBy };
      }
    }
  }
}

/** Where a pattern of ARNs is, when it says so. */
function placeNamed(text: string, resource: Resource, { atlas }: Surroundings): Node | undefined {
  const arn = parseArn(text);
  if (!arn || hasHole(text)) return undefined;
  const named = atlas.named(text.replace(/\/\*$/, ""));
  if (named) return atlas.ofResource(named);
  if (arn.service === "s3")
    return /[*?]/.test(bucketIn(arn.resource)) ? undefined : atlas.bucket(bucketIn(arn.resource));
  if (!/^\d{12}$/.test(arn.account)) return undefined;
  const isRegion = arn.region !== "" && !/[*?]/.test(arn.region);
  return isRegion
    ? atlas.place({ account: arn.account, region: arn.region })
    : accountNode(arn.account, resource, atlas);
}

const bucketIn = (resource: string) => resource.split("/")[0]!;

/** IAM's own resources have no region: within the account they are here. */
function accountNode(account: string, resource: Resource, atlas: Surroundings["atlas"]): Node {
  return account === resource.account ? atlas.place(resource) : atlas.account(account);
}

/** The drain's role may write what its flow declares, and the alerts' role may forward to the monitor's bus. */
function declaration(arn: string, { stack }: Resource, around: Surroundings): string | undefined {
  const { atlas, declared } = around;
  if (arn === declared.sinks(stack)?.alertBusArn) return "monitor";
  const { drain } = declared;
  if (!drain || stack !== ENCLAVE) return undefined;
  const path = drainPath(atlas.context.estate);
  const { service, account, region } = parseArn(arn) ?? {};
  const isKeyOfTarget = service === "kms" && account === path.targetAccount && region === path.targetRegion;
  const isTarget = arn === path.targetBucketArn || arn.startsWith(`${path.targetBucketArn}/`);
  return isTarget || isKeyOfTarget ? `flow ${drain.id}` : undefined;
}
