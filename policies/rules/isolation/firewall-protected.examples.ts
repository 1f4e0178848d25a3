import type { Examples, Resources } from "../../examples";

const ALL = { delete_protection: true, firewall_policy_change_protection: true, subnet_change_protection: true };

const firewall = (different: Readonly<Record<string, unknown>> = {}): Resources => ({
  aws_networkfirewall_firewall_policy: { strict: { name: "strict" } },
  aws_networkfirewall_firewall: {
    gateway: { firewall_policy_arn: "${aws_networkfirewall_firewall_policy.strict.arn}", ...ALL, ...different },
  },
});
const logs = (...kinds: readonly string[]) => ({
  aws_networkfirewall_logging_configuration: {
    gateway: {
      firewall_arn: "${aws_networkfirewall_firewall.gateway.arn}",
      logging_configuration: [{ log_destination_config: kinds.map((log_type) => ({ log_type })) }],
    },
  },
});

export const firewallProtectedExamples: Examples = {
  policy: "ISO-022",
  pass: {
    "there is no firewall": {},
    "it is protected and reports": { ...firewall(), ...logs("ALERT", "FLOW") },
  },
  fail: {
    "it can be deleted": { ...firewall({ delete_protection: false }), ...logs("ALERT", "FLOW") },
    "its policy can be exchanged": {
      ...firewall({ firewall_policy_change_protection: undefined }),
      ...logs("ALERT", "FLOW"),
    },
    "its subnets can be exchanged": { ...firewall({ subnet_change_protection: false }), ...logs("ALERT", "FLOW") },
    "it does not report": firewall(),
    "it keeps its alerts to itself": { ...firewall(), ...logs("FLOW") },
    "its policy is not in the output": {
      ...firewall({ firewall_policy_arn: "arn:aws:network-firewall:eu-west-1:200000000002:firewall-policy/other" }),
      ...logs("ALERT", "FLOW"),
    },
  },
  undecided: {
    "a variable decides whether it can be deleted": {
      ...firewall({ delete_protection: "${var.protect}" }),
      ...logs("ALERT", "FLOW"),
    },
    "a variable decides what it reports": { ...firewall(), ...logs("FLOW", "${var.kind}") },
  },
};
