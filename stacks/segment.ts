import type { Construct } from "constructs";
import type { Placement } from "../config/estate";
import type { AuditSinks } from "../config/names";
import { WorkloadBoundary } from "../constructs/identity/workload-boundary";
import { IsolatedSegment } from "../constructs/network/isolated-segment";
import { PrivateEndpoints } from "../constructs/network/private-endpoints";

/** What workloads log: a year and a month, so that a year can be compared with the last. */
export const WORKLOAD_LOG_DAYS = 400;

export interface SegmentProps {
  readonly organizationId: string;
  readonly cidr: string;
  readonly placement: Placement;
  readonly sinks: AuditSinks;
}

/** The network of a site or of the enclave, its doors to AWS, and the boundary of what runs in it. */
export interface Segment {
  readonly network: IsolatedSegment;
  readonly endpoints: PrivateEndpoints;
  readonly boundary: WorkloadBoundary;
}

export function buildSegment(stack: Construct, props: SegmentProps): Segment {
  const { organizationId, sinks } = props;
  const network = new IsolatedSegment(stack, "segment", { cidr: props.cidr, zones: props.placement.zones, sinks });
  const endpoints = new PrivateEndpoints(stack, "endpoints", { segment: network, organizationId });
  const boundary = new WorkloadBoundary(stack, "workload-boundary", { organizationId });
  return { network, endpoints, boundary };
}
