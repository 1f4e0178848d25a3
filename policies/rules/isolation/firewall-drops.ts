import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, fail, type Verdict } from "../../verdict";
import { absentOr } from "../absent-or";
import { flowsPassed } from "./firewall-rules";
import { inEveryStack } from "../in-every-stack";
import { segmentOf } from "./segments";

const GROUP = "aws_networkfirewall_rule_group";
const POLICY = "aws_networkfirewall_firewall_policy";

export const firewallDrops: WholeEstate = {
  kind: "whole",
  id: "ISO-023",
  title: "A firewall drops what no rule names, and its rules name one port between networks of the segment",
  severity: "critical",
  controls: ["A9", "C20"],
  rationale: "The firewall stands between a consumer and users' data. What it passes by default, nobody has declared.",
  remediation: "Let GatewayInspection write the policy and its rules.",
  sources: [
    "https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-rule-evaluation-order.html",
    "https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html",
  ],
  construct: "network/gateway-inspection",

  check: (context) =>
    inEveryStack(context, context.model.resources(POLICY, GROUP), (resource) =>
      resource.type === POLICY ? policyVerdict(resource) : groupVerdict(resource, context),
    ),
};

function policyVerdict(resource: Resource): Verdict {
  const policy = resource.value("firewall_policy[0]");
  const stateless = ["stateless_default_actions", "stateless_fragment_default_actions"].flatMap((name) =>
    policy.value(name).items(),
  );
  const defaults = policy.value("stateful_default_actions");
  const groups = policy.value("stateful_rule_group_reference").items();
  return all(
    defaults.mustSatisfy("aws:drop_strict", () =>
      defaults.items().some((action) => action.is("aws:drop_strict") === "yes"),
    ),
    policy.value("stateful_engine_options[0].rule_order").mustBe("STRICT_ORDER"),
    absentOr(policy.value("stateful_engine_options[0].stream_exception_policy"), "DROP", "REJECT"),
    policy.value("stateless_rule_group_reference").mustBeAbsent("no rules that look at single packets"),
    policy.value("policy_variables").mustBeAbsent("the networks that each rule group names itself"),
    policy.value("tls_inspection_configuration_arn").mustBeAbsent("nothing decrypted on the way"),
    ...stateless.map((action) => action.mustBe("aws:forward_to_sfe", "aws:drop")),
    ...groups.flatMap((group) => [
      group.value("resource_arn").mustReferTo("rules of its stack", [GROUP], ({ stack }) => stack === resource.stack),
      group.value("override").mustBeAbsent("no weaker action"),
    ]),
  );
}

function groupVerdict(resource: Resource, context: Context): Verdict {
  const segment = segmentOf(context, resource.stack);
  if (!segment) return fail(resource.root.at, "rules", "no rules where the estate declares no network");
  return all(resource.value("type").mustBe("STATEFUL"), ...flowsPassed(resource, segment.cidr));
}
