import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { Construct } from "constructs";
import type { AuditSinks } from "../../config/names";
import { RegionLock } from "../region/region-lock";

export interface FlowLogShippingProps {
  readonly vpcId: string;
  readonly sinks: AuditSinks;
}

/**
 * Guarantee: every connection in the network, accepted or refused, is delivered to the monitor.
 *
 * Emits `aws_flow_log`, without a role: delivery to S3 rejects one.
 * Controls: D28, D34.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html
 */
export class FlowLogShipping extends Construct {
  constructor(scope: Construct, id: string, { vpcId, sinks }: FlowLogShippingProps) {
    super(scope, id);
    const { stack } = RegionLock.of(this);
    new FlowLog(this, "flow-log", {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "s3",
      logDestination: `${sinks.archiveBucketArn}/${stack}/`,
      maxAggregationInterval: 60,
      // Hive's partitions would put the account into another part of the path than the archive's policy names.
      destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: false, perHourPartition: true },
    });
  }
}
