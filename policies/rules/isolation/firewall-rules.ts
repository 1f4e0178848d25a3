import { every, type Answer } from "../../answer";
import type { Resource } from "../../model/resource";
import { hasMark } from "../../model/symbolic";
import type { Value } from "../../model/value";
import { pass, undecided, type Verdict } from "../../verdict";
import { isNetworkWithin, isWithin } from "./cidr";

/** `pass tcp $A any -> $B 443 (…)`. @see https://docs.suricata.io/en/latest/rules/intro.html */
const RULE =
  /^(?<action>\w+) +(?<protocol>\w+) +(?<source>\S+) +\S+ +(?<direction>->|<>) +(?<destination>\S+) +(?<port>\S+) +\(.*\)$/;
/** Notations that decide by names, or on single packets. */
const OTHER_SOURCES = ["rules_source_list", "stateless_rules_and_custom_actions"];
/** Actions that let nothing through: what only alerts meets the default. */
const STOPPING = ["alert", "drop", "reject"];

interface Rule {
  readonly action: string;
  readonly protocol: string;
  readonly source: string;
  readonly direction: string;
  readonly destination: string;
  readonly port: string;
}

/** What a rule group lets through: verdicts on whether each rule passes one port, one way, within a segment. */
export function flowsPassed(group: Resource, cidr: string): readonly Verdict[] {
  const source = group.value("rule_group[0].rules_source[0]");
  const text = source.value("rules_string");
  const rules = source.value("stateful_rule").items();
  const within = new Within(group, cidr);
  return [
    source.mustSatisfy("rules", () => true),
    group.value("rules").mustBeAbsent("rules under rule_group, with its variables"),
    ...OTHER_SOURCES.map((other) => source.value(other).mustBeAbsent("rules with addresses and a port")),
    ...(text.isAbsent ? [] : [within.ofText(text)]),
    ...rules.map((rule) => within.ofHeader(rule)),
  ];
}

/** Judges rules by the networks that a group's variables name. */
class Within {
  private readonly networks: readonly Value[];
  private readonly expected: string;

  constructor(
    group: Resource,
    private readonly cidr: string,
  ) {
    this.networks = group.value("rule_group[0].rule_variables[0].ip_sets").items();
    this.expected = `to pass one port, one way, within ${cidr}`;
  }

  ofText(rules: Value): Verdict {
    return rules.mustSatisfy(this.expected, ({ text = "" }): Answer => {
      if (hasMark(text)) return "unknown";
      const lines = text.split("\n").map((line) => line.trim());
      const written = lines.filter((line) => line !== "" && !line.startsWith("#"));
      return every(written.map((line) => this.isNarrow(RULE.exec(line)?.groups as Rule | undefined)));
    });
  }

  ofHeader(rule: Value): Verdict {
    const header = rule.value("header[0]");
    const parts = ["protocol", "source", "direction", "destination", "destination_port"].map((name) =>
      header.value(name),
    );
    const [action, ...texts] = [rule.value("action"), ...parts].map(({ text }) => text?.toLowerCase());
    if (STOPPING.includes(action ?? "")) return pass(rule.at);
    if ([action, ...texts].some((text) => text === undefined || hasMark(text))) {
      return undecided(rule.at, `cannot be known before deployment: ${rule.legible}`, this.expected);
    }
    const [protocol, , way, , port] = texts as [string, string, string, string, string];
    const [source, destination] = [header.value("source").text!, header.value("destination").text!];
    const direction = way === "forward" ? "->" : "<>";
    const read = { action: action!, protocol, source, direction, destination, port };
    return rule.mustSatisfy(this.expected, () => this.isNarrow(read));
  }

  private isNarrow(rule: Rule | undefined): Answer {
    if (!rule) return "no";
    if (STOPPING.includes(rule.action)) return "yes";
    const isOneWay = rule.direction === "->" && rule.protocol !== "ip" && /^\d+$/.test(rule.port);
    return every([isOneWay ? "yes" : "no", this.isInside(rule.source), this.isInside(rule.destination)]);
  }

  private isInside(address: string): Answer {
    if (!address.startsWith("$")) return isWithin(address, this.cidr) ? "yes" : "no";
    const sets = this.networks.filter((set) => set.value("key").is(address.slice(1)) !== "no");
    const networks = sets.flatMap((set) => set.value("ip_set[0].definition").items());
    return networks.length === 0 ? "no" : every(networks.map((network) => isNetworkWithin(network, this.cidr)));
  }
}
