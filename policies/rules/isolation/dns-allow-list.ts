import { dnsSuffix } from "../../../config/place";
import { every, some, type Answer } from "../../answer";
import type { Context } from "../../context";
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
const ASSOCIATION = "aws_route53_resolver_firewall_rule_group_association";

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
  types: ["aws_vpc", RULE],

  check(resource, context) {
    return resource.type === RULE ? isOfOwnGroup(resource) : resolvesAwsAlone(resource, context);
  },
};

/** A rule of a group that is not in the output may be one of any network's. */
function isOfOwnGroup(rule: Resource): Verdict {
  const group = rule.value("firewall_rule_group_id");
  return group.mustReferTo("a group of its stack", [GROUP], ({ stack }) => stack === rule.stack);
}

function resolvesAwsAlone(vpc: Resource, context: Context): Verdict {
  const associations = attachedTo(vpc, context, ASSOCIATION, "vpc_id");
  const rulesOf = (by: readonly Resource[]) =>
    by
      .flatMap((one) => namedBy(one, "firewall_rule_group_id", GROUP))
      .map((group) => attachedTo(group, context, RULE, "firewall_rule_group_id"));
  const rules = rulesOf(associations.named);
  // One whose network is not known may be this one's, and what it allows may go before what the others block.
  const others = rulesOf(associations.perhaps).flatMap(({ named, perhaps }) => [...named, ...perhaps]);
  const certain = rules.flatMap(({ named }) => named);
  const perhaps = rules.flatMap((each) => each.perhaps);
  const unknown = [...perhaps, ...associations.perhaps].map((): Answer => "unknown");
  return all(
    // What no rule matches resolves.
    mustHave(vpc.root.at, "a rule that blocks every name, `*`", some([...certain.map(blocksEverything), ...unknown])),
    ...[...associations.named, ...associations.perhaps].map((one) =>
      one.value("firewall_rule_group_id").mustReferTo("rules of the output", [GROUP], () => true),
    ),
    ...[...certain, ...perhaps, ...others].map((rule) => allowsAwsAlone(rule, vpc)),
  );
}

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
