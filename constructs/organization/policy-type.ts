/** The types of policies that an organization puts over its accounts. */
export const POLICY_TYPES = ["RESOURCE_CONTROL_POLICY", "SERVICE_CONTROL_POLICY"] as const;
export type PolicyType = (typeof POLICY_TYPES)[number];
