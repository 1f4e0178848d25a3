import type { Resource } from "../model/resource";

/**
 * The role in which a service of AWS's works in a resource's account.
 *
 * @param service e.g. `config.amazonaws.com`
 */
export function serviceLinkedRole({ partition, account }: Resource, service: string, name: string): string {
  return `arn:${partition}:iam::${account}:role/aws-service-role/${service}/${name}`;
}
