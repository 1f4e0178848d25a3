import { every, type Answer } from "../../answer";
import type { Context } from "../../context";
import type { Value } from "../../model/value";
import { isGatewayDoor } from "./gateway-door";

/** Whether a rule of a security group lets somebody reach one TCP port of a gateway. */
export function isGatewayRule(rule: Value, group: Value, context: Context): Answer {
  return every([isGatewayDoor(group, context), isInbound(rule), isOnePort(rule)]);
}

function isInbound(rule: Value): Answer {
  const { type } = rule.resource;
  if (type === "aws_security_group_rule") return rule.value("type").is("ingress");
  return type === "aws_vpc_security_group_ingress_rule" || rule.jsonPath.startsWith("ingress") ? "yes" : "no";
}

function isOnePort(rule: Value): Answer {
  const [from, to] = [rule.value("from_port"), rule.value("to_port")];
  if (from.isUnknown || to.isUnknown) return "unknown";
  const protocol = rule.value(rule.value("ip_protocol").isAbsent ? "protocol" : "ip_protocol");
  return every([from.text !== undefined && from.text === to.text ? "yes" : "no", protocol.is("tcp", 6)]);
}
