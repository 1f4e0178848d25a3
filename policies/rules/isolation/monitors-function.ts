import { MONITOR } from "../../../config/places";
import type { Resource } from "../../model/resource";

/**
 * The monitor's own functions run in no network: CloudTrail tells in each region apart the keys that it signs with
 * there. They see records alone, and what they may do is asked of their roles.
 */
export function isMonitorsFunction({ type, stack }: Resource): boolean {
  return type === "aws_lambda_function" && stack === MONITOR;
}
