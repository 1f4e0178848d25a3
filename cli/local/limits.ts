/** What the emulator cannot hold, and why; printed with every verification. The README says the same in short. */
export const LIMITS: readonly string[] = [
  "It judges no conditions, trust policies, identity policies, boundaries, service or resource control policies: " +
    "who is denied what is shown by no local deployment.",
  "It delivers no audit logs: trails, flow logs, query logs, Config and GuardDuty are configured and write nothing. " +
    "`clover local records` puts in their place what they would have put.",
  "It counts no metrics: alarms are kept, and none is ever raised.",
  "It filters nothing: firewalls, network ACLs and security groups are kept and pass no traffic.",
  "It runs no functions, checks no signature of code, and takes no backups.",
  "It keeps everything in memory: when it stops, what was deployed is gone.",
];

/** A resource of the full output that is not deployed locally. */
export interface LeftOut {
  readonly type: string;
  readonly reason: string;
}

/**
 * Resources that the emulator cannot take. They are left out of the deployed copy alone; the full output
 * is validated and planned with the real provider all the same. Empty: everything is deployed.
 */
export const LEFT_OUT: readonly LeftOut[] = [];
