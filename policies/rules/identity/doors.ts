import type { Context } from "../../context";
import type { Resource } from "../../model/resource";
import { policiesOf } from "../policy-values";
import type { Need } from "./role-needs";

/** The endpoints of a stack through which a service is reached. */
export function doorsTo(service: string, stack: string, { model }: Context): readonly Resource[] {
  const endpoints = model.resourcesIn(stack, "aws_vpc_endpoint");
  return endpoints.filter((endpoint) => endpoint.value("service_name").text?.endsWith(`.${service}`));
}

/** What a call through an endpoint says of it, and the policy that it has to pass there. */
export function through(door: Resource): Pick<Need, "context" | "endpoint"> {
  const carriers = [door, ...door.companions("aws_vpc_endpoint_policy", "vpc_endpoint_id")];
  const [policy] = carriers.flatMap((carrier) => policiesOf(carrier, "endpoint"));
  const context = { "aws:SourceVpce": [String(door.attribute("id"))] };
  return policy ? { context, endpoint: policy.document } : { context };
}
