import type { WholeEstate } from "../../policy";
import { all, type Verdict } from "../../verdict";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { attachedTo, judgeOne } from "./attached";
import { inEveryStack } from "../in-every-stack";

const LOGGING = "aws_networkfirewall_logging_configuration";
const DESTINATIONS = "logging_configuration[0].log_destination_config";

export const firewallProtected: WholeEstate = {
  kind: "whole",
  id: "ISO-022",
  title: "A firewall cannot be removed or given another policy in passing, and reports both its alerts and its flows",
  severity: "high",
  controls: ["C20", "H57"],
  rationale:
    "What comes through a site's gateway is inspected so that misuse is seen. A firewall that can be swapped or that keeps its alerts to itself inspects for nobody.",
  remediation: "Let GatewayInspection make the firewall.",
  sources: [
    "https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-settings.html",
    "https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html",
  ],
  construct: "network/gateway-inspection",

  check: (context) =>
    inEveryStack(context, context.model.resources("aws_networkfirewall_firewall"), (firewall) =>
      isProtected(firewall, context),
    ),
};

function isProtected(firewall: Resource, context: Context): Verdict {
  const policy = "aws_networkfirewall_firewall_policy";
  const logging = attachedTo(firewall, context, LOGGING, "firewall_arn");
  return all(
    firewall.value("delete_protection").mustBe(true),
    firewall.value("firewall_policy_change_protection").mustBe(true),
    firewall.value("subnet_change_protection").mustBe(true),
    firewall
      .value("firewall_policy_arn")
      .mustReferTo("a policy of its stack", [policy], ({ stack }) => stack === firewall.stack),
    judgeOne(logging, firewall, `one ${LOGGING} of this firewall`, (configuration) => {
      const kinds = configuration
        .value(DESTINATIONS)
        .items()
        .map((destination) => destination.value("log_type"));
      const has = (kind: string) => kinds.some((value) => value.is(kind) === "yes");
      return configuration
        .value(DESTINATIONS)
        .mustSatisfy("ALERT and FLOW", () =>
          kinds.some((kind) => kind.isUnknown) ? "unknown" : has("ALERT") && has("FLOW"),
        );
    }),
  );
}
