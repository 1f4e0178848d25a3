import type { EachResource } from "../../policy";

/** Type → where its retention stands. */
const RETENTIONS: Readonly<Record<string, string>> = {
  aws_cloudtrail_event_data_store: "retention_period",
  aws_cloudwatch_log_group: "retention_in_days",
};
/** Days. */
const YEAR = 365;

export const logRetention: EachResource = {
  kind: "each",
  id: "STO-009",
  title: "Logs are kept for a year at least, and for a time that somebody has chosen",
  severity: "medium",
  controls: ["H57"],
  rationale:
    "Intrusions are found after months. Logs quote people's data, so that keeping them for ever, which is what AWS does unless told otherwise, is no answer either.",
  remediation: "Build the log group with EncryptedLogGroup and name its retention: 365 days or more.",
  sources: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  ],
  construct: "encryption/encrypted-log-group",
  types: Object.keys(RETENTIONS),

  check: (log) => log.value(RETENTIONS[log.type]!).mustBeAtLeast(YEAR, "days"),
};
