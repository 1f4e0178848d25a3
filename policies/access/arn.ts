/** The account of an ARN; empty where it names none. */
export function accountIn(arn: string): string {
  return arn.split(":")[4] ?? "";
}

/** What the role of an assumed-role session may be: a session's ARN does not show the role's path. */
export function rolesOf(session: string): readonly string[] {
  const [, partition, , , account, resource] = session.split(":");
  const name = resource!.split("/")[1]!;
  return [`arn:${partition}:iam::${account}:role/${name}`, `arn:${partition}:iam::${account}:role/?*/${name}`];
}
