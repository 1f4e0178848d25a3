import { every } from "../../answer";
import { allowsAny } from "../../access/evaluate";
import type { Layers } from "../../access/layers";
import type { Grant } from "../../access/question";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { identity } from "../../model/symbolic";
import type { EachResource } from "../../policy";
import { all, notApplicable, type Verdict } from "../../verdict";
import { FOREIGN, worldOf, worldOfStrangers } from "../estate-world";
import { nothingGranted } from "../nothing-granted";
import { policiesOf, typesWithPolicies, type WrittenPolicy } from "../policy-values";
import { isAttached } from "./attached-policies";
import { carriedBoundary, holderOf } from "./boundaries";
import { arnsNamed, CREDENTIALS_AND_WRITES, KEY_ACTIONS } from "./unnamed-resources";

/** Like nothing that a policy would name. */
const LITERAL = "unnamed-by-any-policy";

export const namedWrites: EachResource = {
  kind: "each",
  id: "IDN-011",
  title: "A policy that writes or takes credentials names the resources that it is about",
  severity: "high",
  controls: ["H62"],
  rationale:
    "Whoever may write to any bucket, use any key, read any secret or pass any role holds everything, wherever it is: data can be written out of the estate, and every other role can be taken over.",
  remediation: "Name the resources, or give the role the boundary of its segment.",
  sources: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  ],
  types: typesWithPolicies("identity"),

  check(resource, context) {
    const written = isAttached(resource, context) ? policiesOf(resource, "identity") : [];
    const [first, ...others] = written.map((policy) => judged(policy, resource, context));
    return first ? all(first, ...others) : notApplicable(resource.root.at);
  },
};

function judged({ value, document }: WrittenPolicy, resource: Resource, context: Context): Verdict {
  const boundary = carriedBoundary(resource);
  const layers: Layers = { identity: [document], ...(boundary ? { boundary } : {}) };
  const found = [
    grantOnAny(layers, CREDENTIALS_AND_WRITES, [LITERAL], resource, context),
    // A key's id is chosen by AWS: a literal one may be it, and so may another's; what names neither names every key.
    grantOnAny(layers, KEY_ACTIONS, [LITERAL, identity(LITERAL)], resource, context),
  ];
  return nothingGranted(value.at, found, "resources that are named");
}

/** Whether each of some resources that no policy names is granted. */
function grantOnAny(
  layers: Layers,
  actions: readonly string[],
  names: readonly string[],
  resource: Resource,
  { estate }: Context,
): Grant {
  const { account, partition, region } = resource;
  // Within its boundary a role may use what is its account's.
  const owner = layers.boundary ? FOREIGN : account;
  const world = layers.boundary ? worldOfStrangers(estate) : worldOf(estate, owner);
  const arn = holderOf(resource)?.attribute("arn") ?? `arn:${partition}:iam::${account}:role/${LITERAL}-holder`;
  const grants = names.map((name) =>
    allowsAny(layers, {
      principals: [{ kind: "principal", arn: String(arn) }],
      actions,
      resources: arnsNamed(name, { partition, region, account: owner }),
      context: { "kms:ViaService": "absent" },
      world,
    }),
  );
  const answer = every(grants.map((grant) => grant.answer));
  return { ...grants.find((grant) => grant.answer === answer)!, answer };
}
