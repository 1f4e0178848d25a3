import type { Examples, Resources } from "../../examples";

const policy = (different: Readonly<Record<string, unknown>> = {}): Resources => ({
  aws_networkfirewall_firewall_policy: {
    strict: {
      firewall_policy: [
        {
          stateless_default_actions: ["aws:forward_to_sfe"],
          stateless_fragment_default_actions: ["aws:forward_to_sfe"],
          stateful_default_actions: ["aws:drop_strict", "aws:alert_strict"],
          stateful_engine_options: [{ rule_order: "STRICT_ORDER" }],
          ...different,
        },
      ],
    },
  },
});
const rules = (rules_source: unknown): Resources => ({
  aws_networkfirewall_rule_group: {
    gateway: {
      type: "STATEFUL",
      rule_group: [
        {
          rule_variables: [{ ip_sets: [{ key: "GATEWAY", ip_set: [{ definition: ["10.16.128.0/20"] }] }] }],
          rules_source: [rules_source],
        },
      ],
    },
  },
});
const text = (rules_string: string) => rules({ rules_string });
const header = (different: Readonly<Record<string, string>>) => ({
  protocol: "TCP",
  source: "10.16.128.0/20",
  source_port: "ANY",
  direction: "FORWARD",
  destination: "10.16.0.0/20",
  destination_port: "443",
  ...different,
});
const stateful = (different: Readonly<Record<string, string>>) =>
  rules({ stateful_rule: [{ action: "PASS", header: [header(different)] }] });

export const firewallDropsExamples: Examples = {
  policy: "ISO-023",
  pass: {
    "there is no firewall": {},
    "it drops what no rule names": policy(),
    "a rule passes one port within the segment": text("pass tcp $GATEWAY any -> 10.16.0.0/20 443 (sid:1;)"),
    "rules drop and alert": text(
      "# nothing passes\ndrop ip any any -> any any (sid:1;)\nalert ip any any <> any any (sid:2;)",
    ),
    "a rule in the other notation passes one port": stateful({}),
  },
  fail: {
    "its policy names the networks of the rules": policy({
      policy_variables: [{ rule_variables: [{ key: "HOME_NET", ip_set: [{ definition: ["0.0.0.0/0"] }] }] }],
    }),
    "it decrypts what passes": policy({
      tls_inspection_configuration_arn: "arn:aws:network-firewall:eu-west-1:200000000002:tls-configuration/all",
    }),
    "a rule is for the home network, which its group does not name": rules({
      rules_string: "pass tcp $HOME_NET any -> $HOME_NET 443 (sid:1;)",
    }),
    "it passes what no rule names": policy({ stateful_default_actions: ["aws:alert_strict"] }),
    "it drops established connections alone": policy({ stateful_default_actions: ["aws:drop_established"] }),
    "the order of rules is not strict": policy({ stateful_engine_options: [{ rule_order: "DEFAULT_ACTION_ORDER" }] }),
    "it passes single packets unseen": policy({ stateless_default_actions: ["aws:pass"] }),
    "it passes fragments unseen": policy({ stateless_fragment_default_actions: ["aws:pass"] }),
    "it goes on through a broken stream": policy({
      stateful_engine_options: [{ rule_order: "STRICT_ORDER", stream_exception_policy: "CONTINUE" }],
    }),
    "a rule passes everything": text("pass ip any any -> any any (sid:1;)"),
    "a rule passes every port": text("pass tcp $GATEWAY any -> 10.16.0.0/20 any (sid:1;)"),
    "a rule passes both ways": text("pass tcp $GATEWAY any <> 10.16.0.0/20 443 (sid:1;)"),
    "a rule passes what leaves the segment": text("pass tcp $GATEWAY any -> 10.17.0.0/16 443 (sid:1;)"),
    "a rule in the other notation passes any address": stateful({ destination: "ANY" }),
    "names decide what passes": rules({ rules_source_list: [{ generated_rules_type: "ALLOWLIST" }] }),
  },
  undecided: {
    "the default comes from a variable": policy({ stateful_default_actions: "${var.actions}" }),
    "the rules come from a file": text('${file("rules")}'),
    "a rule's port comes from a variable": stateful({ destination_port: "${var.port}" }),
  },
};
