import type { Place } from "../../config/place";

/** The ARN of a policy that AWS maintains: they belong to the account `aws` of each partition. */
export function managedPolicyArn({ partition }: Pick<Place, "partition">, name: string): string {
  return `arn:${partition}:iam::aws:policy/${name}`;
}
