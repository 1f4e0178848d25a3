import type { EachResource } from "../../policy";
import { all, fail } from "../../verdict";
import { isNetworkWithin } from "./cidr";
import { segmentOf } from "./segments";

export const subnetPlacement: EachResource = {
  kind: "each",
  id: "ISO-008",
  title: "A subnet is in a declared zone of its site and within the site's network",
  severity: "critical",
  controls: ["A1", "C26"],
  rationale:
    "A subnet decides in which building a user's data is. A Local Zone, an Outpost or a zone by its name, which means another building in each account, may be in another country.",
  remediation: "Name zones by id under the site's 'placement', and let IsolatedSegment make the subnets.",
  sources: ["https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html"],
  construct: "network/subnet-tier",
  types: ["aws_subnet"],

  check(subnet, context) {
    const segment = segmentOf(context, subnet.stack);
    if (!segment) return fail(subnet.root.at, "a subnet", "no subnet where the estate declares no network");
    const { cidr, zones, stack } = segment;
    return all(
      subnet.value("vpc_id").mustReferTo("the segment's network", ["aws_vpc"], (vpc) => vpc.stack === stack),
      subnet.value("cidr_block").mustSatisfy(`a network within ${cidr}`, (value) => isNetworkWithin(value, cidr)),
      subnet.value("availability_zone_id").mustBe(...zones),
      subnet.value("availability_zone").mustBeAbsent("a zone by its id alone"),
      subnet.value("outpost_arn").mustBeAbsent("no Outpost"),
    );
  },
};
