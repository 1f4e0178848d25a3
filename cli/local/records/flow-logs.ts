import { parquetWriteBuffer } from "hyparquet-writer";
import { dayFields, minuteText, writeKey } from "../../../audit/delivered-key";
import { drawn } from "./delivered-object";
import { minutesInto, type Recorder } from "./recorded-hour";

/** VPC Flow Logs publishes every five minutes. */
const EVERY_MINUTES = 5;

/**
 * Flow logs as Parquet, with the default fields: of each five minutes a workload that speaks to an endpoint, and an
 * interface of which there is nothing to tell.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
export const recordFlows: Recorder = (hour) => {
  const { source } = hour;
  const { account, region } = source;
  const flowLog = `fl-${drawn(17, "flow log", account)}`;
  return Array.from({ length: 60 / EVERY_MINUTES }, (_, index) => {
    const at = minutesInto(hour, index * EVERY_MINUTES);
    const unique = drawn(8, account, at.toISOString());
    const key = writeKey(source, "flow-logs", { ...dayFields(at), region, flowLog, minute: minuteText(at), unique });
    return { key, body: Buffer.from(parquetWriteBuffer({ columnData: columns(account, at) })) };
  });
};

function columns(account: string, at: Date) {
  const seconds = BigInt(at.getTime() / 1000);
  const interfaces = [0, 1].map((index) => `eni-${drawn(17, "interface", account, String(index))}`);
  const column = <T>(name: string, type: "INT32" | "INT64" | "STRING", ...data: readonly T[]) => ({
    name,
    type,
    data: [...data],
  });
  return [
    column("version", "INT32", 2, 2),
    column("account_id", "STRING", account, account),
    column("interface_id", "STRING", ...interfaces),
    column("srcaddr", "STRING", "10.16.4.21", "-"),
    column("dstaddr", "STRING", "10.16.8.10", "-"),
    column("srcport", "INT32", 49152, 0),
    column("dstport", "INT32", 443, 0),
    column("protocol", "INT64", 6n, 0n),
    column("packets", "INT64", 12n, 0n),
    column("bytes", "INT64", 4096n, 0n),
    column("start", "INT64", seconds, seconds),
    column("end", "INT64", seconds + 60n, seconds + 60n),
    column("action", "STRING", "ACCEPT", "-"),
    column("log_status", "STRING", "OK", "NODATA"),
  ];
}
