/** What AWS takes of each type: characters, and policies on one target, those among them that it attaches itself. */
export interface Quota {
  readonly characters: number;
  readonly policies: number;
  readonly ofAws: number;
}

/** Of service control policies the older and safe figure. @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
export const QUOTAS: Readonly<Record<string, Quota>> = {
  SERVICE_CONTROL_POLICY: { characters: 5120, policies: 5, ofAws: 1 },
  RESOURCE_CONTROL_POLICY: { characters: 5120, policies: 5, ofAws: 1 },
  DECLARATIVE_POLICY_EC2: { characters: 10_000, policies: 10, ofAws: 0 },
};
/** Nine tenths: what is full has no room for a denial that is needed at once. */
export const usable = (quota: number) => Math.floor(quota * 0.9);
