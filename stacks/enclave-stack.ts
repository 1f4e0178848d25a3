import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { drainPath, PHASE_OUTPUT } from "../config/names";
import { enclavePlace } from "../config/places";
import { Canary } from "../constructs/audit/canary";
import { ContainmentRole } from "../constructs/audit/containment-role";
import { EnclaveStore } from "../constructs/enclave/enclave-store";
import { DataAccessRole } from "../constructs/identity/data-access-role";
import { AuditedStack, type EstateStackProps } from "./audited-stack";
import { buildSegment, WORKLOAD_LOG_DAYS, type Segment } from "./segment";

/**
 * The temporary European enclave in the United States: an audited account with an isolated segment
 * and, until it is retired, a store that replicates one way into its drain target and can be destroyed once it drains.
 */
export class EnclaveStack extends AuditedStack {
  constructor(scope: Construct, props: EstateStackProps) {
    super(scope, { ...props, place: enclavePlace(props.estate) });
    const { enclave, organization } = props.estate;
    // The state remembers the phase, so that a plan tells where it would go.
    new TerraformOutput(this, PHASE_OUTPUT, { value: enclave.phase, staticId: true });
    const segment = buildSegment(this, {
      organizationId: organization.id,
      cidr: enclave.cidr,
      placement: enclave.placement,
      sinks: this.sinks,
    });
    new ContainmentRole(this, "monitor-containment", { monitor: this.estate.monitor });
    if (enclave.phase !== "retired") this.storeUntilSunset(segment, enclave.phase);
  }

  private storeUntilSunset(segment: Segment, phase: "serving" | "draining"): void {
    new Canary(this, "canary", {
      administratorArns: this.administratorArns,
      forwarding: this.alertForwarding,
      leaving: phase === "draining",
    });
    const doors = segment.endpoints.storeDoors;
    const store = new EnclaveStore(this, "user-data", {
      organizationId: this.estate.organization.id,
      doors,
      administratorArns: this.administratorArns,
      logRetentionDays: WORKLOAD_LOG_DAYS,
      drain: drainPath(this.estate),
      phase,
    });
    for (const access of this.estate.accesses.filter((candidate) => candidate.at === "enclave")) {
      new DataAccessRole(this, `access-${access.id}`, {
        access,
        peopleRoleArn: this.estate.organization.peopleRoleArn,
        doors,
        boundaryArn: segment.boundary.arn,
        bucketArns: [store.bucket.arn],
        tableArns: [store.table.arn],
        keyArns: [store.key.arn],
      });
    }
  }
}
