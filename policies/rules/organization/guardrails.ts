import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { policiesOf, type WrittenPolicy } from "../policy-values";
import { lineageOf, targetIn, type Target } from "./targets";

/** The service control policies that bind an account. */
export interface Guardrails {
  readonly policies: readonly WrittenPolicy[];
  /** Whether every attachment names what it attaches, and to what: else there may be more than these. */
  readonly isComplete: boolean;
}

/** Whatever is attached to an account, to a unit that it is in, or to the root. */
export function guardrailsOf(account: Resource, context: Context): Guardrails {
  const lineage = lineageOf(account, context);
  const attachments = attachmentsIn(context);
  const binding = attachments.filter(({ policy, target }) => policy && target && lineage.includes(target));
  const policies = [...new Set(binding.map(({ policy }) => policy!))].filter(controlsServices);
  return {
    policies: policies.flatMap((policy) => policiesOf(policy, "organization")),
    isComplete: lineage.at(-1) === "root" && attachments.every(({ policy, target }) => policy && target),
  };
}

export interface Attachment {
  readonly resource: Resource;
  /** Undefined when it cannot be known, or is not in the output. */
  readonly policy: Resource | undefined;
  readonly target: Target | undefined;
}

export function attachmentsIn(context: Context): readonly Attachment[] {
  return context.model.resources("aws_organizations_policy_attachment").map((resource) => {
    const policy = resource.value("policy_id").target("aws_organizations_policy");
    const isThere = resource.exists === "yes";
    return {
      resource,
      policy: isThere && policy.kind === "resource" && policy.resource.exists === "yes" ? policy.resource : undefined,
      target: isThere ? targetIn(resource.value("target_id"), context) : undefined,
    };
  });
}

/** The provider's default type is a service control policy. */
export function controlsServices(policy: Resource): boolean {
  const type = policy.value("type");
  return type.isAbsent || type.is("SERVICE_CONTROL_POLICY") === "yes";
}
