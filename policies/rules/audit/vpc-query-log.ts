import type { Resource } from "../../model/resource";
import type { EachResource } from "../../policy";
import { fail, undecided, type Verdict } from "../../verdict";
import { atLeastOne } from "./counted";
import { declaredSinks, type Declared } from "./declared-sinks";

const CONFIG = "aws_route53_resolver_query_log_config";

export const vpcQueryLog: EachResource = {
  kind: "each",
  id: "AUD-004",
  title: "Every name that is looked up in a VPC is recorded in the stack's archive at the monitor",
  severity: "high",
  controls: ["D29", "D34"],
  rationale:
    "Data leaves a closed network in the names that it asks for. A query log that is associated with no VPC records nothing.",
  remediation: "Build the network as an IsolatedSegment, which ships its queries with DnsQueryLogShipping.",
  sources: [
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs-choosing-target-resource.html",
  ],
  construct: "audit/dns-query-log-shipping",
  types: ["aws_vpc", "aws_default_vpc"],

  check(vpc, context) {
    const expected = `a query log of ${vpc.address} to the stack's archive`;
    const declared = declaredSinks(context, vpc.stack);
    if (!declared) return fail(vpc.root.at, "a VPC of a stack for which no archive is declared", expected);
    const associations = vpc.companions("aws_route53_resolver_query_log_config_association", "resource_id");
    return atLeastOne(associations, vpc.root.at, expected, (association) => judge(association, declared, expected));
  },
};

function judge(association: Resource, { prefixedArns }: Declared, expected: string): Verdict {
  const config = association.value("resolver_query_log_config_id");
  const target = config.target(CONFIG);
  if (target.kind === "unknown") {
    return undecided(config.at, `cannot be known before deployment: ${config.legible}`, expected);
  }
  if (target.kind !== "resource") return fail(config.at, config.legible, expected);
  return atLeastOne([target.resource], config.at, expected, (found) =>
    found.value("destination_arn").mustBe(...prefixedArns),
  );
}
