import { gzipSync } from "node:zlib";
import { dayFields, minuteText, writeKey } from "../../../audit/delivered-key";
import { drawn } from "./delivered-object";
import { minutesInto, type Recorder } from "./recorded-hour";

/**
 * Network Firewall's flow log, a line of JSON for each flow: a consumer that connects to a workload.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging-contents.html
 */
export const recordInspection: Recorder = (hour) => {
  const { source } = hour;
  const { account, region } = source;
  const at = minutesInto(hour, 15);
  // The trail is named `<prefix>-<stack>-audit`, and the firewall alike.
  const firewall = source.trailName.replace(/-audit$/, "-gateway");
  const line = {
    firewall_name: firewall,
    availability_zone: `${region}a`,
    event_timestamp: String(at.getTime() / 1000),
    event: {
      timestamp: at.toISOString(),
      event_type: "netflow",
      src_ip: "10.16.12.7",
      src_port: 51534,
      dest_ip: "10.16.4.21",
      dest_port: 443,
      proto: "TCP",
      app_proto: "tls",
      netflow: { pkts: 14, bytes: 5120, age: 2, min_ttl: 62, max_ttl: 62 },
    },
  };
  const unique = drawn(8, account, "inspection", at.toISOString());
  const fields = { ...dayFields(at), log: "flow", region, firewall, loose: minuteText(at), unique };
  return [{ key: writeKey(source, "firewall-logs", fields), body: gzipSync(`${JSON.stringify(line)}\n`) }];
};
