import type { Context } from "../../context";
import type { Model } from "../../model/model";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { once } from "../../once";
import { policiesOf, type WrittenPolicy } from "../policy-values";

/** What a role may do by its identity policies. */
export interface HeldPolicies {
  readonly written: readonly WrittenPolicy[];
  /** Policies that are named and whose document is not in the output, and roles that a policy may be for, this or not. */
  readonly unread: readonly Value[];
  /** Policies, or what attaches them, of which an expression decides whether they are there. */
  readonly unsure: readonly Value[];
}

/** Every inline policy of a role, and every managed one that is attached to it in any of the provider's ways. */
export function heldPolicies(role: Resource, context: Context): HeldPolicies {
  const inline = role.companions("aws_iam_role_policy", "role").flatMap((policy) => policiesOf(policy, "identity"));
  const named = attachedTo(role, context).map((value) => ({ value, target: value.target("aws_iam_policy") }));
  const managed = named.flatMap(({ target }) =>
    target.kind === "resource" ? policiesOf(target.resource, "identity") : [],
  );
  const written = [...policiesOf(role, "identity"), ...inline, ...managed];
  const parts = [...written.map(({ value }) => value), ...named.map(({ value }) => value)];
  return {
    written,
    unsure: parts.filter(({ resource }) => resource.exists !== "yes"),
    unread: [
      ...named.filter(({ target }) => target.kind !== "resource").map(({ value }) => value),
      ...holdersUnknown(role, context),
    ],
  };
}

function attachedTo(role: Resource, { model }: Context): readonly Value[] {
  const toMany = model.resources("aws_iam_policy_attachment").filter((attachment) =>
    attachment
      .value("roles")
      .items()
      .some((item) => names(item, role)),
  );
  return [
    ...role.value("managed_policy_arns").items(),
    ...role.companions("aws_iam_role_policy_attachment", "role").map((each) => each.value("policy_arn")),
    ...role
      .companions("aws_iam_role_policy_attachments_exclusive", "role_name")
      .flatMap((each) => each.value("policy_arns").items()),
    ...toMany.map((each) => each.value("policy_arn")),
  ];
}

/** Where it cannot be known which role of the account a policy is for. */
function holdersUnknown({ account }: Resource, { model }: Context): readonly Value[] {
  return unknownHolders(model).filter((value) => value.resource.account === account);
}

/** Looked for once, and not for each role. */
const unknownHolders = once((model: Model): readonly Value[] =>
  [
    ...model.resources("aws_iam_role_policy", "aws_iam_role_policy_attachment").map((each) => each.value("role")),
    ...model.resources("aws_iam_role_policy_attachments_exclusive").map((each) => each.value("role_name")),
    ...model.resources("aws_iam_policy_attachment").flatMap((each) => each.value("roles").items()),
  ].filter((value) => value.target("aws_iam_role").kind === "unknown"),
);

function names(item: Value, role: Resource): boolean {
  const target = item.target("aws_iam_role");
  return target.kind === "resource" && target.resource === role;
}
