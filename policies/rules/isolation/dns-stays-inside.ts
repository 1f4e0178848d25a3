import type { Resource } from "../../model/resource";
import type { WholeEstate } from "../../policy";
import { all, pass, type Verdict } from "../../verdict";
import { absentOr } from "../absent-or";
import { ofFamilies } from "./families";
import { inEveryStack, mustNotExist } from "../in-every-stack";

/** What forwards questions, answers those of others, or publishes names. */
const ELSEWHERE: readonly RegExp[] = [
  /^aws_route53_resolver_(endpoint|rule|rule_association)$/,
  /^aws_route53_(vpc_association_authorization|query_log|delegation_set|traffic_policy|traffic_policy_instance)$/,
  /^aws_route53profiles_/,
  /^aws_route53domains_/,
  /^aws_service_discovery_public_dns_namespace$/,
];
const JUDGED: Readonly<Record<string, (resource: Resource) => Verdict>> = {
  aws_vpc_dhcp_options: usesAmazonsResolver,
  aws_vpc_dhcp_options_association: usesOwnOptions,
  aws_route53_zone: isPrivate,
  aws_route53_zone_association: isOwn,
  aws_route53_record: isInOwnZone,
  aws_route53_records_exclusive: isInOwnZone,
};

export const dnsStaysInside: WholeEstate = {
  kind: "whole",
  id: "ISO-015",
  title: "Names are asked of Amazon's resolver alone, and kept in private zones of the site's own network",
  severity: "high",
  controls: ["C23"],
  rationale:
    "Another resolver is a place that sees what is asked and a way past the DNS firewall; a public zone tells the world what a site has.",
  remediation: "Remove the resolver's endpoints and rules; keep names in a private zone of the segment's network.",
  sources: [
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSP.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSetConcepts.html",
  ],

  check(context) {
    const found = [...ofFamilies(context.model, ELSEWHERE), ...context.model.resources(...Object.keys(JUDGED))];
    return inEveryStack(context, found, (resource) => {
      const judge = JUDGED[resource.type];
      return judge ? judge(resource) : mustNotExist(resource, "no resolver but Amazon's and no public name");
    });
  },
};

function usesAmazonsResolver(options: Resource): Verdict {
  const servers = options.value("domain_name_servers").items();
  return all(
    options.value("netbios_name_servers").mustBeAbsent("no other name server"),
    ...servers.map((server) => server.mustBe("AmazonProvidedDNS")),
  );
}

/** `default` stands for none, with which a machine is told no resolver at all. */
function usesOwnOptions(association: Resource): Verdict {
  const options = association.value("dhcp_options_id");
  if (options.is("default") === "yes") return pass(options.at);
  return options.mustReferTo(
    "options of its stack",
    ["aws_vpc_dhcp_options", "aws_default_vpc_dhcp_options"],
    ofStack(association),
  );
}

function isPrivate(zone: Resource): Verdict {
  const networks = zone.value("vpc").items();
  return all(
    zone.value("vpc").mustSatisfy("a network of its own stack", ({ data }) => !Array.isArray(data) || data.length > 0),
    ...networks.map((network) =>
      network.value("vpc_id").mustReferTo("a network of its stack", ["aws_vpc"], ofStack(zone)),
    ),
    ...networks.map((network) => network.value("vpc_region")).map((region) => absentOr(region, zone.region)),
  );
}

function isOwn(association: Resource): Verdict {
  return all(
    association.value("vpc_id").mustReferTo("a network of its stack", ["aws_vpc"], ofStack(association)),
    isInOwnZone(association),
  );
}

function isInOwnZone(record: Resource): Verdict {
  return record.value("zone_id").mustReferTo("a zone of its stack", ["aws_route53_zone"], ofStack(record));
}

const ofStack = (resource: Resource) => (target: Resource) => target.stack === resource.stack;
