import type { WholeEstate } from "../../policy";
import { inEveryStack } from "../in-every-stack";
import { mustBeClosed } from "../closed-attributes";
import { all } from "../../verdict";
import { databaseTls, DATABASES } from "./database-tls";
import { balancerTls, BALANCERS } from "./balancer-tls";
import { TRANSIT } from "./transit-settings";

export const transit: WholeEstate = {
  kind: "whole",
  id: "STO-011",
  title: "What travels inside a segment is encrypted too",
  severity: "high",
  controls: ["H59", "B14"],
  rationale:
    "A segment keeps strangers out and not everybody in it apart: traffic in clear between a workload and its database can be mirrored, logged and read there.",
  remediation:
    "Require TLS 1.2 or newer of every database, cache, broker, replication and listener, and serve nothing in clear.",
  sources: [
    "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_protect_data_transit_encrypt.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  ],
  construct: "network/security-gateway",

  check(context) {
    const resources = context.model.resources(...Object.keys(TRANSIT), ...BALANCERS, ...DATABASES);
    return inEveryStack(context, resources, (resource) => {
      if (BALANCERS.includes(resource.type)) return balancerTls(resource);
      if (DATABASES.includes(resource.type)) return databaseTls(resource);
      return all(mustBeClosed(resource, TRANSIT, "encryption in transit"));
    });
  },
};
