import { ConfigConfigurationRecorder } from "@cdktf/provider-aws/lib/config-configuration-recorder";
import { ConfigConfigurationRecorderStatus } from "@cdktf/provider-aws/lib/config-configuration-recorder-status";
import { ConfigDeliveryChannel } from "@cdktf/provider-aws/lib/config-delivery-channel";
import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import { Construct } from "constructs";
import { RegionLock } from "../region/region-lock";
import type { AuditProducerProps } from "./audit-producer";

/**
 * Guarantee: every change to the configuration of every resource is recorded as it happens and
 * delivered to the monitor.
 *
 * Emits `aws_config_configuration_recorder`, its delivery channel and status, and AWS Config's
 * service-linked role. Config cannot deliver into a bucket with default retention: it goes to the
 * monitor's intake, which replicates into the archive.
 * Controls: D30, D34.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 */
export class ConfigRecording extends Construct {
  constructor(scope: Construct, id: string, { sinks, after }: AuditProducerProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    lock.admit(sinks.keyArn);
    const role = new IamServiceLinkedRole(this, "role", { awsServiceName: "config.amazonaws.com" });
    const recorder = new ConfigConfigurationRecorder(this, "recorder", {
      name: lock.name("audit"),
      roleArn: role.arn,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
      recordingMode: { recordingFrequency: "CONTINUOUS" },
    });
    const channel = new ConfigDeliveryChannel(this, "channel", {
      name: lock.name("audit"),
      s3BucketName: sinks.intakeBucket,
      s3KeyPrefix: lock.stack,
      s3KmsKeyArn: sinks.keyArn,
      snapshotDeliveryProperties: { deliveryFrequency: "One_Hour" },
      dependsOn: [recorder, ...(after ?? [])],
    });
    new ConfigConfigurationRecorderStatus(this, "status", {
      name: recorder.name,
      isEnabled: true,
      dependsOn: [channel],
    });
  }
}
