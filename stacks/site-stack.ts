import type { Construct } from "constructs";
import type { Site } from "../config/estate";
import { drainPath } from "../config/names";
import { Canary } from "../constructs/audit/canary";
import { ContainmentRole } from "../constructs/audit/containment-role";
import { drainLeftovers } from "../constructs/enclave/drain-leftovers";
import { DataAccessRole } from "../constructs/identity/data-access-role";
import { SecurityGateway } from "../constructs/network/security-gateway";
import { UserDataStore, type UserDataStoreProps } from "../constructs/storage/user-data-store";
import { AuditedStack, type AuditedStackProps } from "./audited-stack";
import { buildSegment, WORKLOAD_LOG_DAYS, type Segment } from "./segment";

export interface SiteStackProps extends AuditedStackProps {
  readonly site: Site;
}

/**
 * A regional data center: an audited account with an isolated network segment, and, once the site
 * is active, the store of its users' data with the roles that may reach it.
 */
export class SiteStack extends AuditedStack {
  private readonly site: Site;
  private readonly segment: Segment;

  constructor(scope: Construct, props: SiteStackProps) {
    super(scope, props);
    this.site = props.site;
    this.segment = buildSegment(this, {
      organizationId: this.estate.organization.id,
      cidr: this.site.cidr,
      placement: this.site.placement,
      sinks: this.sinks,
    });
    new ContainmentRole(this, "monitor-containment", { monitor: this.estate.monitor });
    new Canary(this, "canary", {
      administratorArns: this.administratorArns,
      forwarding: this.alertForwarding,
    });
    this.openGateway();
    if (this.site.status === "active") this.storeUserData();
  }

  /** The one door, for the consumers of declared flows; no flow, no door. */
  private openGateway(): void {
    const consumers = this.estate.flows
      .filter((flow) => flow.from === this.site.id && flow.mechanism === "privatelink")
      .map((flow) => ({ flowId: flow.id, account: this.accountOf(flow.to) }));
    if (consumers.length === 0) return;
    new SecurityGateway(this, "security-gateway", {
      segment: this.segment.network,
      key: this.platformKey,
      sinks: this.sinks,
      consumers,
    });
  }

  private storeUserData(): void {
    const doors = this.segment.endpoints.storeDoors;
    const store = new UserDataStore(this, "user-data", {
      organizationId: this.estate.organization.id,
      doors,
      administratorArns: this.administratorArns,
      logRetentionDays: WORKLOAD_LOG_DAYS,
      ...this.drained(),
    });
    for (const access of this.estate.accesses.filter((candidate) => candidate.at === this.site.id)) {
      new DataAccessRole(this, `access-${access.id}`, {
        access,
        peopleRoleArn: this.estate.organization.peopleRoleArn,
        doors,
        boundaryArn: this.segment.boundary.arn,
        bucketArns: [store.bucket.arn],
        tableArns: [store.table.arn],
        keyArns: [store.key.arn],
      });
    }
  }

  /** A retired enclave has nothing left to send, so what let it in is closed; what it left here still has to end. */
  private drained(): Pick<UserDataStoreProps, "drain" | "passing"> {
    const { drainTarget, phase } = this.estate.enclave;
    if (drainTarget !== this.site.id) return {};
    const drain = drainPath(this.estate);
    const passing = drainLeftovers(drain, phase);
    return phase === "retired" ? { passing } : { drain, passing };
  }

  private accountOf(destination: string): string {
    const { counterparties, sites } = this.estate;
    const found = [...counterparties, ...sites].find((candidate) => candidate.id === destination);
    if (!found) throw new Error(`no counterparty or site ${destination}; load the estate before building its stacks`);
    return found.account;
  }
}
