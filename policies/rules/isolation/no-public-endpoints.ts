import type { WholeEstate } from "../../policy";
import { notApplicable } from "../../verdict";
import { mustBeClosed } from "../closed-attributes";
import { isOfFamily, ofFamilies } from "./families";
import { inEveryStack, mustNotExist } from "../in-every-stack";
import { isMonitorsFunction } from "./monitors-function";
import { opensearchNetworksClosed } from "./opensearch-networks";
import { PUBLIC_BY_NATURE, PUBLIC_UNLESS } from "./public-endpoints";

const COLLECTIONS = "aws_opensearchserverless_security_policy";
const EXPECTED = "no endpoint on the internet and no way out to it";

export const noPublicEndpoints: WholeEstate = {
  kind: "whole",
  id: "ISO-005",
  title: "No service listens to the internet or runs with a way out to it",
  severity: "critical",
  controls: ["A5", "C20"],
  rationale:
    "A managed service lies outside the segment unless it is told to join it: its endpoint is the world's, and what runs in it can send a user's data anywhere.",
  remediation: "Put it into the segment's subnets and close its public endpoint, or do without it.",
  sources: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html",
  ],

  check(context) {
    const byNature = ofFamilies(context.model, PUBLIC_BY_NATURE);
    const services = context.model.resources(...Object.keys(PUBLIC_UNLESS), COLLECTIONS);
    return inEveryStack(context, [...byNature, ...services], (service) => {
      if (service.type === COLLECTIONS) return opensearchNetworksClosed(service);
      if (isOfFamily(service.type, PUBLIC_BY_NATURE)) return mustNotExist(service, EXPECTED);
      if (isMonitorsFunction(service)) return notApplicable(service.root.at);
      return mustBeClosed(service, PUBLIC_UNLESS, EXPECTED);
    });
  },
};
