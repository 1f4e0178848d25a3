import { auditDeliveries, type AuditService } from "../../../config/audit-deliveries";
import { auditSinks, auditSources, type AuditSource } from "../../../config/names";
import type { Context } from "../../context";
import { ANYTHING, type EventKind } from "./events/event";
import type { Expected } from "./silence";

/** What a service delivers, as S3 tells of it. */
export interface Delivered extends Expected {
  readonly bucket: string;
}

export function watchedIn({ estate }: Context): readonly Delivered[] {
  return auditSources(estate).flatMap((source) => {
    const { archiveBucket, intakeBucket } = auditSinks(estate, source.stack);
    return auditDeliveries(estate, source.stack).flatMap(({ service, longestSilenceMinutes }) => {
      if (longestSilenceMinutes === undefined) return [];
      const bucket = service === "config-snapshots" ? intakeBucket : archiveBucket;
      const key = `${source.stack}/AWSLogs/${source.account}/${keyOf(service, source)}`;
      const arrival: EventKind = {
        version: "0",
        source: "aws.s3",
        "detail-type": "Object Created",
        account: ANYTHING,
        detail: { bucket: { name: bucket }, object: { key, size: ANYTHING }, reason: ANYTHING },
      };
      return [
        {
          title: `${service} of ${source.stack}`,
          bucket,
          seconds: longestSilenceMinutes * 60,
          readsToo: false,
          arrival,
        },
      ];
    });
  });
}

/** One of the keys that the service writes, of the account's own region. */
function keyOf(service: AuditService, { account, region }: AuditSource): string {
  const day = `${region}/2026/11/24`;
  const keys: Partial<Record<AuditService, string>> = {
    "trail-digests": `CloudTrail-Digest/${day}/${account}_CloudTrail-Digest_${region}_t_${region}_20261124T100000Z.json.gz`,
    "config-snapshots": `Config/${day}/ConfigSnapshot/${account}_Config_${region}_ConfigSnapshot_20261124T100000Z_1.json.gz`,
    "flow-logs": `vpcflowlogs/${day}/10/${account}_vpcflowlogs_${region}_fl-1_20261124T1000Z_1.log.parquet`,
    "dns-queries": `vpcdnsquerylogs/vpc-1/2026/11/24/vpc-1_vpcdnsquerylogs_${account}_20261124T1000Z_1.log.gz`,
  };
  return keys[service] ?? "";
}
