import type { Answer } from "../../answer";
import { hasHole } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { samePlace } from "../same-place";

/** What can take logs. */
const SINKS = [
  "aws_cloudwatch_log_delivery_destination",
  "aws_cloudwatch_log_destination",
  "aws_cloudwatch_log_group",
  "aws_elasticsearch_domain",
  "aws_kinesis_firehose_delivery_stream",
  "aws_kinesis_stream",
  "aws_lambda_function",
  "aws_opensearch_domain",
  "aws_s3_bucket",
];

/** Whether a destination is a resource of the same stack, account and region as what writes to it. */
export function ownSink(destination: Value): Answer {
  const { text, resource } = destination;
  if (text === undefined || hasHole(text)) return "unknown";
  // A log group's ARN may end in its streams, a bucket's ARN, URL or location in a prefix.
  const names = [
    text,
    text.replace(/:(\*|log-stream:.*)$/, ""),
    text.replace(/^(arn:[^/]*)\/.*$/, "$1"),
    text.replace(/^(?:s3:\/\/)?([^/:]+)(\/.*)?$/, "$1"),
  ];
  const found = names.map((name) => resource.find(name, ...SINKS)).find((each) => each !== undefined);
  if (!found) return "no";
  return found.stack === resource.stack ? samePlace(found, resource) : "no";
}
