/** A trust policy, for examples. */
export function trustJson(Principal: unknown, Condition?: unknown, Action: unknown = "sts:AssumeRole"): string {
  return policyJson({ Effect: "Allow", Principal, Action, ...(Condition ? { Condition } : {}) });
}

/** A policy document as it stands in the output, for examples. */
export function policyJson(...Statement: readonly unknown[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}
