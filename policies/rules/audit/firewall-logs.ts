import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, fail, nearest, type Verdict } from "../../verdict";
import { onlyCompanion } from "./counted";
import { declaredSinks, type Declared } from "./declared-sinks";

export const firewallLogs: EachResource = {
  kind: "each",
  id: "AUD-007",
  title: "Every network firewall records its alerts and its flows in the stack's archive at the monitor",
  severity: "high",
  controls: ["D34", "H57"],
  rationale:
    "The firewall is the one place that sees what passes between consumers and a site. Flows without alerts, or alerts without flows, leave half of it out.",
  remediation: "Build the gateway as a SecurityGateway, whose GatewayInspection ships both.",
  sources: ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/logging-s3.html"],
  construct: "network/gateway-inspection",
  types: ["aws_networkfirewall_firewall"],

  check(firewall, context) {
    const declared = declaredSinks(context, firewall.stack);
    if (!declared) {
      return fail(firewall.root.at, "a firewall of a stack for which no archive is declared", "a declared archive");
    }
    return onlyCompanion(context, firewall, ["aws_networkfirewall_logging_configuration", "firewall_arn"], (logging) =>
      all(shipped(logging, "ALERT", declared), shipped(logging, "FLOW", declared)),
    );
  },
};

function shipped(logging: Resource, logType: string, { sinks, source }: Declared): Verdict {
  const destinations = logging.value("logging_configuration[0].log_destination_config");
  const judge = (destination: Value) =>
    all(
      destination.value("log_type").mustBe(logType),
      destination.value("log_destination_type").mustBe("S3"),
      destination.value("log_destination.bucketName").mustBe(sinks.archiveBucket),
      destination.value("log_destination.prefix").mustBe(source.stack),
    );
  const candidates = destinations.items().filter((each) => each.value("log_type").is(logType) !== "no");
  return nearest(candidates.map(judge)) ?? fail(destinations.at, "none", `a destination of ${logType} logs`);
}
