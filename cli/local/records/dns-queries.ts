import { gzipSync } from "node:zlib";
import { dayFields, minuteText, writeKey } from "../../../audit/delivered-key";
import { dnsSuffix } from "../../../config/place";
import { drawn } from "./delivered-object";
import { minutesInto, type Recorder } from "./recorded-hour";

/**
 * Resolver's query log, a line of JSON for each query: a workload that looks the region's S3 endpoint up.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-format.html
 */
export const recordQueries: Recorder = (hour) => {
  const { source } = hour;
  const { account, region } = source;
  const at = minutesInto(hour, 10);
  const vpc = `vpc-${drawn(17, "vpc", account)}`;
  const line = {
    version: "1.100000",
    account_id: account,
    region,
    vpc_id: vpc,
    query_timestamp: at.toISOString().replace(".000Z", "Z"),
    query_name: `s3.${region}.${dnsSuffix(source.partition)}.`,
    query_type: "A",
    query_class: "IN",
    rcode: "NOERROR",
    answers: [{ Rdata: "10.16.8.10", Type: "A", Class: "IN" }],
    srcaddr: "10.16.4.21",
    srcport: "40532",
    transport: "UDP",
    srcids: { instance: `i-${drawn(17, "instance", account)}` },
  };
  const unique = drawn(8, account, "queries", at.toISOString());
  const key = writeKey(source, "dns-queries", { ...dayFields(at), vpc, minute: minuteText(at), unique });
  return [{ key, body: gzipSync(`${JSON.stringify(line)}\n`) }];
};
