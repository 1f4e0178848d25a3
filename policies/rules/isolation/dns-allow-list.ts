import { dnsSuffix } from "../../../config/place";
import { every, some, type Answer } from "../../answer";
import { hasMark } from "../../model/symbolic";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import type { EachResource } from "../../policy";
import { all, type Verdict } from "../../verdict";
import { attachedTo } from "./attached";
import { mustHave } from "./must-have";
import { namedBy } from "./named-by";

const LIST = "aws_route53_resolver_firewall_domain_list";
const GROUP = "aws_route53_resolver_firewall_rule_group";
const RULE = "aws_route53_resolver_firewall_rule";

export const dnsAllowList: EachResource = {
  kind: "each",
  id: "ISO-014",
  title: "A network resolves the names of AWS's services in its own region, and no other name",
  severity: "high",
  controls: ["C23"],
  rationale:
    "Whoever owns a domain sees what is asked of it. A name that is not AWS's own in this region can carry a user's data to its owner, in any country.",
  remediation: "Let DnsFirewall write the rules: allow `*.<region>.amazonaws.com`, block `*`.",
  sources: ["https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-settings.html"],
  construct: "network/dns-firewall",
  types: ["aws_vpc"],

  check(vpc, context) {
    const associations = attachedTo(vpc, context, "aws_route53_resolver_firewall_rule_group_association", "vpc_id");
    const groups = associations.named.flatMap((one) => namedBy(one, "firewall_rule_group_id", GROUP));
    const rules = groups.map((group) => attachedTo(group, context, RULE, "firewall_rule_group_id"));
    const certain = rules.flatMap(({ named }) => named);
    const perhaps = rules.flatMap((each) => each.perhaps);
    const unknown = [...perhaps, ...associations.perhaps].map((): Answer => "unknown");
    return all(
      // What no rule matches resolves.
      mustHave(vpc.root.at, "a rule that blocks every name, `*`", some([...certain.map(blocksEverything), ...unknown])),
      ...associations.named.map((one) =>
        one.value("firewall_rule_group_id").mustReferTo("rules of the output", [GROUP], () => true),
      ),
      ...[...certain, ...perhaps].map((rule) => allowsAwsAlone(rule, vpc)),
    );
  },
};

function blocksEverything(rule: Resource): Answer {
  const list = rule.value("firewall_domain_list_id").target(LIST);
  return every([
    rule.value("action").is("BLOCK"),
    rule.value("q_type").isAbsent ? "yes" : "no",
    list.kind === "unknown" ? "unknown" : some(domainsOf(rule).map((domain) => domain.is("*", "*."))),
  ]);
}

function allowsAwsAlone(rule: Resource, vpc: Resource): Verdict {
  const action = rule.value("action");
  if (action.is("BLOCK") === "yes") return rule.value("block_response").mustNotBe("OVERRIDE");
  if (action.isUnknown) return action.mustBe("BLOCK");
  const suffix = `.${vpc.region}.${dnsSuffix(vpc.partition)}`;
  return all(
    rule.value("firewall_domain_list_id").mustReferTo("a domain list of the output", [LIST], () => true),
    rule.value("firewall_domain_redirection_action").mustNotBe("TRUST_REDIRECTION_DOMAIN"),
    ...domainsOf(rule).map((domain) =>
      domain.mustSatisfy(`a name that ends in ${suffix}`, () => endsIn(domain, suffix)),
    ),
  );
}

function domainsOf(rule: Resource): readonly Value[] {
  const target = rule.value("firewall_domain_list_id").target(LIST);
  return target.kind === "resource" ? target.resource.value("domains").items() : [];
}

function endsIn({ text }: Value, suffix: string): Answer {
  if (text === undefined || hasMark(text)) return "unknown";
  return text.toLowerCase().replace(/\.$/, "").endsWith(suffix) ? "yes" : "no";
}
