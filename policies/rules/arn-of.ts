import type { Resource } from "../model/resource";

/** As text, whatever of it is known only after deployment. */
export function arnOf(resource: Resource): string {
  return String(resource.attribute("arn"));
}
