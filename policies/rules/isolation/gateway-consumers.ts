import { hasPassed } from "../../../config/calendar";
import type { Answer } from "../../answer";
import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { hasHole } from "../../model/symbolic";
import type { Value } from "../../model/value";
import type { WholeEstate } from "../../policy";
import { all, fail, pass, type Verdict } from "../../verdict";
import { inEveryStack, mustNotExist } from "../in-every-stack";

const SERVICE = "aws_vpc_endpoint_service";
const PRINCIPAL = "aws_vpc_endpoint_service_allowed_principal";
/** Accepts by code what a person of the site should accept. */
const ACCEPTER = "aws_vpc_endpoint_connection_accepter";

export const gatewayConsumers: WholeEstate = {
  kind: "whole",
  id: "ISO-020",
  title: "Only the consumers of declared flows can ask a site's gateway for a connection, and a person accepts it",
  severity: "critical",
  controls: ["A9", "C26", "H61"],
  rationale:
    "The gateway is the one door of a site. Whoever may open it from outside may carry out what is behind it, so each is declared, with a purpose, an owner and a last day.",
  remediation: "Declare the flow, or remove the service; SecurityGateway lets in what is declared.",
  sources: ["https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html"],
  construct: "network/security-gateway",

  check(context) {
    return inEveryStack(context, context.model.resources(SERVICE, PRINCIPAL, ACCEPTER), (resource) => {
      if (resource.type === ACCEPTER) return mustNotExist(resource, "acceptance by a person");
      const consumers = consumersOf(context, resource.stack);
      if (resource.type === SERVICE) return serviceVerdict(resource, consumers);
      return all(
        isConsumer(resource.value("principal_arn"), consumers),
        resource
          .value("vpc_endpoint_service_id")
          .mustReferTo("a service of its stack", [SERVICE], (service) => service.stack === resource.stack),
      );
    });
  },
};

/** The accounts to which a flow is declared that has not expired. */
function consumersOf({ estate, today }: Context, stack: string): readonly string[] {
  const open = estate.flows.filter(
    ({ from, mechanism, expires }) => from === stack && mechanism === "privatelink" && !hasPassed(expires, today),
  );
  const places = [...estate.counterparties, ...estate.sites, { id: "monitor", account: estate.monitor.account }];
  return open.flatMap(({ to }) => places.filter(({ id }) => id === to).map(({ account }) => account));
}

function serviceVerdict(service: Resource, consumers: readonly string[]): Verdict {
  if (consumers.length === 0) return fail(service.root.at, "a service", "none without a declared flow");
  return all(
    service.value("acceptance_required").mustBe(true),
    ...service
      .value("supported_regions")
      .items()
      .map((region) => region.mustBe(service.region)),
    ...service
      .value("allowed_principals")
      .items()
      .map((principal) => isConsumer(principal, consumers)),
    pass(service.root.at),
  );
}

function isConsumer(principal: Value, consumers: readonly string[]): Verdict {
  return principal.mustSatisfy(`a principal of ${consumers.join(" or ") || "nobody"}`, ({ text = "" }): Answer => {
    if (hasHole(text)) return "unknown";
    const [, , service, , account, name = "*"] = text.split(":");
    return service === "iam" && consumers.includes(account!) && !name.includes("*") ? "yes" : "no";
  });
}
