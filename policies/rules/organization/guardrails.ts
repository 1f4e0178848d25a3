import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import { once } from "../../once";
import { policiesOf, type WrittenPolicy } from "../policy-values";
import { lineageOf, targetIn, type Target } from "./targets";

/** The policies of one type that bind an account. */
export interface Guardrails {
  readonly policies: readonly WrittenPolicy[];
  /** Whether every attachment names what it attaches, of which type, and to what: else there may be more than these. */
  readonly isComplete: boolean;
}

/** Whatever of a type is attached to an account, to a unit that it is in, or to the root. */
export function guardrailsOf(account: Resource, context: Context, type = "SERVICE_CONTROL_POLICY"): Guardrails {
  const lineage = lineageOf(account, context);
  const attachments = attachmentsIn(context);
  const binding = attachments.filter(({ policy, target }) => policy && target && lineage.includes(target));
  const bound = [...new Set(binding.map(({ policy }) => policy!))];
  const policies = bound.filter((each) => typeOf(each) === type);
  return {
    policies: policies.flatMap((policy) => policiesOf(policy, "organization")),
    isComplete:
      lineage.at(-1) === "root" &&
      attachments.every(({ policy, target }) => policy && target) &&
      bound.every((each) => typeOf(each) !== ""),
  };
}

export interface Attachment {
  readonly resource: Resource;
  /** Undefined when it cannot be known, or is not in the output. */
  readonly policy: Resource | undefined;
  readonly target: Target | undefined;
}

export const attachmentsIn = once((context: Context): readonly Attachment[] =>
  context.model.resources("aws_organizations_policy_attachment").map((resource) => {
    const policy = resource.value("policy_id").target("aws_organizations_policy");
    const isThere = resource.exists === "yes";
    return {
      resource,
      policy: isThere && policy.kind === "resource" && policy.resource.exists === "yes" ? policy.resource : undefined,
      target: isThere ? targetIn(resource.value("target_id"), context) : undefined,
    };
  }),
);

/** The provider's default is a service control policy; empty where the type cannot be known. */
export function typeOf(policy: Resource): string {
  const type = policy.value("type");
  if (type.isAbsent) return "SERVICE_CONTROL_POLICY";
  const { text = "" } = type;
  return hasHole(text) ? "" : text;
}
