import { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector";
import { GuarddutyDetectorFeature } from "@cdktf/provider-aws/lib/guardduty-detector-feature";
import { GuarddutyPublishingDestination } from "@cdktf/provider-aws/lib/guardduty-publishing-destination";
import { Construct } from "constructs";
import { RegionLock } from "../region/region-lock";
import type { AuditProducerProps } from "./audit-producer";

/**
 * What GuardDuty watches besides its foundation. Malware scans are left out: they copy volumes into
 * an account of the service's own. @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html
 */
const FEATURES = ["S3_DATA_EVENTS", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS"];

/**
 * Guarantee: suspicious access is looked for all the time, and every finding is delivered to the
 * monitor within a quarter of an hour.
 *
 * Findings go into the archive under no prefix: for one, GuardDuty demands that its folder is there already and that
 * whoever deploys may read it, and the monitor alone reads an archive.
 *
 * Emits `aws_guardduty_detector`, its features and its publishing destination.
 * Controls: D31, D34.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
 * @see https://github.com/aws/aws-cli/issues/10483
 */
export class ThreatDetection extends Construct {
  constructor(scope: Construct, id: string, { sinks, after }: AuditProducerProps) {
    super(scope, id);
    const lock = RegionLock.of(this);
    lock.admit(sinks.keyArn);
    const detector = new GuarddutyDetector(this, "detector", {
      enable: true,
      findingPublishingFrequency: "FIFTEEN_MINUTES",
    });
    for (const name of FEATURES) {
      new GuarddutyDetectorFeature(this, name.toLowerCase().replaceAll("_", "-"), {
        detectorId: detector.id,
        name,
        status: "ENABLED",
      });
    }
    new GuarddutyPublishingDestination(this, "destination", {
      detectorId: detector.id,
      destinationArn: sinks.archiveBucketArn,
      kmsKeyArn: sinks.keyArn,
      dependsOn: after && [...after],
    });
  }
}
