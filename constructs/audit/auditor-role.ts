import { Construct } from "constructs";
import type { Monitor } from "../../config/estate";
import { AUDITOR_PURPOSE } from "../../config/names";
import { READS_CONFIGURATION, READS_DATA } from "./auditor-actions";
import { VisitingRole } from "./visiting-role";

export interface AuditorRoleProps {
  readonly monitor: Monitor;
}

/**
 * Guarantee: the monitor can read how the account is configured, and what happened in it, without asking its
 * operator; it can change nothing, and every action that shows what stores, queues, logs and secrets hold, or uses
 * a key, is denied to it.
 *
 * Emits a `VisitingRole`.
 * Controls: D35, E40, H62.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html
 */
export class AuditorRole extends Construct {
  constructor(scope: Construct, id: string, { monitor }: AuditorRoleProps) {
    super(scope, id);
    new VisitingRole(this, "auditor", {
      monitor,
      purpose: AUDITOR_PURPOSE,
      description: "The independent monitor: reads configuration and the record of events, and no data",
      statements: [
        { Sid: "Configuration", Effect: "Allow", Action: READS_CONFIGURATION, Resource: "*" },
        { Sid: "NoData", Effect: "Deny", Action: READS_DATA, Resource: "*" },
      ],
    });
  }
}
