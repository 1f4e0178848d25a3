import { MONITOR } from "../../../config/places";
import type { Context } from "../../context";
import { fail, type Verdict } from "../../verdict";
import { ofMonitor, stackAt } from "../in-account";
import { atLeastOne } from "./counted";

/**
 * Passes when S3 tells EventBridge of what arrives in a bucket of the monitor's: it does so only when it is told to.
 *
 * @param title what arrives there
 */
export function arrivalsAreTold(name: string, title: string, context: Context): Verdict {
  const buckets = ofMonitor(context, "aws_s3_bucket");
  const bucket = buckets.find((candidate) => candidate.value("bucket").is(name) === "yes");
  if (!bucket) return fail(stackAt(MONITOR), "no bucket", `${name}, into which ${title} arrives`);
  const notifications = bucket.companions("aws_s3_bucket_notification", "bucket");
  return atLeastOne(notifications, bucket.root.at, "events of what arrives", (notification) =>
    notification.value("eventbridge").mustBe(true),
  );
}
